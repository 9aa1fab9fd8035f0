import './sweeps.css';
import { useMutation } from '@tanstack/react-query';
import { Link } from '../address/Link';
import { base, send } from '../api/client';
import { queries, useRead } from '../api/queries';
import { Fault } from '../shell/Problems';
import { Read } from '../shell/Waiting';
import { DataTable } from '../tables/DataTable';
import { useWords } from '../words/words';
import { Explore } from './Explore';
import { SweepProgress } from './SweepProgress';
import { isMoving, type SweepFound, type SweepWhole, type SweepWorker } from './shapes';

const often = 2000;

/** One sweep: watched while it runs, explored as its futures come in. */
export default function SweepPage({ parts }: { parts: Record<string, string> }) {
  const { t } = useWords();
  const id = encodeURIComponent(parts.sweep!);
  const sweep = useRead<SweepWhole>(`sweeps/${id}`, { every: often });
  const moving = sweep.data ? isMoving(sweep.data.item.state) : true;
  const found = useRead<SweepFound>(`sweeps/${id}/found`, { every: moving ? 3 * often : undefined, keep: true });
  return (
    <div className="page">
      <p><Link href="/sweeps">← {t('title.sweeps')}</Link></p>
      <Read query={sweep} missing={<h1>{t('sweeps.unknown')}</h1>}>{(value) => <Watch whole={value} />}</Read>
      <Read query={found} missing={null}>{(value) => <Explore found={value} />}</Read>
    </div>
  );
}

function Watch({ whole: { item, workers, reasons, fault } }: { whole: SweepWhole }) {
  const { t, say, code, language, number } = useWords();
  const path = `sweeps/${encodeURIComponent(item.id)}`;
  const turn = useMutation({ mutationFn: (what: 'stop' | 'resume') => send('POST', `${path}/${what}`, {}), onSuccess: () => queries.invalidateQueries({ queryKey: [path] }) });
  return (
    <>
      <div className="row ends">
        <div className="page-head"><h1>{say(item.title) || item.id}</h1></div>
        <div className="row">
          {isMoving(item.state) ? <button onClick={() => turn.mutate('stop')} disabled={turn.isPending}>{t('sweeps.stop')}</button> : null}
          {!isMoving(item.state) && item.state !== 'done' ? <button className="primary" onClick={() => turn.mutate('resume')} disabled={turn.isPending}>{t('sweeps.resume')}</button> : null}
          {item.done > 0 ? <a className="button" href={`${base}/${path}/report?lang=${language}`}>{t('sweeps.report')}</a> : null}
        </div>
      </div>
      <Fault fault={turn.error} />
      {fault ? <p className="note bad" role="alert">{fault}</p> : null}
      <SweepProgress sweep={item} />
      {workers.length > 0 ? (
        <section className="stack tight">
          <h2>{t('sweeps.workers')}</h2>
          <DataTable
            name={t('sweeps.workers')} rows={workers} rowKey={(w) => w.worker}
            columns={[
              { name: t('sweeps.worker'), value: (w: SweepWorker) => w.worker },
              { name: t('sweeps.isDone'), number: true, value: (w) => w.done },
              { name: t('sweeps.isRunning'), number: true, value: (w) => w.running },
              { name: t('sweeps.solving'), unit: 's', number: true, value: (w) => w.seconds, show: (w) => number(w.seconds) },
            ]}
          />
        </section>
      ) : null}
      {reasons.length > 0 ? (
        <section className="stack tight">
          <h2>{t('sweeps.without')}</h2>
          <ul className="problems">{reasons.map((r) => <li key={r.status}>{r.count} × {code('ending', r.status)}: {say(r.example)}</li>)}</ul>
        </section>
      ) : null}
    </>
  );
}
