import { go, useQueryList, withQuery } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import type { List, PlanItem } from '../api/shapes';
import { axis, ChartFigure, legend } from '../charts/ChartFigure';
import { Read } from '../shell/Waiting';
import { DataTable } from '../tables/DataTable';
import { ChangeList } from '../whatif/ChangeList';
import { moneyScale } from '../words/figures';
import { useWords } from '../words/words';

interface Compared {
  plans: PlanItem[];
  money: { name: string; usd: number[] }[];
  periods: { from: number; to: number; capturedMtPerYear: number[]; storedMtPerYear: number[]; creditsUsd: number[]; pipeKm: number[] }[];
  /** Answers of the law that another plan got otherwise than the first; `other` counts from one. */
  law: { other: number; rule: string; parameter: string; circumstances: string; unit: string; before: string; after: string }[];
  besides: string[][];
  sites: { id: string; name: string; state: string; capturedMt: (number | null)[]; from: (number | null)[] }[];
}

const letters = ['A', 'B', 'C', 'D'];

/** Up to four plans side by side. */
export default function ComparePage() {
  const { t, say } = useWords();
  const [ids, setIds] = useQueryList('plans');
  const plans = useRead<List<PlanItem>>('plans?limit=100');
  const compared = useRead<Compared>(ids.length >= 2 ? `plans/compare?ids=${ids.map(encodeURIComponent).join(',')}` : null, { keep: true });
  const others = (plans.data?.items ?? []).filter((plan) => !ids.includes(plan.id));
  return (
    <div className="page">
      <div className="page-head"><h1>{t('title.compare')}</h1><p className="dim">{t('compare.says')}</p></div>
      {ids.length < 4 ? (
        <label className="field"><span className="label">{t('compare.add')}</span>
          <select value="" onChange={(event) => event.target.value && setIds([...ids, event.target.value])}><option value="">{t('compare.choose')}</option>{others.map((plan) => <option key={plan.id} value={plan.id}>{plan.name ?? say(plan.title)} ({plan.id})</option>)}</select>
        </label>
      ) : null}
      {ids.length < 2 ? <p className="note">{t('compare.two')}</p> : <Read query={compared}>{(value) => <Side value={value} remove={(id) => go(withQuery({ plans: ids.filter((other) => other !== id).join(',') }))} />}</Read>}
    </div>
  );
}

function Side({ value, remove }: { value: Compared; remove: (id: string) => void }) {
  const { t, say, money, mass, percent, number, code, circumstances, language } = useWords();
  const { plans } = value;
  const name = (i: number) => letters[i] ?? String(i + 1);
  const base = plans[0]!;
  const rows: { name: string; values: number[]; write: (value: number) => string }[] = [
    { name: t('summary.net'), values: plans.map((p) => p.totals.netUsd), write: money },
    { name: t('summary.cost'), values: plans.map((p) => p.totals.costUsd), write: money },
    { name: t('summary.credits'), values: plans.map((p) => p.totals.creditsDiscountedUsd), write: money },
    { name: t('summary.captured'), values: plans.map((p) => p.tonnes.capturedMt * 1e6), write: mass },
    { name: t('summary.stored'), values: plans.map((p) => p.tonnes.storedMt * 1e6), write: mass },
    { name: t('summary.gapName'), values: plans.map((p) => p.totals.gap), write: percent },
  ];
  const scale = moneyScale(language, Math.max(1, ...value.money.flatMap((part) => part.usd.map(Math.abs))));
  const captured = (period: Compared['periods'][number], i: number) => period.capturedMtPerYear[i] ?? 0;
  const grid = { left: 8, right: 8, top: 40, bottom: 4, containLabel: true };
  const patterns = ['circle', 'rect', 'triangle', 'diamond'];
  return (
    <div className="stack">
      <div className="grid">
        {plans.map((plan, i) => (
          <section key={plan.id} className="card stack tight">
            <div className="row ends whole"><h2>{name(i)}. <Link href={`/plans/${plan.id}`}>{plan.name ? <span translate="no">{plan.name}</span> : say(plan.title)}</Link></h2><button className="quiet" aria-label={t('compare.remove', { name: name(i) })} onClick={() => remove(plan.id)}>✕</button></div>
            {plan.changes.length > 0 ? <ChangeList changes={plan.changes} /> : <p className="dim small">{t('compare.asShipped')}</p>}
            {i > 0 ? <p className="small"><Link href={`/plans/${plan.id}?diff=${base.id}`}>{t('compare.onMap', { name: name(0) })}</Link></p> : null}
          </section>
        ))}
      </div>
      <div className="card scroll" tabIndex={0} role="region" aria-label={t('compare.figures')}>
        <table>
          <caption>{t('compare.figures')}</caption>
          <thead><tr><th scope="col">{t('compare.measure')}</th>{plans.map((plan, i) => <th key={plan.id} scope="col" className="number">{name(i)}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <tr key={row.name}><th scope="row" className="rowhead">{row.name}</th>{row.values.map((v, i) => <td key={i} className="number">{row.write(v)}{i > 0 && v !== row.values[0] ? <div className="dim small">{v > row.values[0]! ? '+' : ''}{row.write(v - row.values[0]!)}</div> : null}</td>)}</tr>)}</tbody>
        </table>
      </div>
      <div className="grid">
        <ChartFigure
          title={t('compare.tonnes')} says={t('compare.tonnesSays')} rows={value.periods} height={280}
          columns={[{ name: t('chart.period'), value: (p) => `${p.from}–${p.to}` }, ...plans.map((_, i) => ({ name: name(i), unit: t('unit.Mt/y'), number: true, value: (p: Compared['periods'][number]) => captured(p, i) }))]}
          option={(ink) => ({ grid, legend: legend(ink), tooltip: { trigger: 'axis' }, xAxis: { type: 'category', data: value.periods.map((p) => `${p.from}–${String(p.to).slice(2)}`), ...axis(ink) }, yAxis: { type: 'value', name: t('unit.Mt/y'), ...axis(ink) }, series: plans.map((_, i) => ({ type: 'line', name: name(i), symbol: patterns[i], symbolSize: 10, data: value.periods.map((p) => captured(p, i)) })) })}
        />
        <ChartFigure
          title={t('compare.money')} says={t('compare.moneySays')} rows={value.money} height={280}
          columns={[{ name: t('compare.measure'), value: (part) => code('money', part.name) }, ...plans.map((_, i) => ({ name: name(i), unit: scale.unit, number: true, value: (part: Compared['money'][number]) => (part.usd[i] === undefined ? null : scale.of(part.usd[i]!)) }))]}
          option={(ink) => ({ grid: { ...grid, bottom: 30 }, legend: legend(ink), tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => `${number(v as number)} ${scale.unit}` }, xAxis: { type: 'value', name: scale.unit, nameLocation: 'middle', nameGap: 28, ...axis(ink) }, yAxis: { type: 'category', inverse: true, data: value.money.map((part) => code('money', part.name)), ...axis(ink) }, series: plans.map((_, i) => ({ type: 'bar', name: name(i), data: value.money.map((part) => scale.of(part.usd[i] ?? 0)) })) })}
        />
      </div>
      {value.law.length > 0 ? <section className="stack tight"><h2>{t('compare.law')}</h2><DataTable name={t('compare.law')} rows={value.law} page={15} columns={[{ name: t('law.parameter'), value: (row) => row.parameter, show: (row) => <Link href={`/register/parameters/${row.parameter}`}><code>{row.parameter}</code></Link> }, { name: t('law.circumstances'), value: (row) => circumstances(row.circumstances) }, { name: t('compare.plan'), value: (row) => name(row.other) }, { name: name(0), value: (row) => `${row.before} ${row.unit}` }, { name: t('compare.there'), value: (row) => `${row.after} ${row.unit}` }]} /></section> : null}
      <section className="stack tight"><h2>{t('compare.sites')}</h2><DataTable name={t('compare.sites')} rows={value.sites} search page={15} columns={[{ name: t('compare.site'), value: (row) => row.name, show: (row) => <Link href={`/plans/${base.id}/sites/${encodeURIComponent(row.id)}`}>{row.name}</Link> }, { name: t('filter.state'), value: (row) => row.state }, ...plans.map((_, i) => ({ name: name(i), unit: t('unit.Mt'), number: true, value: (row: Compared['sites'][number]) => row.capturedMt[i] ?? null }))]} /></section>
    </div>
  );
}
