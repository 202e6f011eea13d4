/* The form of a figure shows only the fields that its kind of period needs; an editor shows where the fault stands. */
(function () {
  "use strict";
  var form = document.querySelector("[data-period-form]");
  if (form) {
    var way = form.elements.way;
    var show = function () {
      form.querySelectorAll("[data-ways]").forEach(function (part) {
        part.hidden = !part.dataset.ways.split(" ").includes(way.value);
      });
    };
    way.addEventListener("change", show);
    show();
  }

  var editor = document.querySelector("textarea[data-line]");
  if (editor) {
    var lines = editor.value.split("\n");
    var line = Number(editor.dataset.line), column = Number(editor.dataset.column || 1);
    var start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    editor.focus();
    editor.setSelectionRange(start + column - 1, start + (lines[line - 1] || "").length);
    editor.scrollTop = Math.max(0, (line - 6)) * parseFloat(getComputedStyle(editor).lineHeight);
  }
})();
