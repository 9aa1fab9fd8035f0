import { useState } from 'react';
import { asked } from '../api/client';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import type { RecordDifference } from './shapes';

/** In what an earlier account of a record and the present one differ. */
export function RevisionDiff({ record, revisions }: { record: string; revisions: number[] }) {
  const { t, say } = useWords();
  const last = revisions.at(-1)!;
  const [from, setFrom] = useState(revisions.at(-2)!);
  const changes = useRead<RecordDifference>(`register/diff${asked({ before: `${record}@${from}`, after: `${record}@${last}` })}`, { keep: true });
  return (
    <section className="stack tight">
      <div className="row ends"><h2>{t('revision.title')}</h2><label className="row">{t('revision.from')} <select value={from} onChange={(event) => setFrom(Number(event.target.value))}>{revisions.slice(0, -1).map((revision) => <option key={revision} value={revision}>{t('revision.number', { number: revision })}</option>)}</select></label></div>
      <Read query={changes}>
        {(value) => {
          return <><p className="dim">{say(value.reason)}</p><ul className="plain stack tight">{value.changes.slice(0, 60).map((change, i) => <li key={i} className="card grid both small"><div><code>{change.field}</code><p className="was">{say(change.before) || '–'}</p></div><div><p>{say(change.after) || '–'}</p>{change.reason ? <p className="dim">{say(change.reason)}</p> : null}</div></li>)}</ul></>;
        }}
      </Read>
    </section>
  );
}
