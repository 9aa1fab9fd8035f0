import { useQueryKey } from '../address/address';

/** The day whose law is shown on every page of the register; null is today. */
export function useAsOf(): [string | null, (day: string | null) => void] {
  const [day, set] = useQueryKey('asof');
  return [day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null, set];
}

const dayMs = 86_400_000;
export const toNumber = (day: string) => Math.round(Date.parse(`${day.length === 10 ? day : `${day}-01-01`.slice(0, 10)}T00:00:00Z`) / dayMs);
export const toDay = (days: number) => new Date(days * dayMs).toISOString().slice(0, 10);
