import { useSyncExternalStore } from 'react';

/** Whether the server answers: yes, it is starting, or nobody is there. */
export type Connection = 'here' | 'starting' | 'lost';

let state: Connection = 'here';
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();
const returns = new Set<() => void>();

function become(next: Connection) {
  if (next === state) return;
  const back = next === 'here';
  state = next;
  listeners.forEach((listener) => listener());
  if (back) returns.forEach((listener) => listener());
}

/** Asks again until someone answers, so that a page mends itself when the server is back. */
function askAgain() {
  timer ??= setTimeout(async () => {
    timer = null;
    try {
      const response = await fetch('/api/v1/status', { cache: 'no-store' });
      const body = response.ok ? ((await response.json()) as { state?: string }) : null;
      if (body?.state === 'starting') {
        starting();
      } else if (response.ok) {
        become('here');
      } else {
        askAgain();
      }
    } catch {
      lost();
    }
  }, 1500);
}

export function lost() {
  become('lost');
  askAgain();
}

export function starting() {
  become('starting');
  askAgain();
}

export function reached() {
  if (state === 'lost') become('here');
}

/** Called when the server answers again after it did not. */
export function onReturn(listener: () => void): () => void {
  returns.add(listener);
  return () => returns.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
