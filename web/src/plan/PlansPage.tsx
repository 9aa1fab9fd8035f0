import './plan.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { go } from '../address/address';
import { Link } from '../address/Link';
import { send } from '../api/client';
import { queries, useRead } from '../api/queries';
import type { List, PlanItem } from '../api/shapes';
import { Fault } from '../shell/Problems';
import { Read } from '../shell/Waiting';
import { ChangeList } from '../whatif/ChangeList';
import { useWords, type Key } from '../words/words';

/** All plans, newest first; up to four are set side by side. */
export default function PlansPage() {
  const { t, say, money, percent, mass, instant } = useWords();
  const plans = useRead<List<PlanItem>>('plans?limit=100');
  const [chosen, setChosen] = useState<string[]>([]);
  const remove = useMutation({ mutationFn: (plan: PlanItem) => send('DELETE', `plans/${encodeURIComponent(plan.id)}`, undefined, plan.etag), onSuccess: () => queries.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('plans?') }) });
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id].slice(-4));
  return (
    <div className="page">
      <div className="row ends">
        <div className="page-head"><h1>{t('title.plans')}</h1><p className="dim">{t('plans.says')}</p></div>
        <button className="primary" disabled={chosen.length < 2} onClick={() => go(`/compare?plans=${chosen.join(',')}`)}>{t('plans.compare', { count: chosen.length })}</button>
      </div>
      <Fault fault={remove.error} />
      <Read query={plans}>
        {(list) =>
          list.items.length === 0 ? (
            <div className="note stack tight"><p>{t('home.none')}</p><div><Link className="button" href="/studies">{t('home.toStudies')}</Link></div></div>
          ) : (
            <ul className="plain stack">
              {list.items.map((plan) => (
                <li key={plan.id} className="card plan-card">
                  <label className="check"><input type="checkbox" checked={chosen.includes(plan.id)} onChange={() => toggle(plan.id)} aria-label={t('plans.choose', { name: plan.name ?? say(plan.title) })} /></label>
                  <div className="stack tight">
                    <h2><Link href={`/plans/${plan.id}`}>{plan.name ?? say(plan.title)}</Link></h2>
                    <p className="row small"><span className="tag">{t(`origin.${plan.origin}` as Key)}</span>{plan.kept ? <span className="tag good">{t('plans.kept')}</span> : null}{plan.stale ? <span className="tag warn">{t('plan.stale')}</span> : null}<span className="dim">{instant(plan.created)}</span>{plan.parent ? <Link href={`/plans/${plan.parent}`}>{t('plans.parent')}</Link> : null}</p>
                    {plan.changes.length > 0 ? <ChangeList changes={plan.changes} /> : null}
                  </div>
                  <dl className="timeline-figures">
                    <div><dt>{t('summary.net')}</dt><dd>{money(plan.totals.netUsd)}</dd></div>
                    <div><dt>{t('summary.captured')}</dt><dd>{mass(plan.tonnes.capturedMt * 1e6)}</dd></div>
                    <div><dt>{t('summary.gapName')}</dt><dd>{percent(plan.totals.gap)}</dd></div>
                  </dl>
                  {plan.origin !== 'shipped' ? <button className="quiet" onClick={() => remove.mutate(plan)} aria-label={t('plans.deleteNamed', { name: plan.name ?? say(plan.title) })}>{t('plans.delete')}</button> : <span />}
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </div>
  );
}
