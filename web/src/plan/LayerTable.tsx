import { useMemo } from 'react';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import type { PlanFull } from '../api/shapes';
import { differencePath, type Changed } from '../map/differences';
import { groupOf } from '../map/sectors';
import { Read } from '../shell/Waiting';
import { DataTable, type Column } from '../tables/DataTable';
import { useWords } from '../words/words';
import { show, type PlanView } from './viewState';

type Row = Record<string, string | number | boolean | null>;
interface Features { features: { properties: Row }[] }

const tabled = ['sites', 'pipes', 'storage', 'existing', 'counties', 'entries'] as const;
// Figures of one period stand in the table only for the period on the time line: five columns of each would hide the rest.
const byPeriod = /^(rate|flow|bought|inches|fill|projects|creditUsd|captured|capturedTPerYear)(\d+)$/;
const pages = new Set(['sites', 'pipes', 'storage', 'existing', 'counties']);

/** What a row does in a period, t/y: what does most stands first. */
const share = (row: Row, period: number) => Math.abs(Number(row[`rate${period}`] ?? row[`flow${period}`] ?? row[`capturedTPerYear${period}`] ?? 0));

/** Every layer of the map as a table, narrowed by the same filters. */
export function LayerTable({ plan, view, layer }: { plan: PlanFull; view: PlanView; layer: string }) {
  const { t, code } = useWords();
  const difference = layer === 'difference';
  const features = useRead<Features>(difference ? null : `plans/${encodeURIComponent(plan.id)}/layers/${layer}`, { still: true });
  const changes = useRead<{ changes: Changed[] }>(difference ? differencePath(plan.id, view.difference ?? plan.parent ?? '') : null, { still: true });
  const names = view.difference || plan.parent ? [...tabled, 'difference' as const] : tabled;
  return (
    <div className="layer-table stack">
      <div className="row ends">
        <label className="row">{t('layerTable.layer')} <select value={layer} onChange={(event) => show({ table: event.target.value })}>{names.map((name) => <option key={name} value={name}>{name === 'sites' ? t('layerTable.sites') : code('layer', name)}</option>)}</select></label>
        <span className="dim small">{t('timeline.period', { from: plan.periods[view.period]!.from, to: plan.periods[view.period]!.to })}</span>
      </div>
      {difference ? <Read query={changes}>{(value) => <Changes plan={plan} period={view.period} changes={value.changes} />}</Read> : <Read query={features}>{(value) => <Rows plan={plan} view={view} layer={layer} rows={value.features.map((feature) => feature.properties)} />}</Read>}
    </div>
  );
}

function Rows({ plan, view, layer, rows }: { plan: PlanFull; view: PlanView; layer: string; rows: Row[] }) {
  const { code, t } = useWords();
  const { groups, states, cost } = view.shown;
  const kept = useMemo(
    () =>
      rows.filter((row) => {
        if (layer === 'sites' && groups.length > 0 && !groups.includes(groupOf(String(row.sector)).key)) return false;
        if (states.length > 0 && row.state !== undefined && !states.includes(String(row.state))) return false;
        return !(layer === 'sites' && cost && !(Number(row.costUsdPerT ?? -1) >= cost[0] && Number(row.costUsdPerT ?? -1) <= cost[1]));
      }).toSorted((a, b) => share(b, view.period) - share(a, view.period)),
    [rows, layer, groups, states, cost, view.period],
  );
  const columns = useMemo<Column<Row>[]>(() => {
    const seen = new Set<string>();
    for (const row of rows.slice(0, 200)) for (const name of Object.keys(row)) seen.add(name);
    const kinds: Record<string, Parameters<typeof code>[0]> = { sector: 'sector', process: 'process', kind: 'kind', status: 'status', reason: 'reason', change: 'change' };
    return [...seen]
      .filter((name) => name !== 'id' && (!byPeriod.test(name) || Number(byPeriod.exec(name)![2]) === view.period))
      .sort((a, b) => (a === 'name' ? -1 : b === 'name' ? 1 : 0))
      .map((name) => {
        const plain = name.replace(byPeriod, '$1');
        const kind = kinds[name];
        const sample = rows.find((row) => row[name] !== null && row[name] !== undefined)?.[name];
        const link = name === 'name' && pages.has(layer);
        return {
          name: code('field', plain),
          number: typeof sample === 'number',
          value: (row: Row) => (kind ? code(kind, row[name] as string | null) : name === 'first' || name === 'last' || name === 'firstBought' ? (row[name] === null || row[name] === undefined ? null : String(plan.periods[Number(row[name])]?.[name === 'last' ? 'to' : 'from'] ?? '')) : row[name]),
          show: link ? (row: Row) => <Link href={`/plans/${plan.id}/${layer}/${row.id}`}>{String(row.name ?? row.id)}</Link> : undefined,
        } as Column<Row>;
      });
  }, [rows, layer, view.period, plan, code]);
  const first = columns[0]?.name;
  const linked = useMemo(() => (rows.some((row) => row.name) || !pages.has(layer) ? columns : [{ name: t('layerTable.id'), value: (row: Row) => String(row.id), show: (row: Row) => <Link href={`/plans/${plan.id}/${layer}/${row.id}`}>{String(row.id)}</Link> }, ...columns]), [columns, rows, layer, plan.id, t]);
  return <DataTable key={layer + String(first)} rows={kept} columns={linked} name={layer === 'sites' ? t('layerTable.sites') : code('layer', layer)} search page={50} rowKey={(row, i) => String(row.id ?? i)} />;
}

const pageOf = { site: 'sites', pipe: 'pipes', storage: 'storage' } as const;

function Changes({ plan, period, changes }: { plan: PlanFull; period: number; changes: Changed[] }) {
  const { code } = useWords();
  const columns: Column<Changed>[] = [
    { name: code('field', 'name'), value: (row) => row.name || row.id, show: (row) => <Link href={`/plans/${plan.id}/${pageOf[row.kind]}/${encodeURIComponent(row.id)}`}>{row.name || row.id}</Link> },
    { name: code('field', 'kind'), value: (row) => code('layer', pageOf[row.kind]) },
    { name: code('field', 'change'), value: (row) => code('change', row.change) },
    { name: code('field', 'before'), unit: 't', number: true, value: (row) => row.before?.[period] ?? null },
    { name: code('field', 'after'), unit: 't', number: true, value: (row) => row.after?.[period] ?? null },
  ];
  return <DataTable rows={changes} columns={columns} name={code('layer', 'difference')} search page={50} rowKey={(row) => row.kind + row.id} />;
}
