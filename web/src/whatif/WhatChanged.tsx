import { useAddress } from '../address/address';
import { Link } from '../address/Link';
import { useJob } from '../api/jobs';
import { usePlan } from '../api/plans';
import type { PlanFull, WhatIf } from '../api/shapes';
import { show } from '../plan/viewState';
import { useWords } from '../words/words';

/** What differs from the plan before: money, tonnes, proof, and the switch for the map. */
export function WhatChanged({ plan, answer }: { plan: PlanFull; answer: WhatIf | null }) {
  const { t, money, mass, percent, length, whole } = useWords();
  const { query } = useAddress();
  const before = usePlan(plan.parent);
  const { job } = useJob(plan.proofJob);
  if (!before.data) return null;
  const old = before.data;
  const pipes = (p: PlanFull) => p.periods.reduce((sum, period) => sum + period.newPipeKm, 0);
  const gap = job?.gap ?? plan.totals.gap;
  const proving = job?.state === 'running' || job?.state === 'queued';
  const rows: { name: string; was: number; is: number; write: (value: number) => string }[] = [
    { name: t('summary.net'), was: old.totals.netUsd, is: plan.totals.netUsd, write: money },
    { name: t('summary.cost'), was: old.totals.costUsd, is: plan.totals.costUsd, write: money },
    { name: t('summary.credits'), was: old.totals.creditsDiscountedUsd, is: plan.totals.creditsDiscountedUsd, write: money },
    { name: t('summary.captured'), was: old.tonnes.capturedMt * 1e6, is: plan.tonnes.capturedMt * 1e6, write: mass },
    { name: t('whatif.newPipes'), was: pipes(old), is: pipes(plan), write: length },
    { name: t('summary.gapName'), was: old.totals.gap, is: gap, write: percent },
  ];
  const on = query.get('diff') === plan.parent;
  return (
    <section className="card stack tight changed" aria-labelledby="changed-title" data-testid="changed">
      <h3 id="changed-title">{t('whatif.changed')}</h3>
      <table>
        <caption className="visually-hidden">{t('whatif.changed')}</caption>
        <thead className="visually-hidden"><tr><th scope="col">{t('compare.measure')}</th><th scope="col">{t('whatif.nowAndChange')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}><th scope="row" className="rowhead">{row.name}</th><td className="number">{row.write(row.is)}<div className="small dim">{row.is === row.was ? '=' : `${row.is > row.was ? '+' : ''}${row.write(row.is - row.was)}`}</div></td></tr>
          ))}
        </tbody>
      </table>
      {proving ? <p className="small" role="status"><span className="spin" aria-hidden="true" /> {t('whatif.proving', { gap: percent(gap) })}</p> : null}
      {answer?.difference ? (
        <p className="small">{(['sites', 'pipes', 'storage'] as const).map((kind) => t(`whatif.counts.${kind}`, { added: whole(answer.difference![kind].added), removed: whole(answer.difference![kind].removed), changed: whole(answer.difference![kind].changed) })).join(' ')}</p>
      ) : null}
      <label className="check"><input type="checkbox" checked={on} onChange={() => show({ diff: on ? null : plan.parent })} /> {t('whatif.onMap')}</label>
      <div className="row small"><Link href={`/plans/${plan.id}?diff=${plan.parent}&table=difference`}>{t('whatif.asTable')}</Link><Link href={`/compare?plans=${plan.parent},${plan.id}`}>{t('plan.compare')}</Link></div>
    </section>
  );
}
