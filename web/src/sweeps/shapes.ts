import type { Bilingual } from '../words/words';

/** How far a sweep has come. */
export interface SweepItem {
  id: string;
  title: Bilingual;
  study: string;
  state: string;
  wanted: number;
  done: number;
  failed: number;
  running: number;
}

export interface SweepWorker { worker: string; done: number; running: number; seconds: number }

export interface SweepWhole {
  item: SweepItem;
  workers: SweepWorker[];
  reasons: { status: string; count: number; example: Bilingual | null }[];
  fault: string | null;
}

export interface CoreThing { kind: string; id: string; name: string; shareBy: number[] }

export interface Future {
  number: number;
  weight: number;
  heldOut: boolean;
  status: string;
  netUsd: number | null;
  costUsd: number | null;
  creditsUsd: number | null;
  gap: number | null;
  capturedMt: number | null;
  storedMt: number | null;
}

export interface Bar { title: Bilingual; bestWhere: Bilingual; bestNetUsd: number; worstWhere: Bilingual; worstNetUsd: number }

export interface Chosen { criterion: string; build: string; meanUsd: number | null; meanErrorUsd: number | null; tailUsd: number | null; better: number | null }

export interface SweepFound {
  periodEnds: number[];
  core: CoreThing[];
  tornado: Bar[];
  futures: Future[];
  chosen: Chosen[];
  perfectInformationUsd: number | null;
}

/** A turn is over where nothing more will be heard of it. */
export const isMoving = (state: string) => state === 'waiting' || state === 'running';
