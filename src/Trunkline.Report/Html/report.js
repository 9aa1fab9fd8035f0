(() => {
  'use strict';
  const maps = document.querySelector('.maps');
  const bar = document.querySelector('.periods');
  const figures = [...maps.querySelectorAll('figure')];
  const whole = figures.length ? figures[0].querySelector('svg').getAttribute('viewBox').split(' ').map(Number) : [0, 0, 1, 1];
  let view = [...whole];

  const draw = () => figures.forEach(figure => {
    const svg = figure.querySelector('svg');
    svg.setAttribute('viewBox', view.join(' '));
    svg.classList.toggle('zoomed', view[2] < whole[2]);
  });
  const hold = () => {
    view[0] = Math.min(Math.max(view[0], whole[0]), whole[0] + whole[2] - view[2]);
    view[1] = Math.min(Math.max(view[1], whole[1]), whole[1] + whole[3] - view[3]);
    draw();
  };
  const zoom = (factor, x, y) => {
    const width = Math.min(whole[2], Math.max(whole[2] / 12, factor ? view[2] * factor : whole[2]));
    const scale = width / view[2];
    view = [x - (x - view[0]) * scale, y - (y - view[1]) * scale, width, view[3] * scale];
    hold();
  };
  const show = period => {
    maps.classList.toggle('one', period !== 'all');
    figures.forEach(figure => { figure.hidden = period !== 'all' && figure.dataset.period !== period; });
    bar.querySelectorAll('[data-period]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.period === period)));
  };

  bar.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.period) show(button.dataset.period);
    if (button.dataset.zoom) zoom(Number(button.dataset.zoom), view[0] + view[2] / 2, view[1] + view[3] / 2);
  });
  maps.addEventListener('dblclick', event => {
    const svg = event.target.closest('svg');
    if (!svg) return;
    const box = svg.getBoundingClientRect();
    zoom(0.5, view[0] + (event.clientX - box.left) / box.width * view[2], view[1] + (event.clientY - box.top) / box.height * view[3]);
  });
  let from = null;
  maps.addEventListener('pointerdown', event => {
    const svg = event.target.closest('svg.zoomed');
    if (!svg) return;
    from = { x: event.clientX, y: event.clientY, view: [...view], width: svg.getBoundingClientRect().width };
    maps.setPointerCapture(event.pointerId);
  });
  maps.addEventListener('pointermove', event => {
    if (!from) return;
    const scale = from.view[2] / from.width;
    view = [from.view[0] - (event.clientX - from.x) * scale, from.view[1] - (event.clientY - from.y) * scale, from.view[2], from.view[3]];
    hold();
  });
  ['pointerup', 'pointercancel'].forEach(name => maps.addEventListener(name, () => { from = null; }));

  bar.hidden = false;
  if (figures.length) show(figures[figures.length - 1].dataset.period);
})();
