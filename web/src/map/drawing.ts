import type { Map as Chart } from 'maplibre-gl';

/** After so long what has come is drawn, whatever is still on its way. */
const patience = 2500;

const waiting = new WeakMap<Chart, Set<string>>();

/**
 * Draws what some sources are about to hold in one picture. The map would draw anew for each tile of each source that arrives, and where
 * no graphics card helps a picture takes a tenth of a second. Who moves the map meanwhile sees it move.
 */
export function drawnAtOnce(chart: Chart, sources: readonly string[]): void {
  const known = waiting.get(chart);
  if (known) return sources.forEach((name) => known.add(name));
  const names = new Set(sources);
  waiting.set(chart, names);
  const draw = chart.triggerRepaint;
  const end = () => {
    clearTimeout(timer);
    chart.off('sourcedata', heard);
    waiting.delete(chart);
    chart.triggerRepaint = draw;
    chart.triggerRepaint();
  };
  const heard = () => {
    if ([...names].every((name) => chart.getSource(name) && chart.isSourceLoaded(name))) end();
  };
  const timer = setTimeout(end, patience);
  chart.triggerRepaint = () => {
    if (chart.isMoving()) draw.call(chart);
  };
  chart.on('sourcedata', heard);
  chart.once('remove', () => clearTimeout(timer));
}
