/* Draws each [data-chart] from the JSON that stands beside it: a line for months or years, bars for parts. */
(function () {
  "use strict";
  var BLUE = "#1f5fa8", GREY = "#a9b3bd", INK = "#1f2933", QUIET = "#55616e", RULE = "#eaeef2";
  var BAR_ROW = 26, BAR_EDGE = 40;

  function tidy(value) {
    return value === null || value === undefined ? "未填报" : Number(value).toLocaleString("zh-CN", { maximumFractionDigits: 2 });
  }

  function short(value) {
    return Math.abs(value) >= 10000 ? value / 10000 + "万" : String(value);
  }

  function base(data, size) {
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size, color: QUIET },
      tooltip: {
        trigger: "axis", confine: true, axisPointer: { type: data.kind === "bar" ? "shadow" : "line" },
        textStyle: { color: INK, fontSize: size }, valueFormatter: function (value) { return value === null || value === undefined ? "未填报" : tidy(value) + data.unit; }
      }
    };
  }

  function lines(data, size) {
    var option = base(data, size);
    option.color = [BLUE, GREY];
    option.legend = data.names.length > 1 ? { top: 0, right: 0, icon: "roundRect", itemWidth: 14, itemHeight: 3, textStyle: { color: QUIET, fontSize: size } } : undefined;
    option.grid = { left: 8, right: 12, top: 36, bottom: 4, containLabel: true };
    option.xAxis = { type: "category", data: data.labels, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: "#b9c2cc" } }, axisLabel: { color: QUIET, fontSize: size, hideOverlap: true } };
    option.yAxis = { type: "value", name: data.unit, nameTextStyle: { color: QUIET, align: "left", padding: [0, 0, 0, -8] }, splitNumber: 4, minInterval: data.whole === false ? 0 : 1, axisLabel: { formatter: short, color: QUIET, fontSize: size }, splitLine: { lineStyle: { color: RULE } } };
    option.series = data.series.map(function (values, index) {
      return {
        type: "line", name: data.names[index], data: values, symbol: "circle", symbolSize: index ? 4 : 6, showSymbol: values.length < 14, lineStyle: { width: index ? 1.5 : 2.5 }, z: 3 - index
      };
    });
    return option;
  }

  function bars(data, size) {
    var option = base(data, size);
    option.color = [BLUE];
    option.grid = { left: 4, right: 72, top: 8, bottom: 4, containLabel: true };
    option.xAxis = { type: "value", min: 0, axisLabel: { show: false }, splitLine: { show: false } };
    option.yAxis = { type: "category", inverse: true, data: data.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: "#b9c2cc" } }, axisLabel: { color: INK, fontSize: size, width: 128, overflow: "truncate" } };
    option.series = [{
      type: "bar", name: data.names[0], data: data.series[0], barWidth: 14, cursor: "pointer",
      label: { show: true, position: "right", color: INK, fontSize: size, formatter: function (one) { return one.value === null ? "" : tidy(one.value); } }
    }];
    return option;
  }

  function draw(place) {
    var data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    var size = document.body.classList.contains("elder") ? 16 : 12;
    if (data.kind === "bar") { place.style.height = data.labels.length * BAR_ROW * (size / 12) + BAR_EDGE + "px"; }
    var option = data.kind === "bar" ? bars(data, size) : lines(data, size);
    var chart = null, width = 0;
    // Drawn anew for a new width: a mere resize leaves lines clipped at the old one.
    new ResizeObserver(function () {
      if (place.clientWidth === width) { return; }
      width = place.clientWidth;
      if (chart) { chart.dispose(); }
      chart = window.echarts.init(place, null, { renderer: "svg" });
      chart.setOption(option);
      chart.on("click", function (one) {
        var url = data.urls && data.urls[one.dataIndex];
        if (url && (data.kind === "bar" || one.seriesIndex === 0)) { window.location = url; }
      });
    }).observe(place);
  }

  document.querySelectorAll("[data-chart]").forEach(draw);
  // Pieces that come after the page.
  document.addEventListener("htmx:afterSwap", function (event) {
    event.detail.target.removeAttribute("aria-busy");
    event.detail.target.querySelectorAll("[data-chart]").forEach(draw);
  });
})();
