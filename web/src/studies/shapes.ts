import type { Problem } from '../api/client';
import type { Bilingual } from '../words/words';

export interface StudyItem { id: string; title: Bilingual; origin: 'shipped' | 'own'; dataset: string | null; plans: number; etag?: string }
export interface FormField {
  pointer?: string; name?: string; path?: string; type: string; text?: Bilingual | null; title?: Bilingual | null; unit?: string | Bilingual | null; default?: unknown; min?: number | null; max?: number | null; required?: boolean; group?: string | null;
  choices?: { value: string; text?: Bilingual | null }[] | string[] | null; options?: { value: string; text?: Bilingual | null }[] | string[] | null; example?: unknown;
}
export interface Checked { valid: boolean; problems: Problem[] }
export interface Dataset { id: string; title: Bilingual | string; origin: string; tables: { name: string; rows: number }[] }
export interface UploadTable { name: string; rows: number; columns: { name: string; sample: (string | number | null)[]; guess?: string | null }[] }
export interface Upload { id: string; name: string; kind: 'csv' | 'xlsx' | 'geojson' | 'simccs'; bytes: number; tables: UploadTable[]; problems: Problem[]; expires: string }
export interface Preview { rows: (string | number | boolean | null)[][]; columns: string[]; total: number; good: number; problems: Problem[] }
export interface SchemaTable { name: string; columns: { name: string; unit?: string | null; meaning?: Bilingual | string | null; text?: Bilingual | string | null; required?: boolean }[] }
