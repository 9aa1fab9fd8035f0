import './studies.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { go, useAddress } from '../address/address';
import { Link } from '../address/Link';
import { readWithTag, send, type Problem } from '../api/client';
import { queries, useRead } from '../api/queries';
import { Fault, Problems } from '../shell/Problems';
import { Read, Waiting } from '../shell/Waiting';
import { useWords } from '../words/words';
import { FieldInput } from './FieldInput';
import { at, put, type Tree } from './pointer';
import type { Checked, Dataset, FormField, StudyItem, StudyWhole } from './shapes';

const begun: Tree = { id: 'my-study', title: { en: '', zh: '' }, dataset: 'us', target: { mtPerYear: [10, 80, 200, 320, 450], whenUnreachable: 'lower' }, dollarYear: 2023 };

/** A study from a form: each field explained, and checked while it is typed with the words of the command line. */
export default function StudyFormPage({ parts }: { parts: Record<string, string> }) {
  const { query } = useAddress();
  const from = parts.study ?? query.get('from');
  const form = useRead<FormField[]>('studies/form', { still: true });
  const [given, setGiven] = useState<{ study: Tree; etag: string | null } | null>(from ? null : { study: begun, etag: null });
  const [fault, setFault] = useState<Error | null>(null);
  useEffect(() => {
    if (!from) return;
    readWithTag<StudyWhole>(`studies/${encodeURIComponent(from)}`).then(
      ({ body, etag }) => setGiven({ study: { ...body.study, dataset: body.item.dataset, ...(parts.study ? {} : { id: `${from}-copy` }) }, etag: etag ?? body.item.etag }),
      setFault,
    );
  }, [from, parts.study]);
  return (
    <div className="page">
      <Fault fault={fault} />
      <Read query={form}>{(value) => (given ? <Form fields={value} begun={given.study} etag={parts.study ? given.etag : null} editing={parts.study ?? null} /> : fault ? null : <Waiting />)}</Read>
    </div>
  );
}

const datasetField: FormField = { pointer: '/dataset', kind: 'text', required: true, title: { en: 'Dataset', zh: '数据集' }, explanation: { en: 'The sites, storage and lines that are planned over.', zh: '规划所用的场址、封存地与管线。' }, unit: null, least: null, most: null, default: 'us', choices: [] };

function Form({ fields: given, begun: first, etag, editing }: { fields: FormField[]; begun: Tree; etag: string | null; editing: string | null }) {
  const { t, code, say } = useWords();
  const fields = useMemo(() => [...given.slice(0, 3), datasetField, ...given.slice(3)], [given]);
  const [study, setStudy] = useState<Tree>(first);
  const datasets = useRead<Dataset[]>('datasets');
  const checked = useChecked(study);
  const save = useMutation({
    mutationFn: () => (editing ? send<StudyItem>('PUT', `studies/${encodeURIComponent(editing)}`, asked(study), etag) : send<StudyItem>('POST', 'studies', asked(study))),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ predicate: (q) => String(q.queryKey[0]).startsWith('studies') });
      go(`/studies/${encodeURIComponent(answer.body.id)}`);
    },
  });
  const groups = useMemo(() => {
    const known = new Map<string, FormField[]>();
    for (const field of fields) {
      const name = field.pointer.split('/').length > 2 && !field.pointer.startsWith('/title/') ? field.pointer.split('/')[1]! : 'study';
      known.set(name, [...(known.get(name) ?? []), field]);
    }
    return [...known];
  }, [fields]);
  const problems = checked.result?.problems ?? [];
  const own = (pointer: string) => problems.filter((problem) => matches(problem, pointer));
  const told = new Set(fields.flatMap((field) => own(field.pointer)));
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); save.mutate(); }} noValidate>
      <p><Link href="/studies">← {t('title.studies')}</Link></p>
      <div className="page-head"><h1>{t(editing ? 'form.edit' : 'title.newStudy')}</h1><p className="dim">{t('form.says')}</p></div>
      {groups.map(([name, members]) => (
        <fieldset key={name} className="card stack">
          <legend className="visually-hidden">{code('group', name)}</legend>
          <h2 aria-hidden="true">{code('group', name)}</h2>
          <div className="form-fields">
            {members.map((field) => <FieldInput key={field.pointer} field={field} pointer={field.pointer} value={at(study, field.pointer)} problems={own(field.pointer)} datasets={datasets.data ?? []} onChange={(value) => setStudy((now) => put(now, field.pointer, value))} />)}
          </div>
        </fieldset>
      ))}
      <section className={`note stack tight ${checked.result ? (checked.result.valid ? 'good' : 'bad') : ''}`} aria-live="polite">
        <strong>{checked.result ? (checked.result.valid ? t('form.valid') : t('form.problems', { count: problems.length })) : t('form.checking')}</strong>
        <Problems problems={problems.filter((problem) => !told.has(problem))} />
        {problems.length > 0 && told.size > 0 ? <ul className="problems small">{[...told].map((problem, i) => <li key={i}><code>{problem.pointer ?? problem.where}</code> {say(problem.what)}</li>)}</ul> : null}
        <Fault fault={checked.fault} />
      </section>
      <Fault fault={save.error} />
      <div className="row"><button className="primary" disabled={save.isPending || checked.result?.valid === false}>{t('form.save')}</button><Link className="button" href="/studies">{t('shell.cancel')}</Link></div>
    </form>
  );
}

/** What is sent: the dataset's name stands beside the study. */
const asked = ({ dataset, ...study }: Tree) => ({ study, dataset: dataset ?? null });

const matches = (problem: Problem, pointer: string) => {
  const place = (problem.pointer ?? '').replace(/^\/study(?=\/)/, '');
  return place === pointer || place.startsWith(`${pointer}/`);
};

/** Asks the server what it thinks of a study that is being typed. */
function useChecked(study: Tree): { result: Checked | null; fault: Error | null } {
  const [told, setTold] = useState<{ result: Checked | null; fault: Error | null }>({ result: null, fault: null });
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      send<Checked>('POST', 'studies/check', asked(study)).then(
        (answer) => !over && setTold({ result: answer.body, fault: null }),
        (fault: Error) => !over && setTold({ result: null, fault }),
      );
    }, 300);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [study]);
  return told;
}
