import { onward } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import { usePlan } from '../api/plans';
import type { Charts, PlanFull } from '../api/shapes';
import { Fill } from '../charts/PlanCharts';
import { Figures, written } from '../pillars/Figures';
import { PlanChoice } from '../plan/PlanChoice';
import { usePlanChoice } from '../plan/usePlanChoice';
import { Read } from '../shell/Waiting';
import { DataTable, type Column } from '../tables/DataTable';
import { useWords } from '../words/words';

type Hub = Record<string, unknown> & { id: string; name?: unknown };

/** Storage hubs of a plan, and a page for each. */
export default function HubsPage({ parts }: { parts: Record<string, string> }) {
  const { t } = useWords();
  const choice = usePlanChoice();
  const plan = usePlan(choice.id, { keep: true });
  return (
    <div className="page">
      <div className="page-head"><h1>{parts.hub ? t('hubs.one', { name: parts.hub }) : t('title.hubs')}</h1><p className="dim">{t('hubs.says')}</p></div>
      <PlanChoice choice={choice} />
      {parts.hub ? <p><Link href={onward('/hubs')}>← {t('hubs.all')}</Link></p> : null}
      {choice.id ? <Read query={plan}>{(value) => (parts.hub ? <OneHub plan={value} hub={parts.hub} /> : <AllHubs plan={value} />)}</Read> : null}
    </div>
  );
}

function OneHub({ plan, hub }: { plan: PlanFull; hub: string }) {
  const { t } = useWords();
  const one = useRead<Record<string, unknown>>(`plans/${encodeURIComponent(plan.id)}/hubs/${encodeURIComponent(hub)}`, { still: true });
  return <Read query={one} missing={<p className="note">{t('hubs.unknown')}</p>}>{(value) => <Figures value={value} plan={plan} />}</Read>;
}

function AllHubs({ plan }: { plan: PlanFull }) {
  const { t } = useWords();
  const hubs = useRead<Hub[] | { items?: Hub[]; hubs?: Hub[] }>(`plans/${encodeURIComponent(plan.id)}/hubs`, { still: true });
  const charts = useRead<Charts>(`plans/${encodeURIComponent(plan.id)}/charts`, { still: true });
  return (
    <div className="stack">
      <Read query={hubs} missing={<p className="note">{t('pillars.notYet')}</p>}>{(value) => <HubTable plan={plan} hubs={Array.isArray(value) ? value : (value.items ?? value.hubs ?? [])} />}</Read>
      <Read query={charts}>{(value) => <Fill plan={plan} charts={value} />}</Read>
    </div>
  );
}

function HubTable({ plan, hubs }: { plan: PlanFull; hubs: Hub[] }) {
  const words = useWords();
  const names = [...new Set(hubs.flatMap((hub) => Object.entries(hub).filter(([, v]) => v === null || typeof v !== 'object' || (typeof v === 'object' && 'en' in (v as object))).map(([key]) => key)))];
  const columns: Column<Hub>[] = names.map((key) => ({
    name: words.code('field', key), number: hubs.some((hub) => typeof hub[key] === 'number'),
    value: (hub) => (typeof hub[key] === 'number' ? (hub[key] as number) : written(key, hub[key], words)),
    show: key === 'id' ? (hub) => <Link href={`/hubs/${encodeURIComponent(hub.id)}?plan=${plan.id}`}>{hub.id}</Link> : (hub) => written(key, hub[key], words),
  }));
  return <DataTable name={words.t('title.hubs')} rows={hubs} columns={columns} search />;
}
