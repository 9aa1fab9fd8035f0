import { useMutation } from '@tanstack/react-query';
import { Link } from '../address/Link';
import { go } from '../address/address';
import { send } from '../api/client';
import { useRead } from '../api/queries';
import type { Job, List, PlanItem } from '../api/shapes';
import { Fault } from '../shell/Problems';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import type { StudyWhole } from './shapes';

/** One study: what it asks, its plans, and a run. */
export default function StudyPage({ parts }: { parts: Record<string, string> }) {
  const { t, say, money, percent, instant } = useWords();
  const id = encodeURIComponent(parts.study!);
  const study = useRead<StudyWhole>(`studies/${id}`);
  const plans = useRead<List<PlanItem>>(`plans?study=${id}&limit=50`);
  const run = useMutation({ mutationFn: () => send<Job>('POST', `studies/${id}/plans`, {}), onSuccess: () => go('/jobs') });
  return (
    <div className="page">
      <p><Link href="/studies">← {t('title.studies')}</Link></p>
      <Read query={study} missing={<h1>{t('studies.unknown')}</h1>}>
        {({ item: value, study: whole }) => (
          <>
            <div className="row ends"><div className="page-head"><h1>{say(value.title) || value.id}</h1><p><code>{value.id}</code></p></div><div className="row"><button className="primary" onClick={() => run.mutate()} disabled={run.isPending}>{t('studies.run')}</button><Link className="button" href={value.origin === 'own' ? `/studies/${id}/edit` : `/studies/new?from=${id}`}>{t(value.origin === 'own' ? 'studies.edit' : 'studies.copy')}</Link></div></div>
            <Fault fault={run.error} />
            <section className="stack tight"><h2>{t('title.plans')}</h2><Read query={plans}>{(list) => (list.items.length === 0 ? <p className="note">{t('studies.noPlans')}</p> : <ul className="plain stack tight">{list.items.map((plan) => <li key={plan.id} className="card row ends"><Link href={`/plans/${plan.id}`}>{plan.name ?? say(plan.title)}</Link><span className="small">{money(plan.totals.netUsd)} · {t('plan.gap', { gap: percent(plan.totals.gap) })} · {instant(plan.created)}</span></li>)}</ul>)}</Read></section>
            <details><summary>{t('studies.asJson')}</summary><pre className="card scroll mono" tabIndex={0}>{JSON.stringify(whole, null, 2)}</pre></details>
          </>
        )}
      </Read>
    </div>
  );
}
