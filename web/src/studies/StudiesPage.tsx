import { useMutation } from '@tanstack/react-query';
import { Link } from '../address/Link';
import { go } from '../address/address';
import { send } from '../api/client';
import { queries, useRead } from '../api/queries';
import type { Job } from '../api/shapes';
import { Fault } from '../shell/Problems';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import type { StudyItem } from './shapes';

/** Studies that ship and one's own. */
export default function StudiesPage() {
  const { t, say } = useWords();
  const studies = useRead<{ items: StudyItem[] }>('studies');
  const run = useMutation({ mutationFn: (study: StudyItem) => send<Job>('POST', `studies/${encodeURIComponent(study.id)}/plans`, {}), onSuccess: () => go('/jobs') });
  const remove = useMutation({ mutationFn: (study: StudyItem) => send('DELETE', `studies/${encodeURIComponent(study.id)}`, undefined, study.etag), onSuccess: () => queries.invalidateQueries({ queryKey: ['studies'] }) });
  return (
    <div className="page">
      <div className="row ends">
        <div className="page-head"><h1>{t('title.studies')}</h1><p className="dim">{t('studies.says')}</p></div>
        <div className="row"><Link className="button primary" href="/studies/new">{t('studies.new')}</Link><Link className="button" href="/studies/data">{t('studies.data')}</Link><Link className="button" href="/jobs">{t('studies.jobs')}</Link></div>
      </div>
      <Fault fault={run.error ?? remove.error} />
      <Read query={studies}>
        {(value) => (
          <ul className="plain grid">
            {value.items.map((study) => (
              <li key={study.id} className="card stack tight">
                <h2><Link href={`/studies/${encodeURIComponent(study.id)}`}>{say(study.title) || study.id}</Link></h2>
                <p className="row small"><code>{study.id}</code><span className="tag">{t(study.origin === 'shipped' ? 'studies.shipped' : 'studies.own')}</span><span className="dim">{t('studies.plans', { count: study.plans })}</span></p>
                <div className="row">
                  <button onClick={() => run.mutate(study)} disabled={run.isPending} aria-label={t('studies.runNamed', { name: say(study.title) || study.id })}>{t('studies.run')}</button>
                  <Link className="button" href={study.origin === 'own' ? `/studies/${encodeURIComponent(study.id)}/edit` : `/studies/new?from=${encodeURIComponent(study.id)}`}>{t(study.origin === 'own' ? 'studies.edit' : 'studies.copy')}</Link>
                  {study.origin === 'own' ? <button className="quiet" onClick={() => remove.mutate(study)}>{t('plans.delete')}</button> : null}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Read>
    </div>
  );
}
