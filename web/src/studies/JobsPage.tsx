import './studies.css';
import { useState } from 'react';
import { Link } from '../address/Link';
import { send } from '../api/client';
import { isOver, useJob } from '../api/jobs';
import { useRead } from '../api/queries';
import type { Job } from '../api/shapes';
import { Fault, Problems } from '../shell/Problems';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';

/** Long work: what runs, what waits, what came of it. */
export default function JobsPage() {
  const { t } = useWords();
  const jobs = useRead<Job[] | { items: Job[] }>('jobs', { every: 5000 });
  return (
    <div className="page">
      <p><Link href="/studies">← {t('title.studies')}</Link></p>
      <div className="page-head"><h1>{t('title.jobs')}</h1><p className="dim">{t('jobs.says')}</p></div>
      <Read query={jobs}>
        {(value) => {
          // The server gives the newest first; its clock may have been put back meanwhile, its order was not.
          const list = Array.isArray(value) ? value : value.items;
          return list.length === 0 ? <p className="note">{t('jobs.none')}</p> : <ul className="plain stack">{list.slice(0, 50).map((job) => <JobCard key={job.id} first={job} />)}</ul>;
        }}
      </Read>
    </div>
  );
}

function JobCard({ first }: { first: Job }) {
  const { t, say, code, money, percent, seconds, instant } = useWords();
  const { job: told, up } = useJob(isOver(first) ? null : first.id);
  const [fault, setFault] = useState<Error | null>(null);
  const job = told ?? first;
  const going = !isOver(job);
  return (
    <li className="card stack tight">
      <div className="row ends"><h2>{say(job.title)}</h2><span className={`tag ${job.state === 'done' ? 'good' : job.state === 'failed' ? 'bad' : ''}`}>{going ? <span className="spin" aria-hidden="true" /> : null} {code('job', job.state)}</span></div>
      <p className="small dim">{code('job', job.kind)} · {instant(job.created)} · {seconds(job.seconds)}{job.ahead ? ` · ${t('whatif.queued', { place: job.ahead + 1 })}` : ''}{!up && going ? ` · ${t('shell.reconnecting')}` : ''}</p>
      {going || job.netUsd !== null ? <p className="small" aria-live="polite">{job.stage ? `${code('stage', job.stage)} · ` : ''}{t('jobs.best')} {money(job.netUsd)} · {t('jobs.bound')} {money(job.boundUsd)} · {t('summary.gapName')} {job.gap === null ? '–' : percent(job.gap)}</p> : null}
      {job.why ? <p>{say(job.why)}</p> : null}
      <Problems problems={job.problems ?? []} />
      {(job.reasons ?? []).length > 0 ? <ul className="problems">{job.reasons.map((reason, i) => <li key={i}><code>{reason.rule}</code> {say(reason.text)}</li>)}</ul> : null}
      <div className="row">
        {job.result?.kind === 'plan' ? <Link className="button primary" href={`/plans/${job.result.id}`}>{t('jobs.open')}</Link> : null}
        {going ? <button onClick={() => void send('DELETE', `jobs/${encodeURIComponent(job.id)}`).catch(setFault)}>{t('whatif.cancel')}</button> : null}
      </div>
      <Fault fault={fault} />
    </li>
  );
}
