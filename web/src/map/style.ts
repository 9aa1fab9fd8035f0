import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Theme } from '../shell/theme';

export interface Palette {
  sea: string; land: string; abroad: string; border: string; coast: string; label: string; halo: string;
  pipe: string; pipeNew: string; existing: string; candidate: string; saline: string; eor: string; left: string; chosen: string;
  community: string[]; captured: string[];
}

export const palettes: Record<Theme, Palette> = {
  light: {
    sea: '#dfe9ec', land: '#fbfbf8', abroad: '#eeefea', border: '#c3cac5', coast: '#8fa09a', label: '#55625c', halo: '#fbfbf8',
    pipe: '#27433c', pipeNew: '#b4540a', existing: '#7a6a9a', candidate: '#9aa5a0', saline: '#7b5ea7', eor: '#8a5a2b', left: '#8d9893', chosen: '#b4540a',
    community: ['#f4f1e6', '#e4d3a8', '#d0a66b', '#ad7343', '#7a4526'], captured: ['#eef4f3', '#bfe0db', '#7fbfb6', '#3c8f86', '#0b5d57'],
  },
  dark: {
    sea: '#0b1316', land: '#1a2320', abroad: '#141b19', border: '#35433d', coast: '#53665e', label: '#a9b7b0', halo: '#1a2320',
    pipe: '#c9dcd5', pipeNew: '#f3a45c', existing: '#b5a4da', candidate: '#5c6b65', saline: '#a78bd4', eor: '#d0a066', left: '#65736d', chosen: '#f3a45c',
    community: ['#26302b', '#4f4a33', '#7d6840', '#b28a4f', '#efc27c'], captured: ['#1d2b28', '#214f4a', '#2a776f', '#45a79c', '#8be0d6'],
  },
};

const file = (name: string) => new URL(`/basemap/${name}.json`, location.href).href;

/** The map under a plan: sea, land, neighbours and states, all from the page itself. */
export function basemap(theme: Theme): StyleSpecification {
  const p = palettes[theme];
  const layers: LayerSpecification[] = [
    { id: 'sea', type: 'background', paint: { 'background-color': p.sea } },
    { id: 'abroad', type: 'fill', source: 'neighbours', paint: { 'fill-color': p.abroad, 'fill-antialias': false } },
    { id: 'abroad-edge', type: 'line', source: 'neighbours', paint: { 'line-color': p.border, 'line-width': 0.6 } },
    { id: 'land', type: 'fill', source: 'states', paint: { 'fill-color': p.land, 'fill-antialias': false } },
    { id: 'state-borders', type: 'line', source: 'states', paint: { 'line-color': p.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 7, 1.4] } },
    { id: 'coast', type: 'line', source: 'nation', paint: { 'line-color': p.coast, 'line-width': 0.9 } },
    {
      id: 'state-names', type: 'symbol', source: 'labels', minzoom: 3,
      layout: { 'text-field': ['step', ['zoom'], ['get', 'id'], 5.5, ['get', 'name']], 'text-font': ['sans-serif'], 'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10, 7, 14], 'text-letter-spacing': 0.06 },
      paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
    },
  ];
  return {
    version: 8,
    sources: {
      neighbours: { type: 'geojson', data: file('neighbours') },
      states: { type: 'geojson', data: file('states') },
      nation: { type: 'geojson', data: file('nation') },
      labels: { type: 'geojson', data: file('labels') },
    },
    layers,
  };
}
