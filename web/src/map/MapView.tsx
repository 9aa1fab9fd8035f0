import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { AttributionControl, Map as Chart, NavigationControl, ScaleControl, setWorkerCount, setWorkerUrl, type GeoJSONSource, type LayerSpecification, type MapLayerMouseEvent, type PointLike } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState } from 'react';
import { base } from '../api/client';
import { useTheme } from '../shell/theme';
import { useWords } from '../words/words';
import { pictures } from './icons';
import { answering, differenceLayers, planLayers, type Shown } from './layers';
import { countyShapes } from './counties';
import { differenceLayerPath } from './differences';
import { atRest, drawnAtOnce } from './drawing';
import { basemap, palettes } from './style';

setWorkerUrl(workerUrl);
// Sites and pipes are cut into tiles beside each other.
setWorkerCount(2);

export interface View { longitude: number; latitude: number; zoom: number }
export interface Chosen { kind: string; id: string; place?: [number, number] | null }

interface Props {
  plan: string;
  bounds: { west: number; south: number; east: number; north: number };
  shown: Shown;
  difference: string | null;
  view: View | null;
  chosen: Chosen | null;
  credits: string[];
  onView: (view: View) => void;
  onChoose: (chosen: Chosen | null) => void;
  nameOf: (kind: string, properties: Record<string, unknown>) => string;
}

const nothing = { type: 'FeatureCollection' as const, features: [] };
const sources = ['sites', 'pipes', 'storage', 'existing', 'counties', 'difference'] as const;

const whole = (path: string) => new URL(`${base}/${path}`, location.href).href;

/** Draws a plan. The state is the caller's: this shows it and says what was clicked. */
export default function MapView(props: Props) {
  const { t, language } = useWords();
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const map = useRef<Chart | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [ready, setReady] = useState(0);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    let chart: Chart;
    try {
      chart = begin(frame.current!, latest, theme, t('map.name'));
    } catch {
      setBroken(true);
      return;
    }
    map.current = chart;
    chart.once('style.load', () => setReady((n) => n + 1));
    chart.on('moveend', () => {
      const centre = chart.getCenter();
      latest.current.onView({ longitude: centre.lng, latitude: centre.lat, zoom: chart.getZoom() });
    });
    chart.on('click', (event) => latest.current.onChoose(found(chart, event.point)));
    chart.on('mousemove', (event: MapLayerMouseEvent) => hover(chart, event, tip.current!, latest.current.nameOf));
    chart.on('mouseout', () => tip.current!.classList.remove('seen'));
    // A mark for tests and the bench: the map has drawn everything that it was given.
    chart.on('idle', () => {
      if (!frame.current || !chart.getLayer('sites')) return;
      frame.current.dataset.idle = String(Math.round(performance.now()));
      atRest();
    });
    // For tests and the bench, which look at what is drawn.
    (frame.current as unknown as { chart: Chart }).chart = chart;
    return () => {
      map.current = null;
      chart.remove();
    };
    // The map is made once for a theme; everything else is told to it.
    // eslint-disable-next-line
  }, [theme]);

  useEffect(() => {
    const chart = map.current;
    if (!chart || ready === 0) return;
    delete frame.current!.dataset.idle;
    addSources(chart, props.plan, props.difference, props.shown.layers);
    setLayers(chart, planLayers(theme, props.shown, language));
  }, [ready, theme, language, props.plan, props.difference, props.shown]);

  useEffect(() => {
    const chart = map.current;
    if (!chart || ready === 0 || !chart.getLayer('sites')) return;
    for (const layer of differenceLayers(theme)) if (!chart.getLayer(layer.id)) chart.addLayer(layer, 'storage-names');
    // Under a difference the plan itself steps back.
    chart.setPaintProperty('sites', 'icon-opacity', props.difference ? 0.25 : 1);
    chart.setPaintProperty('pipes', 'line-opacity', props.difference ? 0.3 : 1);
    chart.setPaintProperty('existing', 'line-opacity', props.difference ? 0.3 : 1);
    chart.setPaintProperty('pipe-arrows', 'icon-opacity', props.difference ? 0 : 1);
  }, [ready, theme, props.plan, props.difference, props.shown]);

  useEffect(() => {
    const chart = map.current;
    if (!chart || ready === 0) return;
    markChosen(chart, props.chosen, theme);
  }, [ready, theme, props.chosen, props.plan, props.shown]);

  return (
    <div className="map-frame">
      <div ref={frame} className="map" data-testid="map" />
      <div ref={tip} className="map-tip" aria-hidden="true" />
      {broken ? <p className="map-broken note warn">{t('map.noGraphics')}</p> : null}
    </div>
  );
}

function begin(container: HTMLElement, latest: { current: Props }, theme: 'light' | 'dark', name: string): Chart {
  const { bounds, view, credits } = latest.current;
  const chart = new Chart({
    container,
    style: basemap(theme),
    ...(view ? { center: [view.longitude, view.latitude] as [number, number], zoom: view.zoom } : { bounds: [bounds.west, bounds.south, bounds.east, bounds.north] as [number, number, number, number], fitBoundsOptions: { padding: 24 } }),
    minZoom: 2,
    maxZoom: 12,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: { 'Map.Title': name },
  });
  drawnAtOnce(chart, sources);
  chart.touchZoomRotate.disableRotation();
  chart.keyboard.disableRotation();
  chart.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  chart.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');
  chart.addControl(new AttributionControl({ compact: false, customAttribution: credits }), 'bottom-right');
  for (const [id, picture] of Object.entries(pictures(theme))) {
    chart.once('style.load', () => {
      if (!chart.hasImage(id)) chart.addImage(id, picture, { pixelRatio: 2 });
    });
  }
  return chart;
}

/** The address of what a source holds; empty where it holds nothing. */
function addressOf(name: (typeof sources)[number], plan: string, difference: string | null, layers: readonly string[]): string {
  if (name === 'difference') return difference ? whole(differenceLayerPath(plan, difference)) : '';
  return name !== 'counties' || layers.includes(name) ? whole(`plans/${encodeURIComponent(plan)}/layers/${name}`) : '';
}

/** Gives each source what it should hold, where it holds something else. */
function addSources(chart: Chart, plan: string, difference: string | null, layers: readonly string[]): void {
  const before = given.get(chart) ?? {};
  const now = Object.fromEntries(sources.map((name) => [name, addressOf(name, plan, difference, layers)]));
  const other = sources.filter((name) => before[name] !== now[name]);
  if (other.length === 0) return;
  given.set(chart, now);
  drawnAtOnce(chart, other);
  for (const name of other) {
    const address = now[name]!;
    // A county is a point in the plan and an outline in the page: the two are put together here.
    const data = name === 'counties' || !address ? nothing : address;
    const source = chart.getSource<GeoJSONSource>(name);
    if (source) source.setData(data);
    else chart.addSource(name, { type: 'geojson', data, promoteId: 'id', tolerance: name === 'pipes' ? 0.2 : 0.375 });
    if (name === 'counties' && address) {
      void countyShapes(address).then((shapes) => {
        if (given.get(chart)?.counties === address) chart.getSource<GeoJSONSource>('counties')?.setData(shapes);
      }, () => undefined);
    }
  }
}

const given = new WeakMap<Chart, Record<string, string>>();

/** Adds layers that are not there and changes only what differs in those that are. */
function setLayers(chart: Chart, layers: LayerSpecification[]) {
  for (const layer of layers) {
    if (!chart.getLayer(layer.id)) {
      chart.addLayer(layer, chart.getLayer('state-names') && (layer.type === 'fill' || layer.type === 'line') ? 'state-names' : undefined);
      continue;
    }
    if ('filter' in layer) chart.setFilter(layer.id, layer.filter ?? null);
    for (const [name, value] of Object.entries(layer.layout ?? {})) chart.setLayoutProperty(layer.id, name as never, value as never);
    for (const [name, value] of Object.entries(layer.paint ?? {})) chart.setPaintProperty(layer.id, name as never, value as never);
  }
}

function found(chart: Chart, point: { x: number; y: number }): Chosen | null {
  const reach = 5;
  const box: [PointLike, PointLike] = [[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]];
  const layers = answering.map(([layer]) => layer).filter((layer) => chart.getLayer(layer));
  const features = chart.queryRenderedFeatures(box, { layers });
  for (const [layer, kind] of answering) {
    const feature = features.find((f) => f.layer.id === layer);
    if (!feature) continue;
    const properties = feature.properties as { id?: string; kind?: string };
    const page = kind === 'difference' ? `${properties.kind ?? 'site'}`.replace(/^(site|pipe)$/, '$1s') : kind;
    return { kind: page, id: String(properties.id ?? '') };
  }
  return null;
}

function hover(chart: Chart, event: MapLayerMouseEvent, tip: HTMLElement, nameOf: Props['nameOf']) {
  const layers = answering.map(([layer]) => layer).filter((layer) => layer !== 'counties' && chart.getLayer(layer));
  const features = chart.queryRenderedFeatures([[event.point.x - 4, event.point.y - 4], [event.point.x + 4, event.point.y + 4]], { layers });
  for (const [layer, kind] of answering) {
    const feature = features.find((f) => f.layer.id === layer);
    if (!feature) continue;
    tip.textContent = nameOf(kind, feature.properties as Record<string, unknown>);
    tip.classList.add('seen');
    tip.style.transform = `translate(${Math.min(event.point.x + 14, chart.getContainer().clientWidth - 240)}px, ${event.point.y + 14}px)`;
    chart.getCanvas().style.cursor = 'pointer';
    return;
  }
  tip.classList.remove('seen');
  chart.getCanvas().style.cursor = '';
}

function markChosen(chart: Chart, chosen: Chosen | null, theme: 'light' | 'dark') {
  const colour = palettes[theme].chosen;
  const source = chosen && chosen.kind in { sites: 1, pipes: 1, storage: 1, existing: 1, counties: 1 } ? chosen.kind : null;
  for (const id of ['chosen-line', 'chosen-ring', 'chosen-area']) if (chart.getLayer(id)) chart.removeLayer(id);
  if (!source || !chart.getSource(source)) return;
  const filter = ['==', ['get', 'id'], chosen!.id] as never;
  if (source === 'pipes' || source === 'existing') chart.addLayer({ id: 'chosen-line', type: 'line', source, filter, paint: { 'line-color': colour, 'line-width': 6, 'line-opacity': 0.85 } });
  else if (source === 'counties' || source === 'storage') chart.addLayer({ id: 'chosen-area', type: 'line', source, filter, paint: { 'line-color': colour, 'line-width': 3.5 } });
  if (source === 'sites' || source === 'storage')
    chart.addLayer({
      id: 'chosen-ring', type: 'circle', source, filter: ['all', filter, ['==', ['geometry-type'], 'Point']] as never,
      paint: { 'circle-radius': 15, 'circle-opacity': 0, 'circle-stroke-color': colour, 'circle-stroke-width': 3.5 },
    });
}
