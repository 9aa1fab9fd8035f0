import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../shell/theme';
import { changeColours } from './icons';
import { sectorGroups } from './sectors';
import { palettes } from './style';

export const layerNames = ['sites', 'left', 'pipes', 'storage', 'existing', 'counties'] as const;
export type LayerName = (typeof layerNames)[number];
export const shownFirst: LayerName[] = ['sites', 'left', 'pipes', 'storage', 'existing'];

/** What of a plan is shown, and when. */
export interface Shown {
  period: number;
  periods: number;
  layers: LayerName[];
  groups: string[];
  states: string[];
  cost: [number, number] | null;
  countiesBy: 'svi' | 'captured';
}

type E = ExpressionSpecification;
const at = (name: string, period: number): E => ['coalesce', ['get', `${name}${period}`], 0];

const groupExpression: E = [
  'match', ['get', 'sector'],
  ...sectorGroups.filter((group) => group.sectors.length > 0).flatMap((group) => [group.sectors, `site-${group.key}`]),
  'site-other',
] as unknown as E;

/** The largest diameter laid by the end of a period, in inches; zero where nothing is laid. */
const inches = (period: number): E => at('inches', period);

/** Whether a line is laid, or laid wider, in a period. */
const isNew = (period: number): E => (period === 0 ? ['>', inches(0), 0] : ['>', inches(period), inches(period - 1)]) as E;

const pipeWidth = (period: number): E => [
  'interpolate', ['linear'], ['zoom'],
  3, ['interpolate', ['linear'], inches(period), 0, 0.7, 12, 1.2, 24, 2.4, 48, 4.6],
  8, ['interpolate', ['linear'], inches(period), 0, 1.6, 12, 3, 24, 5.5, 48, 10],
];

const siteSize = (period: number): E => [
  'interpolate', ['linear'], ['zoom'],
  3, ['interpolate', ['linear'], ['sqrt', at('rate', period)], 0, 0.12, 500, 0.18, 1500, 0.34, 4000, 0.62],
  8, ['interpolate', ['linear'], ['sqrt', at('rate', period)], 0, 0.3, 500, 0.42, 1500, 0.7, 4000, 1.2],
];

function siteFilter(shown: Shown): FilterSpecification[] {
  const filters: FilterSpecification[] = [];
  if (shown.groups.length > 0) filters.push(['in', groupExpression, ['literal', shown.groups.map((group) => `site-${group}`)]] as FilterSpecification);
  if (shown.states.length > 0) filters.push(['in', ['get', 'state'], ['literal', shown.states]] as FilterSpecification);
  if (shown.cost) {
    const cost: E = ['coalesce', ['get', 'costUsdPerT'], -1];
    filters.push(['all', ['>=', cost, shown.cost[0]], ['<=', cost, shown.cost[1]]] as FilterSpecification);
  }
  return filters;
}

const all = (...filters: FilterSpecification[]): FilterSpecification => ['all', ...filters] as FilterSpecification;
const byState = (shown: Shown): FilterSpecification[] => (shown.states.length > 0 ? [['in', ['get', 'state'], ['literal', shown.states]] as FilterSpecification] : []);

/** Layers of a plan from bottom to top. Each names the source of the same name, or the one in `source`. */
export function planLayers(theme: Theme, shown: Shown, language: 'en' | 'zh'): LayerSpecification[] {
  const p = palettes[theme];
  const t = shown.period;
  const visible = (name: LayerName) => ({ visibility: shown.layers.includes(name) ? ('visible' as const) : ('none' as const) });
  const ramp = shown.countiesBy === 'svi' ? p.community : p.captured;
  const countyValue: E = shown.countiesBy === 'svi' ? ['coalesce', ['get', 'svi'], -1] : ['/', at('capturedTPerYear', t), 5e6];
  const polygons: FilterSpecification = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]] as FilterSpecification;
  return [
    {
      id: 'counties', type: 'fill', source: 'counties', layout: visible('counties'),
      paint: {
        'fill-color': ['case', ['<', countyValue, 0], p.land, ['interpolate', ['linear'], countyValue, 0, ramp[0]!, 0.25, ramp[1]!, 0.5, ramp[2]!, 0.75, ramp[3]!, 1, ramp[4]!]] as unknown as E,
        'fill-opacity': 0.85, 'fill-outline-color': p.border,
      },
    },
    {
      id: 'storage', type: 'fill', source: 'storage', filter: all(polygons, ...byState(shown)), layout: visible('storage'),
      paint: {
        'fill-antialias': false,
        'fill-color': ['match', ['get', 'kind'], 'eor', p.eor, p.saline],
        'fill-opacity': ['case', ['>', at('rate', t), 0], ['interpolate', ['linear'], at('fill', t), 0, 0.16, 1, 0.6], 0.04] as unknown as E,
      },
    },
    {
      id: 'storage-edge', type: 'line', source: 'storage', filter: all(polygons, ...byState(shown)), layout: visible('storage'),
      paint: { 'line-color': ['match', ['get', 'kind'], 'eor', p.eor, p.saline], 'line-width': ['case', ['>', at('rate', t), 0], 1.4, 0.5] as unknown as E, 'line-opacity': ['case', ['>', at('rate', t), 0], 0.95, 0.4] as unknown as E },
    },
    { id: 'existing', type: 'line', source: 'existing', layout: visible('existing'), paint: { 'line-color': p.existing, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 1.4, 8, 3], 'line-dasharray': [2.4, 1.6] } },
    {
      id: 'pipes', type: 'line', source: 'pipes', layout: { ...visible('pipes'), 'line-cap': 'round', 'line-join': 'round' },
      filter: ['any', ['>', inches(t), 0], ['!=', at('flow', t), 0]] as FilterSpecification,
      paint: { 'line-color': ['case', isNew(t), p.pipeNew, p.pipe] as unknown as E, 'line-width': pipeWidth(t) },
    },
    {
      id: 'pipe-arrows', type: 'symbol', source: 'pipes', minzoom: 4, filter: ['!=', at('flow', t), 0] as FilterSpecification,
      layout: {
        ...visible('pipes'), 'symbol-placement': 'line', 'symbol-spacing': 90, 'icon-image': 'arrow', 'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.2, 8, 0.42],
        'icon-rotate': ['case', ['<', at('flow', t), 0], 180, 0] as unknown as E, 'icon-allow-overlap': true, 'icon-padding': 0,
      },
    },
    {
      id: 'left', type: 'circle', source: 'sites', filter: all(['!', ['>', at('rate', t), 0]] as FilterSpecification, ...siteFilter(shown)), layout: visible('left'),
      paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 1.1, 8, 4], 'circle-color': p.left, 'circle-opacity': 0.75, 'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 5, 0, 8, 1], 'circle-stroke-color': p.land },
    },
    {
      id: 'uses', type: 'circle', source: 'storage', filter: all(['==', ['geometry-type'], 'Point'] as FilterSpecification, ...byState(shown)), layout: visible('storage'),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 3.2, 8, 9], 'circle-color': p.eor, 'circle-opacity': ['case', ['>', at('rate', t), 0], 0.9, 0.15] as unknown as E,
        'circle-stroke-color': p.eor, 'circle-stroke-width': 1.4,
      },
    },
    {
      id: 'sites', type: 'symbol', source: 'sites', filter: all(['>', at('rate', t), 0] as FilterSpecification, ...siteFilter(shown)),
      layout: { ...visible('sites'), 'icon-image': groupExpression, 'icon-size': siteSize(t), 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-sort-key': ['-', 0, at('rate', t)] as unknown as E },
    },
    {
      id: 'storage-names', type: 'symbol', source: 'storage', minzoom: 5.2, filter: ['>', at('rate', t), 0] as FilterSpecification,
      layout: {
        ...visible('storage'), 'text-font': ['sans-serif'], 'text-size': 12, 'text-max-width': 9,
        'text-field': ['case', ['has', `fill${t}`], ['concat', ['get', 'name'], '\n', ['number-format', ['*', 100, at('fill', t)], { 'max-fraction-digits': 0, locale: language }], ' %'], ['get', 'name']] as unknown as E,
      },
      paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.6 },
    },
  ];
}

/** What differs between two plans, each change with a colour and a sign of its own. */
export function differenceLayers(theme: Theme): LayerSpecification[] {
  const colour = ['match', ['get', 'change'], ...Object.entries(changeColours[theme]).flat(), palettes[theme].left] as unknown as E;
  const lines: FilterSpecification = ['in', ['geometry-type'], ['literal', ['LineString', 'MultiLineString']]] as FilterSpecification;
  return [
    { id: 'difference-areas', type: 'line', source: 'difference', filter: ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]] as FilterSpecification, paint: { 'line-color': colour, 'line-width': 2.5 } },
    { id: 'difference-lines', type: 'line', source: 'difference', filter: lines, paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 2.5, 8, 6], 'line-opacity': 0.9 } },
    {
      id: 'difference-signs', type: 'symbol', source: 'difference', filter: lines, minzoom: 4,
      layout: { 'symbol-placement': 'line-center', 'icon-image': ['concat', 'change-', ['get', 'change']], 'icon-size': 0.28, 'icon-allow-overlap': false },
    },
    {
      id: 'difference-points', type: 'symbol', source: 'difference', filter: ['==', ['geometry-type'], 'Point'] as FilterSpecification,
      layout: { 'icon-image': ['concat', 'change-', ['get', 'change']], 'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.26, 8, 0.55], 'icon-allow-overlap': true },
    },
  ];
}

/** Layers that answer a click, the topmost first, and the kind of page each opens. */
export const answering: [layer: string, kind: string][] = [
  ['difference-points', 'difference'], ['difference-lines', 'difference'], ['sites', 'sites'], ['uses', 'storage'], ['pipes', 'pipes'], ['left', 'sites'], ['existing', 'existing'], ['storage', 'storage'], ['counties', 'counties'],
];
