import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { read } from './client';
import type { PlanFull, PlanItem, PlanPage } from './shapes';

export const planPath = (id: string) => `plans/${encodeURIComponent(id)}`;

/** A plan with what its list item says of it in one object. */
async function readPlan(id: string, signal?: AbortSignal): Promise<PlanFull> {
  const { item, study: asked, ...page } = await read<PlanPage>(planPath(id), signal);
  return { ...page, ...item, asked };
}

/** Reads a plan before it is shown. */
export const expectPlan = (client: QueryClient, id: string): Promise<void> => client.prefetchQuery({ queryKey: [planPath(id)], queryFn: () => readPlan(id) });

export function usePlan(id: string | null | undefined, options: { keep?: boolean } = {}): UseQueryResult<PlanFull> {
  return useQuery<PlanFull>({
    queryKey: [id ? planPath(id) : null],
    queryFn: ({ signal }) => readPlan(id!, signal),
    enabled: !!id,
    placeholderData: options.keep ? keepPreviousData : undefined,
  });
}

/** A plan and what it came from, the first plan first. Parents are read one after the other. */
export function useChain(plan: PlanFull): PlanItem[] {
  const client = useQueryClient();
  const chain: PlanItem[] = [plan];
  let next: string | null = null;
  for (let parent = plan.parent; parent && chain.length < 60; parent = chain[0]!.parent) {
    const found = client.getQueryData<PlanFull>([planPath(parent)]);
    if (!found) {
      next = parent;
      break;
    }
    chain.unshift(found);
  }
  const wanted = next ? [next] : [];
  useQueries({ queries: wanted.map((id) => ({ queryKey: [planPath(id)], queryFn: ({ signal }: { signal: AbortSignal }) => readPlan(id, signal) })) });
  return chain;
}
