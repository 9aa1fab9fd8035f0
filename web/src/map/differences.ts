import type { Feature, FeatureCollection } from 'geojson';
import { read } from '../api/client';

/** A thing that does something else in another plan; values by period, null where it is not there at all. */
export interface Changed {
  kind: 'site' | 'pipe' | 'storage';
  id: string;
  name: string;
  change: string;
  before: number[] | null;
  after: number[] | null;
}

const layers = { site: 'sites', pipe: 'pipes', storage: 'storage' } as const;
const path = (plan: string, part: string) => `plans/${encodeURIComponent(plan)}/${part}`;

export const differencePath = (plan: string, from: string) => path(plan, `difference?from=${encodeURIComponent(from)}`);

/** What differs between two plans, each with the shape that it has in the plan where it stands. */
export async function differenceShapes(plan: string, from: string): Promise<FeatureCollection> {
  const { changes } = await read<{ changes: Changed[] }>(differencePath(plan, from));
  const kinds = [...new Set(changes.map((change) => change.kind))];
  const shapes = new Map<string, Feature['geometry']>();
  // What is gone stands only in the plan before; what is new only in the plan after.
  for (const where of [from, plan]) {
    for (const layer of await Promise.all(kinds.map(async (kind) => ({ kind, features: (await read<FeatureCollection>(path(where, `layers/${layers[kind]}`))).features })))) {
      for (const feature of layer.features) shapes.set(`${layer.kind}:${feature.properties?.id}`, feature.geometry);
    }
  }
  const features = changes.flatMap((change): Feature[] => {
    const geometry = shapes.get(`${change.kind}:${change.id}`);
    return geometry ? [{ type: 'Feature', properties: { id: change.id, name: change.name, kind: change.kind, change: change.change }, geometry }] : [];
  });
  return { type: 'FeatureCollection', features };
}
