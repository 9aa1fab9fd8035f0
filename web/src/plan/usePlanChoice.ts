import { useQueryKey } from '../address/address';
import { useRead } from '../api/queries';
import type { List, PlanItem, Status } from '../api/shapes';

/** The plan that a page without one in its path speaks of: from the address, else the one that the server holds ready. */
export function usePlanChoice() {
  const [asked, choose] = useQueryKey('plan');
  const status = useRead<Status>('status');
  const plans = useRead<List<PlanItem>>('plans?limit=100');
  const id = asked ?? status.data?.plan ?? plans.data?.items[0]?.id ?? null;
  return { id, choose: (next: string) => choose(next), plans, none: plans.data !== undefined && status.data !== undefined && id === null };
}
