import type { components } from '../api/schema';

// The register's shapes by the names that its pages use; the shapes themselves come from the OpenAPI document.
type Shapes = components['schemas'];

export type RegisterInfo = Shapes['RegisterSeen'];
export type RecordItem = Shapes['RecordItem'];
export type RecordList = Shapes['RecordList'];
export type FacetName = 'jurisdiction' | 'kind' | 'status' | 'state' | 'force' | 'cluster';
export type Hits = Shapes['SearchSeen'];
export type Claim = Shapes['ClaimSeen'];
export type Entry = Shapes['EntrySeen'];
export type Parameter = Shapes['ParameterSeen'];
export type Failure = Shapes['FailureSeen'];
export type PolicyRecord = Shapes['RecordPage'];
export type Cell = Shapes['CellSeen'];
export type Matrix = Shapes['MatrixSeen'];
export type MatrixCompare = Shapes['MatrixComparison'];
export type Relation = Shapes['EdgeSeen'];
export type Graph = Shapes['GraphSeen'];
export type TimelineEvent = Shapes['TimelineEvent'];
export type ParameterItem = Shapes['ParameterItem'];
export type Reading = Shapes['AnswerSeen'];
export type Series = Shapes['SeriesSeen'];
export type Changes = Shapes['LawChanges'];
export type Stale = Shapes['StaleSeen'];
export type Waits = Shapes['ReviewItem'];
export type Gates = Shapes['GateReportSeen'];
export type RecordDifference = Shapes['RecordDifference'];
