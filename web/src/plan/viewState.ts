import { useMemo } from 'react';
import { go, useAddress, withQuery } from '../address/address';
import type { PlanFull } from '../api/shapes';
import { layerNames, shownFirst, type LayerName, type Shown } from '../map/layers';
import type { Chosen, View } from '../map/MapView';

export interface PlanView {
  year: number;
  period: number;
  shown: Shown;
  view: View | null;
  chosen: Chosen | null;
  difference: string | null;
  table: string | null;
  tab: string;
}

const pair = (text: string | null): [number, number] | null => {
  const [low, high] = (text ?? '').split('-').map(Number);
  return Number.isFinite(low) && Number.isFinite(high) && text ? [low!, high!] : null;
};

const list = (text: string | null): string[] => (text ? text.split(',').filter(Boolean) : []);

export function periodOf(plan: Pick<PlanFull, 'periods'>, year: number): number {
  const at = plan.periods.findIndex((period) => year >= period.from && year <= period.to);
  return at < 0 ? plan.periods.length - 1 : at;
}

export const firstYear = (plan: Pick<PlanFull, 'periods'>) => plan.periods[0]?.from ?? 2026;
export const lastYear = (plan: Pick<PlanFull, 'periods'>) => plan.periods.at(-1)?.to ?? 2050;

/** What the address says is shown. Everything has a default, so a short address is a good one. */
export function readView(plan: PlanFull, query: URLSearchParams): PlanView {
  const asked = Number(query.get('y'));
  const year = asked >= firstYear(plan) && asked <= lastYear(plan) ? asked : lastYear(plan);
  const [longitude, latitude, zoom] = (query.get('at') ?? '').split(',').map(Number);
  const [kind, ...rest] = (query.get('sel') ?? '').split(':');
  const named = query.get('layers');
  const layers = named === null ? shownFirst : (list(named).filter((name) => (layerNames as readonly string[]).includes(name)) as LayerName[]);
  const period = periodOf(plan, year);
  return {
    year,
    period,
    shown: {
      period,
      periods: plan.periods.length,
      layers,
      groups: list(query.get('sector')),
      states: list(query.get('state')),
      cost: pair(query.get('cost')),
      countiesBy: query.get('counties') === 'captured' ? 'captured' : 'svi',
    },
    view: Number.isFinite(latitude) && Number.isFinite(zoom) ? { longitude: longitude!, latitude: latitude!, zoom: zoom! } : null,
    chosen: kind && rest.length > 0 ? { kind, id: rest.join(':') } : null,
    // While another plan is still read, the address may already ask what differs from this one: nothing does.
    difference: query.get('diff') === plan.id ? null : query.get('diff'),
    table: query.get('table'),
    tab: query.get('tab') ?? 'whatif',
  };
}

export function usePlanView(plan: PlanFull): PlanView {
  const { query } = useAddress();
  const text = query.toString();
  return useMemo(() => readView(plan, new URLSearchParams(text)), [plan, text]);
}

/** Changes what is shown; `push` leaves a step for the back button. */
export function show(changes: Record<string, string | null>, push = false): void {
  go(withQuery(changes), { replace: !push });
}
