import type { PlanFull, PlanItem } from '../api/shapes';

/** What a plan assumes, as its study has it after all changes. */
export interface Settings {
  credit: number;
  /** $/t in place of the law's amounts; null where the law's hold. */
  creditLevel: number | null;
  asOf: string;
  overlays: string[];
  goalMode: 'target' | 'price';
  goal: number[];
  dac: number;
  tracks: string[];
  forbidden: string[];
  forced: string[];
  /** Least share for disadvantaged communities; zero where none is asked. */
  community: number;
  /** The plan that the changes began with. */
  root: PlanItem;
}

export function settingsOf(plan: PlanFull, root: PlanItem = plan): Settings {
  const { policy, costFactors, limits } = plan.asked;
  return {
    credit: policy?.creditFactor ?? 1,
    creditLevel: policy?.creditUsdPerTonne ?? null,
    asOf: plan.policy.asOf,
    overlays: plan.policy.overlays,
    goalMode: plan.mode === 'price' ? 'price' : 'target',
    goal: plan.goal,
    dac: costFactors?.dac ?? 1,
    tracks: plan.tracks,
    forbidden: limits?.closed ?? [],
    forced: limits?.forced ?? [],
    community: limits?.communities?.leastShare ?? 0,
    root,
  };
}

/** What a tonne with a credit earns on average in a plan, real $/t, in steps of five: where a flat level begins. Null where nothing earns. */
export function averageCredit(plan: Pick<PlanFull, 'periods'>): number | null {
  const earning = plan.periods.filter((period) => period.creditsUsd > 0 && period.capturedMtPerYear > 0);
  const tonnes = earning.reduce((sum, period) => sum + period.capturedMtPerYear * 1e6 * (period.to - period.from + 1), 0);
  return tonnes > 0 ? Math.round(earning.reduce((sum, period) => sum + period.creditsUsd, 0) / tonnes / 5) * 5 : null;
}
