import { useEffect } from 'react';
import { go } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import type { List, PlanItem, Status } from '../api/shapes';
import { useWords } from '../words/words';
import { Read, Waiting } from './Waiting';

/** Goes to the plan that the server holds ready; where there is none, says what can be done. */
export function Home() {
  const { t } = useWords();
  const status = useRead<Status>('status', { every: 3000 });
  const plans = useRead<List<PlanItem>>('plans?limit=1');
  const id = status.data?.plan ?? plans.data?.items[0]?.id;
  useEffect(() => {
    if (id) go(`/plans/${id}`, { replace: true });
  }, [id]);
  if (id) return <Waiting />;
  return (
    <div className="page">
      <h1>{t('home.empty')}</h1>
      <Read query={plans}>
        {() => (
          <div className="card stack">
            <p>{status.data?.opening ? t('home.making') : t('home.none')}</p>
            <div className="row">
              <Link className="button primary" href="/studies">{t('home.toStudies')}</Link>
              <Link className="button" href="/register">{t('home.toRegister')}</Link>
              {status.data?.opening ? <Link className="button" href="/jobs">{t('home.toJobs')}</Link> : null}
            </div>
          </div>
        )}
      </Read>
    </div>
  );
}
