import { useEffect, useState } from 'react';
import { base } from './client';
import { queries } from './queries';
import type { Job } from './shapes';

export const isOver = (job: Job | null | undefined) => job?.state === 'done' || job?.state === 'failed' || job?.state === 'cancelled';

/** Follows a job until it ends. A dropped connection is taken up again where it broke off; the browser asks by the last event's number. */
export function follow(id: string, told: (job: Job) => void, linked?: (up: boolean) => void): () => void {
  const source = new EventSource(`${base}/jobs/${encodeURIComponent(id)}/events`);
  let again: ReturnType<typeof setTimeout> | null = null;
  let stopAgain: (() => void) | null = null;
  const hear = (event: MessageEvent<string>) => {
    const job = JSON.parse(event.data) as Job;
    linked?.(true);
    told(job);
    if (isOver(job)) source.close();
  };
  for (const name of ['progress', 'done', 'failed', 'cancelled', 'message']) source.addEventListener(name, hear as EventListener);
  source.onopen = () => linked?.(true);
  source.onerror = () => {
    linked?.(false);
    // A browser gives up where the answer was no stream (a server that is just coming back); then it is asked anew.
    if (source.readyState === EventSource.CLOSED && !again) again = setTimeout(() => (stopAgain = follow(id, told, linked)), 2000);
  };
  return () => {
    source.close();
    if (again) clearTimeout(again);
    stopAgain?.();
  };
}

/** A job as it goes, and whether the connection to it stands. */
export function useJob(id: string | null | undefined): { job: Job | null; up: boolean } {
  const [told, setTold] = useState<{ id: string; job: Job } | null>(null);
  const [up, setUp] = useState(true);
  useEffect(() => {
    if (!id) return;
    return follow(
      id,
      (job) => {
        setTold({ id, job });
        if (isOver(job)) void queries.invalidateQueries({ predicate: (query) => !String(query.queryKey[0]).includes('/layers') });
      },
      setUp,
    );
  }, [id]);
  return { job: told && told.id === id ? told.job : null, up };
}
