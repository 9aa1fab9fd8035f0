// Runs before the first paint, so that a dark page does not flash white. A file of its own: the page allows no inline script.
(function () {
  var chosen = null;
  var language = null;
  try {
    chosen = localStorage.getItem('trunkline.theme');
    language = localStorage.getItem('trunkline.language');
  } catch (e) {
    // Storage may be forbidden; the system's choice holds then.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
})();
