import './studies.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type DragEvent } from 'react';
import { Link } from '../address/Link';
import { send } from '../api/client';
import { queries, useRead } from '../api/queries';
import { Fault } from '../shell/Problems';
import { DataTable } from '../tables/DataTable';
import { useWords } from '../words/words';
import type { Dataset, Preview, RowProblem, SchemaTable, Upload, UploadTable } from './shapes';

type Mapping = Record<string, { from?: string; value?: string; factor?: number }>;

/** Own data: upload, say which column is what, see the problems by row, and keep it as a dataset. */
export default function DataPage() {
  const { t, whole } = useWords();
  const [upload, setUpload] = useState<Upload | null>(null);
  const [over, setOver] = useState(false);
  const send1 = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return send<Upload>('POST', 'uploads', form);
    },
    onSuccess: (answer) => setUpload(answer.body),
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) send1.mutate(file);
  };
  return (
    <div className="page">
      <p><Link href="/studies">← {t('title.studies')}</Link></p>
      <div className="page-head"><h1>{t('title.data')}</h1><p className="dim">{t('data.says')}</p></div>
      <div className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <label htmlFor="upload"><strong>{t('data.choose')}</strong></label>
        <input id="upload" type="file" accept=".csv,.xlsx,.geojson,.json,.zip" onChange={(event) => event.target.files?.[0] && send1.mutate(event.target.files[0])} />
        <span className="dim small">{t('data.kinds')}</span>
        {send1.isPending ? <span role="status"><span className="spin" aria-hidden="true" /> {t('data.sending')}</span> : null}
      </div>
      <Fault fault={send1.error} />
      {upload ? (
        <>
          <p role="status">{t('data.read', { name: upload.name, kind: t(`data.kind.${upload.kind}`), bytes: whole(upload.bytes) })}</p>
          {upload.kind === 'simccs' ? <SimCcs upload={upload} /> : upload.tables.map((table) => <MapTable key={upload.id + table.name} upload={upload} table={table} />)}
        </>
      ) : null}
      <Datasets />
    </div>
  );
}

function MapTable({ upload, table }: { upload: Upload; table: UploadTable }) {
  const { t, code } = useWords();
  const [as, setAs] = useState(guessed(table.name));
  const schema = useRead<SchemaTable[]>('datasets/schema', { still: true });
  const tables = schema.data ?? [];
  const target = tables.find((one) => one.name === as || one.name === `${as}.csv`);
  const [mapping, setMapping] = useState<Mapping>({});
  useEffect(() => {
    if (!target) return;
    setMapping(Object.fromEntries(target.columns.map((column) => { const from = table.columns.find((c) => c.name.toLowerCase() === column.name.toLowerCase())?.name; return [column.name, from ? { from } : {}]; })));
  }, [target, table]);
  const columns = Object.fromEntries(Object.entries(mapping).filter(([, how]) => how.from || how.value));
  const preview = useMutation({ mutationFn: () => send<Preview>('POST', 'uploads/preview', { upload: upload.id, table: table.name, as, columns }) });
  const set = (name: string, change: Mapping[string]) => setMapping((now) => ({ ...now, [name]: { ...now[name], ...change } }));
  return (
    <section className="card stack">
      <h2>{t('data.table', { name: table.name, rows: table.rows })}</h2>
      <label className="row">{t('data.as')} <select value={as} onChange={(event) => setAs(event.target.value)}>{tables.map((one) => <option key={one.name} value={one.name}>{code('table', one.name.replace(/\.csv$/, ''))}</option>)}</select></label>
      {target ? (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('data.mapping')}>
          <table>
            <caption>{t('data.mapping')}</caption>
            <thead><tr><th scope="col">{t('data.target')}</th><th scope="col">{t('data.meaning')}</th><th scope="col">{t('data.from')}</th><th scope="col">{t('data.fixed')}</th><th scope="col">{t('data.factor')}</th></tr></thead>
            <tbody>
              {target.columns.map((column) => {
                const how = mapping[column.name] ?? {};
                return (
                  <tr key={column.name}>
                    <th scope="row" className="rowhead"><code>{column.name}</code>{column.unit ? <span className="dim"> {column.unit}</span> : null}{column.required ? <span className="dim"> · {t('form.required')}</span> : null}</th>
                    <td className="small">{column.meaning}</td>
                    <td><select aria-label={t('data.fromFor', { name: column.name })} value={how.from ?? ''} onChange={(event) => set(column.name, { from: event.target.value || undefined })}><option value="">–</option>{table.columns.map((c) => <option key={c.name} value={c.name}>{c.name}</option>)}</select></td>
                    <td><input className="short" aria-label={t('data.fixedFor', { name: column.name })} value={how.value ?? ''} disabled={!!how.from} onChange={(event) => set(column.name, { value: event.target.value || undefined })} /></td>
                    <td><input className="short" type="number" step="any" aria-label={t('data.factorFor', { name: column.name })} value={how.factor ?? ''} disabled={!how.from} onChange={(event) => set(column.name, { factor: event.target.value ? Number(event.target.value) : undefined })} /></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="row"><button className="primary" disabled={preview.isPending} onClick={() => preview.mutate()}>{t('data.preview')}</button></div>
      <Fault fault={preview.error} />
      {preview.data ? <PreviewTable preview={preview.data.body} /> : null}
      {preview.data ? <Keep upload={upload} table={table.name} as={as} columns={columns} problems={preview.data.body.problems} /> : null}
    </section>
  );
}

const guessed = (name: string) => ['sites', 'streams', 'formations', 'uses', 'dac', 'counties'].find((kind) => name.toLowerCase().includes(kind)) ?? 'sites';

function PreviewTable({ preview }: { preview: Preview }) {
  const { t, whole } = useWords();
  const bad = new Set(preview.problems.map((problem) => `${problem.row}:${problem.column}`));
  return (
    <div className="stack">
      <p role="status" className={`note ${preview.problems.length > 0 ? 'bad' : 'good'}`} data-testid="preview-status">{t('data.good', { good: whole(preview.good), total: whole(preview.total), problems: whole(preview.problems.length) })}</p>
      {preview.problems.length > 0 ? (
        <DataTable
          name={t('data.rowProblems')} rows={preview.problems} search page={25}
          columns={[{ name: t('data.row'), value: (p: RowProblem) => p.row, show: (p) => (p.row === null ? '–' : String(p.row)) }, { name: t('data.column'), value: (p) => p.column }, { name: t('gates.what'), value: (p) => p.what }, { name: t('gates.fix'), value: (p) => p.fix }]}
        />
      ) : null}
      <div className="scroll" tabIndex={0} role="region" aria-label={t('data.previewRows')}>
        <table>
          <caption>{t('data.previewRows')}</caption>
          <thead><tr>{preview.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>{preview.rows.slice(0, 20).map((row, r) => <tr key={r}>{row.map((cell, c) => <td key={c} title={cell} className={bad.has(`${r + 2}:${preview.columns[c]}`) ? 'wrong' : undefined}>{cell === '' ? '–' : cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </div>
  );
}

function Keep({ upload, table, as, columns, problems }: { upload: Upload; table: string; as: string; columns: Mapping; problems: RowProblem[] }) {
  const { t } = useWords();
  const [id, setId] = useState('my-data');
  const keep = useMutation({
    mutationFn: () => send<{ id: string }>('POST', 'datasets', { id, base: 'us', tables: [{ upload: upload.id, table, as, columns }] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['datasets'] }),
  });
  return (
    <form className="stack tight" onSubmit={(event) => { event.preventDefault(); keep.mutate(); }}>
      <div className="row"><label>{t('data.id')} <input value={id} onChange={(event) => setId(event.target.value)} /></label><button className="primary" disabled={problems.length > 0 || keep.isPending}>{t('data.keep')}</button></div>
      {problems.length > 0 ? <p className="dim small">{t('data.mend')}</p> : <p className="dim small">{t('data.base')}</p>}
      <Fault fault={keep.error} />
      {keep.isSuccess ? <p className="note good" role="status">{t('data.kept')} <Link href="/studies/new">{t('studies.new')}</Link></p> : null}
    </form>
  );
}

function SimCcs({ upload }: { upload: Upload }) {
  const { t } = useWords();
  const keep = useMutation({ mutationFn: () => send<{ id: string }>('POST', 'datasets', { id: `simccs-${upload.id}`, tables: [], upload: upload.id }) });
  const run = useMutation({ mutationFn: (id: string) => send('POST', `scenarios/${encodeURIComponent(id)}/plans`, {}) });
  return (
    <section className="card stack">
      <h2>{t('data.simccs')}</h2>
      <ul>{upload.tables.map((table) => <li key={table.name}>{t('data.table', { name: table.name, rows: table.rows })}</li>)}</ul>
      <div className="row"><button className="primary" onClick={() => keep.mutate()} disabled={keep.isPending || keep.isSuccess}>{t('data.keepScenario')}</button>{keep.data ? <button onClick={() => run.mutate(keep.data!.body.id)}>{t('studies.run')}</button> : null}</div>
      <Fault fault={keep.error ?? run.error} />
      {run.isSuccess ? <p className="note good"><Link href="/jobs">{t('studies.jobs')}</Link></p> : null}
    </section>
  );
}

function Datasets() {
  const { t, code, whole } = useWords();
  const datasets = useRead<Dataset[]>('datasets');
  const list = datasets.data ?? [];
  if (list.length === 0) return null;
  return <section className="stack tight"><h2>{t('data.datasets')}</h2><DataTable name={t('data.datasets')} rows={list} columns={[{ name: t('data.id'), value: (d) => d.id }, { name: t('data.tables'), value: (d) => d.tables.map((table) => `${code('table', table.name)} ${whole(table.rows)}`).join(' · ') }]} /></section>;
}
