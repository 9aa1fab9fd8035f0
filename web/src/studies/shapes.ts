import type { Problem } from '../api/client';
import type { Bilingual } from '../words/words';

export interface StudyItem { id: string; title: Bilingual; origin: 'shipped' | 'own'; dataset: string; plans: number; etag: string }
export interface StudyWhole { item: StudyItem; study: { [key: string]: unknown } }
export interface FormField {
  pointer: string; kind: 'text' | 'number' | 'whole' | 'day' | 'choice' | 'choices' | 'numbers' | 'periods' | 'ids'; required: boolean;
  title: Bilingual; explanation: Bilingual; unit: string | null; least: number | null; most: number | null; default: unknown; choices: string[];
}
export interface Checked { valid: boolean; problems: Problem[] }
export interface Dataset { id: string; origin: string; dollarYear: number; tables: { name: string; rows: number }[]; states: string[]; problems: Problem[] }
export interface UploadTable { name: string; rows: number; columns: { name: string; sample: string[] }[] }
export interface Upload { id: string; name: string; kind: 'csv' | 'xlsx' | 'geojson' | 'simccs'; bytes: number; tables: UploadTable[] }
export interface RowProblem { table: string; row: number | null; column: string | null; what: string; fix: string }
export interface Preview { columns: string[]; rows: string[][]; total: number; good: number; problems: RowProblem[] }
export interface SchemaTable { name: string; what: string; columns: { name: string; unit: string; meaning: string; required: boolean }[] }
