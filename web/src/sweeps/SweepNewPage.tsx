import './sweeps.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from '../address/Link';
import { go, useQueryKey } from '../address/address';
import { asked, send } from '../api/client';
import { useRead } from '../api/queries';
import { Fault } from '../shell/Problems';
import { Read } from '../shell/Waiting';
import type { StudyItem } from '../studies/shapes';
import { useWords } from '../words/words';
import type { SweepItem } from './shapes';

/** A sweep as in its file; what the form does not know is edited as JSON. */
interface Sweep { id: string; seed: number; sample: { method: string; scenarios?: number }; decision?: { through: number } | null; [member: string]: unknown }

/** Launches a sweep: which study, how many futures, what is uncertain. */
export default function SweepNewPage() {
  const { t, say } = useWords();
  const [study, setStudy] = useQueryKey('study');
  const studies = useRead<{ items: StudyItem[] }>('studies', { still: true });
  const start = useRead<Sweep>(study ? `sweeps/start${asked({ study })}` : null, { still: true });
  return (
    <div className="page">
      <p><Link href="/sweeps">← {t('title.sweeps')}</Link></p>
      <div className="page-head"><h1>{t('title.newSweep')}</h1><p className="dim">{t('sweeps.newSays')}</p></div>
      <Read query={studies}>
        {(value) => (
          <label className="stack tight">{t('sweeps.study')}
            <select value={study ?? ''} onChange={(e) => setStudy(e.target.value || null)}>
              <option value="">{t('sweeps.choose')}</option>
              {value.items.map((item) => <option key={item.id} value={item.id}>{say(item.title) || item.id}</option>)}
            </select>
          </label>
        )}
      </Read>
      {study ? <Read query={start}>{(value) => <LaunchForm key={study} study={study} start={value} />}</Read> : null}
    </div>
  );
}

function LaunchForm({ study, start }: { study: string; start: Sweep }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  useEffect(() => setText(JSON.stringify(start, null, 2)), [start]);
  let sweep: Sweep | null = null;
  try {
    sweep = JSON.parse(text) as Sweep;
  } catch {
    // Said below the field.
  }
  const change = (changes: Partial<Sweep>) => setText(JSON.stringify({ ...sweep!, ...changes }, null, 2));
  const launch = useMutation({ mutationFn: () => send<SweepItem>('POST', 'sweeps', { study, sweep }), onSuccess: (made) => go(`/sweeps/${encodeURIComponent(made.body.id)}`) });
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); launch.mutate(); }}>
      <div className="row">
        <label className="stack tight">{t('data.id')}<input value={sweep?.id ?? ''} disabled={!sweep} onChange={(e) => change({ id: e.target.value })} /></label>
        <label className="stack tight">{t('sweeps.futures')}<input type="number" min={1} max={100000} value={sweep?.sample?.scenarios ?? ''} disabled={!sweep} onChange={(e) => change({ sample: { ...sweep!.sample, scenarios: Number(e.target.value) } })} /></label>
        <label className="stack tight">{t('sweeps.seed')}<input type="number" value={sweep?.seed ?? ''} disabled={!sweep} onChange={(e) => change({ seed: Number(e.target.value) })} /></label>
      </div>
      <label className="stack tight">{t('sweeps.json')}<textarea className="sweep-json" spellCheck={false} value={text} onChange={(e) => setText(e.target.value)} aria-invalid={text !== '' && !sweep} /></label>
      {text !== '' && !sweep ? <p className="note bad" role="alert">{t('sweeps.noJson')}</p> : null}
      <Fault fault={launch.error} />
      <div><button className="primary" disabled={!sweep || launch.isPending}>{t('sweeps.launch')}</button></div>
    </form>
  );
}
