/* One card at a time beside the text; without this script all cards stand below it and the links still lead there. */
(function () {
  "use strict";
  var form = document.querySelector("[data-checker]");
  if (!form) { return; }
  var busy = form.querySelector("[data-busy]");
  form.addEventListener("submit", function (event) {
    if (form.getAttribute("aria-busy")) { event.preventDefault(); return; }
    form.setAttribute("aria-busy", "true");
    if (busy) { busy.hidden = false; }
  });
  window.addEventListener("pageshow", function () {
    form.removeAttribute("aria-busy");
    if (busy) { busy.hidden = true; }
  });

  var file = form.querySelector("input[type=file]"), text = form.querySelector("textarea[name=text]");
  var side = form.querySelector("[data-side]");
  if (!side) { return; }
  var cards = side.querySelectorAll(".figure-card");
  var memory = "kebridge-checker-open";
  var marked = null;

  function open(number, focus) {
    cards.forEach(function (card) { card.hidden = card.id !== "figure-" + number; });
    if (marked) { marked.removeAttribute("aria-current"); }
    marked = document.getElementById("mark-" + number);
    if (marked) { marked.setAttribute("aria-current", "true"); }
    var card = document.getElementById("figure-" + number);
    if (card && focus) {
      card.focus({ preventScroll: true });
      side.scrollTop = 0;
      show("nearest");
    }
    try { sessionStorage.setItem(memory, number); } catch (error) { /* a private window keeps nothing */ }
  }

  // At once: a long text would otherwise run past for seconds.
  function show(block) {
    if (marked) { marked.scrollIntoView({ block: block, behavior: "instant" }); }
  }

  function back() {
    if (marked) { marked.focus({ preventScroll: true }); show("nearest"); }
  }

  form.addEventListener("click", function (event) {
    var opener = event.target.closest("[data-open]");
    if (opener) { event.preventDefault(); open(opener.dataset.open, true); return; }
    if (event.target.closest("[data-back]")) { event.preventDefault(); back(); }
  });
  side.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { back(); }
    // Enter in the field of another metric chooses that metric, not the first button of the page.
    if (event.key === "Enter" && event.target.matches(".other-typed input")) {
      event.preventDefault();
      event.target.parentNode.querySelector("button").click();
    }
  });
  cards.forEach(function (card) { card.hidden = true; });
  side.classList.add("is-single");
  side.querySelector("[data-hint]").hidden = false;
  var last = null;
  try { last = sessionStorage.getItem(memory); } catch (error) { last = null; }
  var first = form.querySelector(".figure-mark.verdict-bad") || form.querySelector(".figure-mark");
  if (last && form.dataset.again && document.getElementById("figure-" + last)) { open(last, false); show("center"); }
  else if (first) { open(first.dataset.open, false); }

  var copy = form.querySelector("[data-copy]");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", function () {
      navigator.clipboard.writeText(text.value).then(function () {
        form.querySelector("[data-copied]").textContent = "已复制";
      });
    });
  }
  if (file) { file.addEventListener("change", function () { form.querySelector(".draft-form").open = true; }); }
})();
