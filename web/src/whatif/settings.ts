import type { Change, PlanFull, PlanItem } from '../api/shapes';

/** What a plan assumes, after all the changes from the plan that it began with. */
export interface Settings {
  credit: number;
  asOf: string;
  mode: string | null;
  overlays: string[];
  goalMode: 'target' | 'price';
  goal: number[];
  dac: number;
  tracks: string[];
  forbidden: string[];
  root: PlanItem;
  chain: PlanItem[];
}

const numbers = (value: unknown): number[] | null => (Array.isArray(value) ? (value as number[]) : null);

export function settingsOf(chain: PlanItem[]): Settings {
  const root = chain[0]!;
  const plan = chain.at(-1)!;
  const settings: Settings = {
    credit: 1, asOf: plan.policy.asOf, mode: plan.policy.mode, overlays: plan.policy.overlays, goalMode: plan.mode === 'price' ? 'price' : 'target', goal: plan.goal, dac: 1,
    tracks: (plan as PlanFull).tracks ?? ['pointSource', 'biogenic', 'dac'], forbidden: [], root, chain,
  };
  for (const change of chain.flatMap((item) => item.changes)) apply(settings, change);
  return settings;
}

function apply(settings: Settings, change: Change) {
  switch (change.kind) {
    case 'credit':
      if (typeof change.factor === 'number') settings.credit = change.factor;
      break;
    case 'cost':
      if (typeof change.dac === 'number') settings.dac = change.dac;
      break;
    case 'tracks':
      settings.tracks = (change.tracks as string[] | undefined) ?? settings.tracks;
      break;
    case 'target':
      settings.goal = numbers(change.mtPerYear) ?? settings.goal;
      break;
    case 'price':
      settings.goal = numbers(change.usdPerTonne) ?? settings.goal;
      break;
    case 'forbid':
      settings.forbidden = [...new Set([...settings.forbidden, ...((change.ids as string[] | undefined) ?? [])])];
      break;
    case 'allow':
      settings.forbidden = settings.forbidden.filter((id) => !((change.ids as string[] | undefined) ?? []).includes(id));
      break;
  }
}
