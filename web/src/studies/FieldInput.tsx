import { useEffect, useId, useState } from 'react';
import type { Problem } from '../api/client';
import { useWords, type Words } from '../words/words';
import type { Dataset, FormField } from './shapes';

interface Props { field: FormField; pointer: string; value: unknown; problems: Problem[]; datasets: Dataset[]; onChange: (value: unknown) => void }

/** One field of a study: its name, what it means, its unit and default, and what is wrong with what stands in it. */
export function FieldInput({ field, pointer, value, problems, datasets, onChange }: Props) {
  const { t, say, told, code } = useWords();
  const id = useId();
  const name = say(field.title);
  const unit = field.unit;
  const choices = field.choices;
  const describe = `${id}-hint ${id}-wrong`;
  const common = { id, 'aria-describedby': describe, 'aria-invalid': problems.length > 0 };
  return (
    <div className="field">
      <label htmlFor={id}>{name}{unit ? <span className="dim"> ({code('unit', unit)})</span> : null}{field.required ? <span className="dim"> · {t('form.required')}</span> : null}</label>
      {pointer === '/dataset' && datasets.length > 0 ? (
        <select {...common} value={String(value ?? '')} onChange={(event) => onChange(event.target.value || undefined)}><option value="">–</option>{datasets.map((dataset) => <option key={dataset.id} value={dataset.id}>{dataset.id}</option>)}</select>
      ) : field.kind === 'choices' ? (
        <div className="row" id={id} role="group" aria-label={name} aria-describedby={describe}>{choices.map((choice) => { const list = (value as string[] | undefined) ?? []; const on = list.includes(choice); const next = on ? list.filter((other) => other !== choice) : [...list, choice]; return <label key={choice} className="check"><input type="checkbox" checked={on} onChange={() => onChange(next.length > 0 ? next : undefined)} /> {code('track', choice)}</label>; })}</div>
      ) : choices.length > 0 ? (
        <select {...common} value={String(value ?? '')} onChange={(event) => onChange(event.target.value || undefined)}><option value="">{t('form.default')}</option>{choices.map((choice) => <option key={choice} value={choice}>{code('choice', choice)}</option>)}</select>
      ) : (
        <Typed field={field} common={common} value={value} onChange={onChange} />
      )}
      <span className="hint" id={`${id}-hint`}>{say(field.explanation)}{field.default !== null && field.default !== undefined ? ` ${t('form.defaultIs', { value: usual(field.default, code) })}` : ''}{field.least !== null && field.most !== null ? ` ${t('form.range', { min: field.least, max: field.most })}` : ''}</span>
      <span id={`${id}-wrong`} className="wrong">{problems.map((problem, i) => <span key={i} className="block">{told(problem.what)} {told(problem.fix)}</span>)}</span>
    </div>
  );
}

/** A default as a person says it: words for codes, years for periods. */
function usual(value: unknown, code: Words['code']): string {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'object' && one && 'from' in one && 'to' in one ? `${String(one.from)}–${String(one.to)}` : code('track', String(one)))).join(', ');
  return typeof value === 'string' ? code('choice', value) : String(value);
}

/** What was typed stays as typed; what it means goes to the study, even where it is wrong, so that the check says so. */
function Typed({ field, common, value, onChange }: { field: FormField; common: object; value: unknown; onChange: (value: unknown) => void }) {
  const list = field.kind === 'numbers' || field.kind === 'ids';
  const object = field.kind === 'periods';
  const number = field.kind === 'number' || field.kind === 'whole';
  const numbers = field.kind === 'numbers';
  const write = (v: unknown) => (v === undefined || v === null ? '' : object ? JSON.stringify(v) : Array.isArray(v) ? v.join(', ') : String(v));
  const [text, setText] = useState(write(value));
  useEffect(() => {
    if (JSON.stringify(meaning(text)) !== JSON.stringify(value)) setText(write(value));
    // Only what comes from elsewhere changes what stands in the field.
    // eslint-disable-next-line
  }, [value]);
  function meaning(typed: string): unknown {
    if (typed.trim() === '') return undefined;
    if (object) {
      try {
        return JSON.parse(typed);
      } catch {
        return typed;
      }
    }
    const one = (piece: string) => (piece.trim() !== '' && Number.isFinite(Number(piece)) ? Number(piece) : piece.trim());
    if (list) return typed.split(/[,，、;\n]/).map((piece) => (numbers ? one(piece) : piece.trim())).filter((piece) => piece !== '');
    return number ? one(typed) : typed;
  }
  const change = (typed: string) => {
    setText(typed);
    onChange(meaning(typed));
  };
  if (object) return <textarea {...common} rows={2} className="mono" value={text} onChange={(event) => change(event.target.value)} />;
  return <input {...common} type={field.kind === 'day' ? 'date' : 'text'} inputMode={number ? 'decimal' : undefined} value={text} onChange={(event) => change(event.target.value)} />;
}
