// Makes public/basemap: outlines that the map draws under a plan. Everything comes from the repository's own dataset and from
// us-atlas and world-atlas (public domain outlines of the Census Bureau and Natural Earth), so no tile server is ever asked.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const dataset = join(web, '..', 'data', 'us');
const out = join(web, 'public', 'basemap');
const require = createRequire(import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const write = (name, value) => writeFileSync(join(out, name), JSON.stringify(value));

mkdirSync(out, { recursive: true });

// Not among the contiguous states: Alaska, Hawaii and the territories.
const elsewhere = new Set(['02', '15', '60', '66', '69', '72', '78']);

const round = (value) => Math.round(value * 100) / 100;
const rounded = (coordinates) =>
  typeof coordinates[0] === 'number' ? [round(coordinates[0]), round(coordinates[1])] : coordinates.map(rounded);

// Part of a ring inside one half plane, by Sutherland and Hodgman.
function clippedRing(ring, inside, crossing) {
  const kept = [];
  for (let i = 0; i < ring.length - 1; i++) {
    const [from, to] = [ring[i], ring[i + 1]];
    if (inside(from)) kept.push(from);
    if (inside(from) !== inside(to)) kept.push(crossing(from, to));
  }
  if (kept.length > 0) kept.push(kept[0]);
  return kept;
}

const box = { west: -140, south: 12, east: -50, north: 62 };
const at = (axis, value) => (from, to) => {
  const share = (value - from[axis]) / (to[axis] - from[axis]);
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
};
const sides = [
  [(p) => p[0] >= box.west, at(0, box.west)],
  [(p) => p[0] <= box.east, at(0, box.east)],
  [(p) => p[1] >= box.south, at(1, box.south)],
  [(p) => p[1] <= box.north, at(1, box.north)],
];
const clippedPolygon = (rings) =>
  rings.map((ring) => sides.reduce((r, [inside, crossing]) => clippedRing(r, inside, crossing), ring)).filter((ring) => ring.length > 3);

function neighbours() {
  const atlas = require('world-atlas/countries-50m.json');
  const around = new Set(['Canada', 'Mexico', 'Cuba', 'Bahamas', 'Guatemala', 'Belize', 'Honduras', 'Jamaica', 'Haiti', 'Dominican Rep.', 'El Salvador', 'Nicaragua', 'Puerto Rico']);
  const polygons = feature(atlas, atlas.objects.countries).features
    .filter((country) => around.has(country.properties.name))
    .flatMap((country) => (country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates))
    .map(clippedPolygon)
    .filter((rings) => rings.length > 0);
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: rounded(polygons) } }] };
}

// The largest ring's middle: where a state's two letters stand.
function labelPoint(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const area = (ring) => Math.abs(ring.slice(1).reduce((sum, p, i) => sum + ring[i][0] * p[1] - p[0] * ring[i][1], 0) / 2);
  const ring = polygons.map((p) => p[0]).sort((a, b) => area(b) - area(a))[0];
  let [twice, x, y] = [0, 0, 0];
  ring.slice(1).forEach((p, i) => {
    const cross = ring[i][0] * p[1] - p[0] * ring[i][1];
    twice += cross;
    x += (ring[i][0] + p[0]) * cross;
    y += (ring[i][1] + p[1]) * cross;
  });
  return rounded([x / (3 * twice), y / (3 * twice)]);
}

function counties() {
  const atlas = require('us-atlas/counties-10m.json');
  const features = feature(atlas, atlas.objects.counties).features
    .filter((county) => !elsewhere.has(String(county.id).slice(0, 2)))
    .map((county) => ({ type: 'Feature', id: county.id, properties: { id: county.id }, geometry: county.geometry }));
  const weighed = presimplify(topology({ counties: { type: 'FeatureCollection', features } }));
  const lighter = simplify(weighed, quantile(weighed, 0.55));
  // Twelve thousand steps across the country are about 400 m: finer than a county's border on any screen.
  const shapes = feature(lighter, lighter.objects.counties);
  return topology({ counties: shapes }, 12000);
}

const states = json(join(dataset, 'states.geojson'));
write('states.json', states);
write('nation.json', json(join(dataset, 'nation.geojson')));
write('labels.json', {
  type: 'FeatureCollection',
  features: states.features.map((state) => ({
    type: 'Feature',
    properties: { id: state.properties.id, name: state.properties.name },
    geometry: { type: 'Point', coordinates: labelPoint(state.geometry) },
  })),
});
write('neighbours.json', neighbours());
write('counties.json', counties());
