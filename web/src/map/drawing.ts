import type { Map as Chart, MapSourceDataEvent } from 'maplibre-gl';

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
  const read = new Set<string>();
  const end = () => {
    clearTimeout(timer);
    chart.off('sourcedata', heard);
    waiting.delete(chart);
    chart.triggerRepaint = draw;
    chart.triggerRepaint();
  };
  const heard = (event: MapSourceDataEvent) => {
    const isNew = event.sourceDataType === 'content' && !read.has(event.sourceId);
    if (isNew) read.add(event.sourceId);
    const all = (is: (name: string) => boolean) => [...names].every(is);
    if (all((name) => !!chart.getSource(name) && chart.isSourceLoaded(name) && read.has(name))) end();
    // A source that was never drawn asks for its tiles only while a picture is drawn.
    else if (isNew && all((name) => read.has(name))) draw.call(chart);
  };
  const timer = setTimeout(end, patience);
  chart.triggerRepaint = () => {
    if (chart.isMoving()) draw.call(chart);
  };
  chart.on('sourcedata', heard);
  chart.once('remove', () => clearTimeout(timer));
}

let rest: () => void = () => undefined;
const resting = new Promise<void>((resolve) => (rest = resolve));

/** The map has drawn all it was given. */
export const atRest = () => rest();

/** Over when the first map of this visit is at rest, or after some seconds: what is seen beside the map need not delay it. */
export const afterMap = (): Promise<void> => Promise.race([resting, new Promise<void>((resolve) => setTimeout(resolve, 4000))]);
