import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import { SweepProgress } from './SweepProgress';
import type { SweepItem } from './shapes';

/** All sweeps of the workspace, with how far each has come. */
export default function SweepsPage() {
  const { t, say } = useWords();
  const sweeps = useRead<{ items: SweepItem[] }>('sweeps', { every: 3000 });
  return (
    <div className="page">
      <div className="row ends">
        <div className="page-head"><h1>{t('title.sweeps')}</h1><p className="dim">{t('sweeps.says')}</p></div>
        <Link className="button primary" href="/sweeps/new">{t('sweeps.new')}</Link>
      </div>
      <Read query={sweeps}>
        {(value) => value.items.length === 0 ? <p className="note">{t('sweeps.none')}</p> : (
          <ul className="plain grid">
            {value.items.map((sweep) => (
              <li key={sweep.id} className="card stack tight">
                <h2><Link href={`/sweeps/${encodeURIComponent(sweep.id)}`}>{say(sweep.title) || sweep.id}</Link></h2>
                <SweepProgress sweep={sweep} />
              </li>
            ))}
          </ul>
        )}
      </Read>
    </div>
  );
}
