/* Small helps that HTML alone does not give: a row opens its record, lines are added, what was typed is kept. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var row = event.target.closest("tr[data-href]");
    if (row && !event.target.closest("a, button, input, label, summary") && !String(window.getSelection())) {
      window.location = row.dataset.href;
    }
    document.querySelectorAll("details.more[open]").forEach(function (open) {
      if (!open.contains(event.target)) { open.open = false; }
    });
    if (event.target.closest("[data-print]")) { window.print(); }
    var fold = event.target.closest("[data-fold]");
    if (fold) { fold.setAttribute("aria-expanded", String(fold.closest("form").classList.toggle("is-open"))); }
    var copy = event.target.closest("[data-copy]");
    if (copy) { copyText(copy); }
    var add = event.target.closest("[data-add-line]");
    if (add) { addLine(add.dataset.addLine); }
    var drop = event.target.closest("[data-drop-line]");
    if (drop) { dropLine(drop); }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("details.more[open]").forEach(function (open) {
        open.open = false;
        open.querySelector("summary").focus();
      });
    }
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-autosubmit]")) { event.target.form.requestSubmit(); }
    if (event.target.matches("[data-pick-all]")) {
      event.target.form.querySelectorAll("input[name=pick]").forEach(function (box) { box.checked = event.target.checked; });
    }
  });

  /* what was waited for is fetched as soon as it is ready */
  document.addEventListener("htmx:afterSettle", function () {
    var ready = document.querySelector("a[data-fetch-now]");
    if (ready) { ready.removeAttribute("data-fetch-now"); ready.click(); }
  });

  /* a file dropped on the door is taken as chosen */
  ["dragover", "dragleave", "drop"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var door = event.target.closest && event.target.closest("[data-drop]");
      if (!door) { return; }
      event.preventDefault();
      door.classList.toggle("is-over", kind === "dragover");
      if (kind === "drop") { door.querySelector("input[type=file]").files = event.dataTransfer.files; }
    });
  });

  function copyText(button) {
    var text = button.dataset.copy;
    var done = function () { button.querySelector("[data-copied]").textContent = "已复制"; };
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done); return; }
    var area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    done();
  }

  /* days of the lines follow the first day of the form while they are the same; times give the minutes */
  document.addEventListener("focusin", function (event) {
    if (event.target.type === "date") { event.target.dataset.before = event.target.value; }
  });
  document.addEventListener("change", function (event) {
    var form = event.target.closest("form[data-keep]");
    if (!form) { return; }
    if (event.target === form.querySelector("input[type=date]")) { followDay(form, event.target); }
    if (["begins", "ends"].includes(event.target.name)) { countMinutes(form); }
  });

  function followDay(form, day) {
    form.querySelectorAll("#lines input[type=date]").forEach(function (field) {
      // A day put into a line that may be missing would make one that nobody meant.
      var begins = !field.value && !field.closest("#lines").dataset.optional;
      if (day.value && (begins || (field.value && field.value === day.dataset.before))) { field.value = day.value; }
    });
    day.dataset.before = day.value;
  }

  function countMinutes(form) {
    var times = ["begins", "ends"].map(function (name) {
      var field = form.elements[name];
      var clock = /^\s*(\d{1,2})[:：](\d{2})\s*$/.exec(field.value);
      if (clock) { field.value = clock[1].padStart(2, "0") + ":" + clock[2]; }
      return clock;
    });
    var minutes = form.elements.minutes;
    if (!minutes || minutes.value || !times[0] || !times[1]) { return; }
    var span = (times[1][1] - times[0][1]) * 60 + (times[1][2] - times[0][2]);
    minutes.value = String(span > 0 ? span : span + 1440);
  }

  /* line rows: a <template> holds an empty one, "__n__" stands for its number */
  function addLine(id) {
    var body = document.getElementById(id);
    var number = Number(body.dataset.next);
    var holder = document.createElement("tbody");
    holder.innerHTML = document.getElementById(id + "-empty").innerHTML.replaceAll("__n__", String(number));
    body.dataset.next = String(number + 1);
    var row = holder.firstElementChild;
    copyFromAbove(body.lastElementChild, row);
    body.append(row);
    if (window.htmx) { window.htmx.process(row); }
    var first = row.querySelector("input, select");
    if (first) { first.focus(); }
  }

  function copyFromAbove(above, row) {
    if (!above) { return; }
    row.querySelectorAll("[data-repeat]").forEach(function (field) {
      var same = above.querySelector('[data-repeat="' + field.dataset.repeat + '"]');
      if (same) { field.value = same.value; }
    });
  }

  function dropLine(button) {
    var row = button.closest("tr");
    if (row.parentElement.children.length > 1) { row.remove(); return; }
    row.querySelectorAll("input, select").forEach(function (field) { field.value = ""; });
  }

  /* rooms of the navigation stay as they were left; the room of the page is open */
  var left = new Set(JSON.parse(localStorage.getItem("open-rooms") || "[]"));
  document.querySelectorAll("details[data-room]").forEach(function (room) {
    if (left.has(room.dataset.room)) { room.open = true; }
    room.querySelector("summary").addEventListener("click", function () {
      if (room.open) { left.delete(room.dataset.room); } else { left.add(room.dataset.room); }
      localStorage.setItem("open-rooms", JSON.stringify(Array.from(left)));
    });
  });

  /* the entry of this page is in sight, far down the navigation too */
  var here = document.querySelector("#sidenav [aria-current=page]");
  for (var box = here && here.parentElement; box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY)) {
      var below = here.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
      if (below > 0) { box.scrollTop += below + box.clientHeight / 3; }
      break;
    }
  }

  /* what was typed and not saved is kept for this window, and offered again */
  settle();
  var form = document.querySelector("form[data-keep]");
  if (form) { keep(form); }

  /* what was sent is forgotten once it was taken: not when the sign-in, an error page or the same form came instead */
  function settle() {
    var sent = sessionStorage.getItem("sent");
    sessionStorage.removeItem("sent");
    if (sent && !document.querySelector("[data-not-saved], form[data-answered]")) { sessionStorage.removeItem(sent); }
  }

  function values(form) {
    return JSON.stringify(Array.from(new FormData(form)).filter(function (pair) {
      return typeof pair[1] === "string" && pair[0] !== "csrfmiddlewaretoken" && !form.elements[pair[0]].dataset?.secret;
    }));
  }

  function keep(form) {
    var key = "kept:" + window.location.pathname;
    var start = values(form);
    var kept = sessionStorage.getItem(key);
    var offer = form.querySelector("[data-kept-offer]");
    if (kept && kept !== start && offer && !form.dataset.answered) {
      offer.hidden = false;
      offer.querySelector("button").addEventListener("click", function () {
        JSON.parse(kept).forEach(function (pair) {
          var field = form.elements[pair[0]];
          if (field && field.type !== "hidden") { field.value = pair[1]; }
        });
        offer.hidden = true;
      });
    }
    form.addEventListener("input", function () { sessionStorage.setItem(key, values(form)); });
    form.addEventListener("submit", function () {
      sessionStorage.setItem(key, values(form));
      sessionStorage.setItem("sent", key);
    });
  }
})();
