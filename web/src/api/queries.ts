import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, Refused, Unreachable } from './client';
import { onReturn } from './connection';

/** What has been read. A plan's parts never change; the rest is asked again after a little while. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (times, fault) => !(fault instanceof Refused && fault.status !== 503) && !(fault instanceof Unreachable) && times < 3,
    },
    mutations: { retry: false },
  },
});

// Whatever failed while nobody answered is asked again as soon as somebody does.
onReturn(() => void queries.invalidateQueries());

/** Reads one address of the API. `null` reads nothing. */
export function useRead<T>(path: string | null, options: { keep?: boolean; still?: boolean; every?: number } = {}): UseQueryResult<T> {
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => read<T>(path!, signal),
    enabled: path !== null,
    staleTime: options.still ? Infinity : undefined,
    placeholderData: options.keep ? (before: T | undefined) => before : undefined,
    refetchInterval: options.every,
  } as Parameters<typeof useQuery<T>>[0]) as UseQueryResult<T>;
}
