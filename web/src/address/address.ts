import { useCallback, useMemo, useSyncExternalStore } from 'react';

// The address is the state: what a person sees is told by path and query, so a view is shared by its address.

const changed = 'trunkline:address';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(changed, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(changed, listener);
  };
}

const current = () => location.pathname + location.search;

/** Goes to an address of the app. `replace` leaves no step for the back button. */
export function go(address: string, how: { replace?: boolean; keepScroll?: boolean } = {}): void {
  if (address === current()) return;
  const samePath = new URL(address, location.href).pathname === location.pathname;
  history[how.replace ? 'replaceState' : 'pushState'](null, '', address);
  dispatchEvent(new Event(changed));
  if (!samePath && !how.keepScroll) scrollTo(0, 0);
}

export function useAddress(): { path: string; query: URLSearchParams } {
  const address = useSyncExternalStore(subscribe, current);
  return useMemo(() => {
    const url = new URL(address, location.origin);
    return { path: url.pathname, query: url.searchParams };
  }, [address]);
}

/** The same address with some of its query changed; null and '' take a key out. */
export function withQuery(changes: Record<string, string | null | undefined>, path = location.pathname, from = location.search): string {
  const query = new URLSearchParams(from);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') query.delete(key);
    else query.set(key, value);
  }
  // Commas and colons are legal in a query and keep a shared address readable.
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@');
  return text ? `${path}?${text}` : path;
}

/** One key of the query, and how to change it. */
export function useQueryKey(key: string): [string | null, (value: string | null, push?: boolean) => void] {
  const { query } = useAddress();
  const set = useCallback((value: string | null, push = false) => go(withQuery({ [key]: value }), { replace: !push }), [key]);
  return [query.get(key), set];
}

/** A list in one key, separated by commas. */
export function useQueryList(key: string): [string[], (value: string[]) => void] {
  const [text, set] = useQueryKey(key);
  const list = useMemo(() => (text ? text.split(',') : []), [text]);
  return [list, useCallback((value: string[]) => set(value.join(',')), [set])];
}

/** Parts of a path that fit a pattern such as `/plans/:id`, or null. */
export function fit(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (let i = 0; i < wanted.length; i++) {
    const [w, g] = [wanted[i]!, given[i]!];
    if (w.startsWith(':')) parts[w.slice(1)] = decodeURIComponent(g);
    else if (w !== g) return null;
  }
  return parts;
}

/** Query keys that mean the same on every page and travel along. */
export const travelling = ['asof', 'plan'] as const;

/** An address with the keys that travel along, taken from where the person is. */
export function onward(address: string): string {
  const url = new URL(address, location.origin);
  const here = new URLSearchParams(location.search);
  const register = url.pathname.startsWith('/register') && location.pathname.startsWith('/register');
  for (const key of travelling) {
    const value = here.get(key);
    if (value && !url.searchParams.has(key) && (key !== 'asof' || register) && (key !== 'plan' || !url.pathname.startsWith('/register'))) url.searchParams.set(key, value);
  }
  return url.pathname + url.search;
}
