import { lazy, Suspense } from 'react';
import { Link } from '../address/Link';
import { useJob } from '../api/jobs';
import { afterMap } from '../map/drawing';
import type { PlanFull } from '../api/shapes';
import { Waiting } from '../shell/Waiting';
import { useWords } from '../words/words';
import { ChangeList } from '../whatif/ChangeList';

// The table of a layer stands where the map would: then there is nothing to wait for.
const isMapShown = () => !new URLSearchParams(location.search).has('table');
const PeriodCharts = lazy(async () => {
  if (isMapShown()) await afterMap();
  return import('./PeriodCharts');
});

/** The plan in figures: what it costs, what the law pays, how far from the best it can be. */
export function SummaryPanel({ plan, period }: { plan: PlanFull; period: number }) {
  const { t, money, percent, mass, say, code, day, number } = useWords();
  const { job } = useJob(plan.proofJob);
  const bound = job?.boundUsd ?? plan.totals.boundUsd;
  const gap = job?.gap ?? plan.totals.gap;
  const proving = job && (job.state === 'running' || job.state === 'queued');
  const facts: [string, string][] = [
    [t('summary.capture'), money(plan.totals.captureUsd)],
    [t('summary.dac'), money(plan.totals.dacUsd)],
    [t('summary.transport'), money(plan.totals.transportUsd)],
    [t('summary.storage'), money(plan.totals.storageUsd)],
    [t('summary.fees'), money(plan.totals.storageFeesUsd)],
    [t('summary.cost'), money(plan.totals.costUsd)],
    [t('summary.credits'), money(-plan.totals.creditsDiscountedUsd)],
    ...(plan.totals.priceIncomeUsd ? [[t('summary.income'), money(-plan.totals.priceIncomeUsd)] as [string, string]] : []),
  ];
  return (
    <div className="stack">
      <h2>{t('plan.summary')}</h2>
      <div className="figures">
        <div><span className="big">{money(plan.totals.netUsd)}</span><span className="dim small">{t('summary.net')}</span></div>
        <div><span className="big">{mass(plan.tonnes.capturedMt * 1e6)}</span><span className="dim small">{t('summary.captured')}</span></div>
      </div>
      {plan.changes.length > 0 ? <ChangeList changes={plan.changes} title={t('summary.changes')} /> : null}
      <dl className="facts">{facts.map(([name, value]) => <div key={name} className="contents"><dt>{name}</dt><dd className="figure">{value}</dd></div>)}</dl>
      <section className="stack tight" aria-live="polite">
        <h3>{t('summary.proof')}</h3>
        <GapBar gap={gap} />
        <p className="small">{t('summary.proofSays', { bound: money(bound), gap: percent(gap), network: plan.totals.gapNetwork === null ? '–' : percent(plan.totals.gapNetwork) })}</p>
        {proving ? <p className="small" role="status"><span className="spin" aria-hidden="true" /> {t('summary.proving')} {job.stage ? code('stage', job.stage) : ''}</p> : <p className="small dim">{code('status', plan.totals.status)}</p>}
      </section>
      <section className="stack tight">
        <h3>{t('summary.law')}</h3>
        <p className="small">{plan.policy.mode ? t('summary.mode', { mode: plan.policy.mode }) : t('summary.asOf', { day: day(plan.policy.asOf) })}{plan.policy.overlays.length > 0 ? ` ${t('summary.overlays', { list: plan.policy.overlays.join(', ') })}` : ''}</p>
        <p className="small"><Link href={`/plans/${plan.id}/receipt/all`}>{t('summary.receipt')}</Link> · <Link href={`/register?asof=${plan.policy.asOf}`}>{t('summary.register')}</Link></p>
      </section>
      <Suspense fallback={<Waiting />}><PeriodCharts plan={plan} period={period} /></Suspense>
      {plan.notes.length > 0 ? (
        <section className="stack tight">
          <h3>{t('summary.notes')}</h3>
          <ul className="plain stack tight small">{plan.notes.slice(0, 12).map((note, i) => <li key={i} className={note.kind === 'target' ? 'note warn' : ''}><strong>{code('note', note.kind)}</strong> {say(note.text)}</li>)}</ul>
        </section>
      ) : null}
      <p className="small dim">{t('summary.made', { year: plan.dollarYear, rate: number(plan.discountRate * 100) })}</p>
    </div>
  );
}

export function GapBar({ gap }: { gap: number }) {
  const { t, percent } = useWords();
  const width = Math.min(1, Math.max(0, gap) / 0.2);
  return <div className="gap-bar" role="meter" aria-label={t('summary.gapName')} aria-valuenow={Math.round(gap * 1000) / 10} aria-valuemin={0} aria-valuemax={100} aria-valuetext={percent(gap)}><span style={{ width: `${100 * width}%` }} /></div>;
}
