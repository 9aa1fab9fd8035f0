import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

let outlines: Promise<Map<string, Geometry>> | null = null;

async function readOutlines(): Promise<Map<string, Geometry>> {
  const topology = (await (await fetch('/basemap/counties.json')).json()) as Topology<{ counties: GeometryCollection<{ id: string }> }>;
  return new Map(feature(topology, topology.objects.counties).features.map((county) => [String(county.properties.id), county.geometry]));
}

/** A county whose outline the page does not have is drawn as a disc, about as large as a county is. */
function disc([x, y]: number[]): Geometry {
  const ring = Array.from({ length: 25 }, (_, i) => [x! + 0.2 * Math.cos((i * Math.PI) / 12), y! + 0.15 * Math.sin((i * Math.PI) / 12)]);
  return { type: 'Polygon', coordinates: [ring] };
}

/** The counties of a plan with their outlines. */
export async function countyShapes(address: string): Promise<FeatureCollection> {
  outlines ??= readOutlines();
  const [shapes, layer] = await Promise.all([outlines, fetch(address).then((response) => response.json() as Promise<FeatureCollection<Point>>)]);
  const features = layer.features.map((county): Feature => ({ ...county, geometry: shapes.get(String(county.properties?.id)) ?? disc(county.geometry.coordinates) }));
  return { type: 'FeatureCollection', features };
}
