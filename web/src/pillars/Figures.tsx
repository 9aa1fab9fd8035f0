import { Link } from '../address/Link';
import type { PlanFull } from '../api/shapes';
import { DataTable, type Column } from '../tables/DataTable';
import { useWords, type Words } from '../words/words';

type Row = Record<string, unknown>;

const isText = (value: unknown): value is { en: string; zh: string } => !!value && typeof value === 'object' && 'en' in value && 'zh' in value;
const isRow = (value: unknown): value is Row => !!value && typeof value === 'object' && !Array.isArray(value) && !isText(value);

/** A figure by the unit that its name ends in. */
export function written(name: string, value: unknown, words: Words): string {
  const { t, number, money, perTonne, percent, length, rate, mass, say, code } = words;
  if (value === null || value === undefined) return '–';
  if (isText(value)) return say(value);
  if (typeof value === 'boolean') return t(value ? 'table.yes' : 'table.no');
  if (Array.isArray(value)) return value.map((one) => written(name, one, words)).join(' · ');
  if (typeof value === 'string') return code('status', value) === value ? code('sector', value) : code('status', value);
  if (typeof value !== 'number') return JSON.stringify(value);
  if (/UsdPerT(onne)?$/.test(name)) return perTonne(value);
  if (/Usd(PerYear)?$/.test(name)) return money(value);
  if (/MtPerYear$/.test(name)) return rate(value * 1e6);
  if (/TPerYear$/.test(name)) return rate(value);
  if (/Mt$/.test(name)) return mass(value * 1e6);
  if (/Tonnes$|T$/.test(name)) return mass(value);
  if (/Km$/.test(name)) return length(value);
  if (/([sS]hare|[fF]raction|[iI]rr|[rR]ate|[pP]ercentile)$/.test(name)) return percent(value);
  if (/(from|to|[yY]ear|first|last)$/.test(name)) return String(value);
  return number(value);
}

/** Whatever a pillar says: single figures as a list, lists as tables, parts under their own heads. */
export function Figures({ value, plan, level = 2 }: { value: Row; plan: PlanFull; level?: 2 | 3 | 4 }) {
  const words = useWords();
  const entries = Object.entries(value);
  const plain = entries.filter(([, v]) => !isRow(v) && !(Array.isArray(v) && v.some(isRow)));
  const Title = `h${level}` as 'h2' | 'h3' | 'h4';
  const next = Math.min(4, level + 1) as 3 | 4;
  return (
    <div className="stack">
      {plain.length > 0 ? <dl className="facts">{plain.map(([name, v]) => <div key={name} className="contents"><dt>{words.code('field', name)}</dt><dd>{written(name, v, words)}</dd></div>)}</dl> : null}
      {entries.map(([name, v]) => {
        if (isRow(v)) return <section key={name} className="card stack tight"><Title>{words.code('field', name)}</Title><Figures value={v} plan={plan} level={next} /></section>;
        if (Array.isArray(v) && v.some(isRow)) return <section key={name} className="stack tight"><Title>{words.code('field', name)}</Title><Rows rows={v as Row[]} name={words.code('field', name)} plan={plan} words={words} /></section>;
        return null;
      })}
    </div>
  );
}

function Rows({ rows, name, plan, words }: { rows: Row[]; name: string; plan: PlanFull; words: Words }) {
  const names = [...new Set(rows.slice(0, 50).flatMap((row) => Object.keys(row)))].filter((key) => !rows.some((row) => isRow(row[key]) || (Array.isArray(row[key]) && (row[key] as unknown[]).some(isRow))));
  const columns: Column<Row>[] = names.map((key) => ({
    name: words.code('field', key),
    number: rows.some((row) => typeof row[key] === 'number') && !/(from|to|[yY]ear)$/.test(key),
    value: (row) => (typeof row[key] === 'number' ? (row[key] as number) : written(key, row[key], words)),
    show: key === 'siteId' || key === 'site' ? (row) => <Link href={`/plans/${plan.id}/sites/${encodeURIComponent(String(row[key]))}`}>{String(row.siteName ?? row.name ?? row[key])}</Link> : key === 'hubId' ? (row) => <Link href={`/hubs/${encodeURIComponent(String(row[key]))}?plan=${plan.id}`}>{String(row[key])}</Link> : (row) => written(key, row[key], words),
  }));
  return <DataTable rows={rows} columns={columns} name={name} page={15} search={rows.length > 15} />;
}
