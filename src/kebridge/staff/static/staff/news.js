/* Another proposal is taken into its field; with a day goes its last day. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-take]");
    if (!button) { return; }
    var field = document.getElementById("news-" + button.dataset.take);
    field.value = button.dataset.value;
    if (button.dataset.until !== undefined) { document.getElementById("news-until").value = button.dataset.until; }
    field.focus();
  });
})();
