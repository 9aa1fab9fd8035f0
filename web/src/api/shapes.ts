import type { components } from './schema';

// What the server sends, by the names that the app uses. The shapes themselves come from the OpenAPI document.
type Shapes = components['schemas'];

export type Text = Shapes['Bilingual'];
export type Totals = Shapes['TotalsSeen'];
export type Change = { kind: string } & Record<string, unknown>;
export type PlanItem = Omit<Shapes['PlanItem'], 'changes'> & { changes: Change[] };
export type Period = Shapes['PlanPeriod'];
/** A plan's page with what its list item says, in one object. */
export type PlanFull = Omit<Shapes['PlanPage'], 'item' | 'study'> & PlanItem & { asked: Shapes['StudyFile'] };
export type PlanPage = Omit<Shapes['PlanPage'], 'item'> & { item: PlanItem };

export interface List<T> {
  items: T[];
  total: number;
  next?: string | null;
}

export type Ref = Shapes['PlaceRef'];
export type Law = Shapes['LawSeen'];
export type Evidence = Shapes['EvidenceSeen'];
export type Neighbours = Shapes['NeighboursSeen'];
export type Stream = Shapes['StreamSeen'];
export type SitePage = Shapes['SitePage'];
export type PipePage = Shapes['PipePage'];
export type StoragePage = Shapes['StoragePage'];
export type CountyPage = Shapes['CountyPage'];
export type ExistingPage = Shapes['ExistingPage'];

export type Series = Shapes['PeriodSeries'];
export type Charts = Shapes['ChartData'];
export type Receipt = Shapes['ReceiptPage'];

export type Reason = Shapes['ReasonSeen'];
export type Job = Shapes['JobSeen'];
export type WhatIf = Omit<Shapes['WhatIfAnswer'], 'plan'> & { plan: PlanItem | null };
export type WhatIfOption = Shapes['WhatIfOption'];
export type Status = Shapes['ServiceStatus'];
export type Service = Shapes['ServiceSeen'];
