/** A thing that does something else in another plan; values by period, null where it is not there at all. */
export interface Changed {
  kind: 'site' | 'pipe' | 'storage';
  id: string;
  name: string;
  change: string;
  before: number[] | null;
  after: number[] | null;
}

const path = (plan: string, part: string, from: string) => `plans/${encodeURIComponent(plan)}/${part}?from=${encodeURIComponent(from)}`;

export const differencePath = (plan: string, from: string) => path(plan, 'difference', from);

/** What differs between two plans, each thing with the shape that it has in the plan where it stands. */
export const differenceLayerPath = (plan: string, from: string) => path(plan, 'layers/difference', from);
