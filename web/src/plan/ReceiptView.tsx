import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import type { PlanFull, Receipt } from '../api/shapes';
import { Read } from '../shell/Waiting';
import { DataTable, type Column } from '../tables/DataTable';
import { useWords } from '../words/words';

type Coefficient = Receipt['receipt']['coefficients'][number];
type Clause = Receipt['receipt']['notModelled'][number];

const recordOf = (parameter: string) => parameter.split('.').slice(0, 2).join('.');

/** What a plan owes to the law: every number taken from the register, with the money that rests on it. */
export function ReceiptView({ plan }: { plan: PlanFull }) {
  const { t, code, money, percent, day, say, mass } = useWords();
  const receipt = useRead<Receipt>(`plans/${encodeURIComponent(plan.id)}/receipt`, { still: true });
  const columns: Column<Coefficient>[] = [
    { name: t('law.parameter'), value: (c) => c.parameter, show: (c) => <Link href={`/register/parameters/${c.parameter}`}><code>{c.parameter}</code></Link> },
    { name: t('law.entry'), value: (c) => c.entry },
    { name: t('law.rule'), value: (c) => c.rule },
    { name: t('law.state'), value: (c) => code('state', c.state) },
    { name: t('law.money'), number: true, value: (c) => c.money, show: (c) => money(c.money) },
    { name: t('law.record'), value: (c) => recordOf(c.parameter), show: (c) => <Link href={`/register/records/${recordOf(c.parameter)}?asof=${plan.policy.asOf}`}>{recordOf(c.parameter)}</Link> },
  ];
  return (
    <div className="stack">
      <h1>{t('receipt.title')}</h1>
      <p className="dim">{plan.name ?? say(plan.title)}</p>
      <Read query={receipt}>
        {(value) => (
          <>
            <p>{t('receipt.says', { day: day(value.receipt.asOf), money: money(value.movedUsd) })}</p>
            <dl className="facts">{Object.entries(value.shares).map(([state, share]) => <div key={state} className="contents"><dt>{code('state', state)}</dt><dd>{percent(share)}</dd></div>)}</dl>
            <DataTable name={t('receipt.title')} rows={value.receipt.coefficients} columns={columns} search />
            <h2>{t('record.notModelled')}</h2>
            <DataTable name={t('record.notModelled')} rows={value.receipt.notModelled} page={15} columns={[{ name: t('law.parameter'), value: (c: Clause) => c.parameter }, { name: t('receipt.clause'), value: (c) => say(c.says) }, { name: t('receipt.concerns'), number: true, value: (c) => c.money, show: (c) => (c.money === null ? (c.megatonnes === null ? '–' : mass(c.megatonnes * 1e6)) : money(c.money)) }]} />
            <p className="small dim">{t('receipt.version')} <code>{value.receipt.registerVersion}</code></p>
          </>
        )}
      </Read>
    </div>
  );
}
