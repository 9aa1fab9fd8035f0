import { useSyncExternalStore } from 'react';
import { go, withQuery } from '../address/address';
import { read, send } from '../api/client';
import { follow } from '../api/jobs';
import { expectPlan } from '../api/plans';
import { queries } from '../api/queries';
import type { Change, Job, Reason, Text, WhatIf } from '../api/shapes';

/** A what-if on its way. One at a time: a newer question takes the place of an older one. */
export interface Asking {
  state: 'idle' | 'asking' | 'queued' | 'infeasible' | 'failed';
  changes: Change[];
  plan: string | null;
  job: Job | null;
  up: boolean;
  reasons: Reason[];
  why: Text | null;
  fault: Error | null;
  /** Milliseconds from the question to the answer, of the last one that was answered. */
  took: number | null;
}

const idle: Asking = { state: 'idle', changes: [], plan: null, job: null, up: true, reasons: [], why: null, fault: null, took: null };
let now = idle;
let turn = 0;
let stop: (() => void) | null = null;
const listeners = new Set<() => void>();
const answers = new Map<string, WhatIf>();

function become(next: Partial<Asking>) {
  now = { ...now, ...next };
  listeners.forEach((listener) => listener());
}

export function useAsking(): Asking {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => now);
}

/** What the server said of a plan when it was made here, for its counts; null after a reload. */
export const answerFor = (plan: string): WhatIf | null => answers.get(plan) ?? null;

export const dismiss = () => {
  turn++;
  stop?.();
  stop = null;
  become({ ...idle, took: now.took });
};

/** Asks what a plan becomes with some changes, and goes to the new plan when it is there. */
export async function ask(plan: string, changes: Change[]): Promise<void> {
  const mine = ++turn;
  const began = performance.now();
  stop?.();
  stop = null;
  become({ ...idle, state: 'asking', changes, plan, took: now.took });
  try {
    const answer = await send<WhatIf | Job>('POST', `plans/${encodeURIComponent(plan)}/whatif`, { changes, wait: 2 });
    if (mine !== turn) return;
    if (answer.status === 202) wait(answer.body as Job, mine, began);
    else await arrive(answer.body as WhatIf, mine, began);
  } catch (fault) {
    if (mine === turn) become({ state: 'failed', fault: fault as Error });
  }
}

async function arrive(answer: WhatIf, mine: number, began: number) {
  // The solver was ended: whether it could be done is not known.
  if (answer.outcome === 'out-of-memory' || answer.outcome === 'crashed') return become({ state: 'failed', fault: null, why: answer.why });
  if (!answer.plan) return become({ state: 'infeasible', reasons: answer.reasons, why: answer.why });
  answers.set(answer.plan.id, answer);
  await expectPlan(queries, answer.plan.id);
  if (mine !== turn) return;
  become({ ...idle, took: performance.now() - began });
  void queries.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('plans?') });
  // The new plan takes the old one's place on the screen unless the person has gone elsewhere meanwhile.
  if (location.pathname.startsWith('/plans/')) go(withQuery({ diff: answer.parent }, `/plans/${answer.plan.id}`));
}

function wait(job: Job, mine: number, began: number) {
  become({ state: 'queued', job });
  stop = follow(
    job.id,
    (told) => {
      if (mine !== turn) return;
      if (told.state === 'cancelled') return dismiss();
      become({ job: told });
      if (told.state === 'done' || told.state === 'failed') void over(told, mine, began);
    },
    (up) => mine === turn && become({ up }),
  );
}

/** A job has ended: with an answer, with another job that goes on, or with nothing. */
async function over(job: Job, mine: number, began: number) {
  stop?.();
  stop = null;
  try {
    if (job.nextJob) return wait({ ...job, id: job.nextJob, state: 'queued', nextJob: null }, mine, began);
    if (job.problems.length > 0 || job.outcome === 'broken') return become({ state: 'failed', fault: null });
    const answer = await read<WhatIf>(`whatif/answers/${encodeURIComponent(job.id)}`);
    if (mine === turn) await arrive(answer, mine, began);
  } catch (fault) {
    if (mine === turn) become({ state: 'failed', fault: fault as Error });
  }
}

export async function cancel(): Promise<void> {
  const job = now.job;
  dismiss();
  if (job) await send('DELETE', `jobs/${encodeURIComponent(job.id)}`).catch(() => undefined);
}
