import { Link } from '../address/Link';
import type { PlanFull } from '../api/shapes';
import { DataTable, type Column } from '../tables/DataTable';
import { useWords, type CodeFamily, type Words } from '../words/words';

type Row = Record<string, unknown>;

const isText = (value: unknown): value is { en: string; zh: string } => !!value && typeof value === 'object' && 'en' in value && 'zh' in value;
const isRow = (value: unknown): value is Row => !!value && typeof value === 'object' && !Array.isArray(value) && !isText(value);
const isFlat = (value: unknown): value is Row => isRow(value) && Object.keys(value).length > 0 && Object.values(value).every((one) => typeof one === 'string');
const isYear = (name: string) => /^(from|to|first|last|start|year|opensIn|inService|readyFrom|unaidedFrom|fromYear|resultYear|startYear|baseYear|dollarYear|firstYear)$/.test(name);

/** Most of a long list that is shown in a line. */
const mostListed = 6;
const families: CodeFamily[] = ['figure', 'reason', 'status', 'sector', 'process', 'track', 'kind', 'step', 'verdict', 'state', 'jurisdiction', 'choice'];

/** A code in words, from whichever family knows it. */
function coded(code: string, words: Words): string {
  for (const family of families) {
    const said = words.code(family, code);
    if (said !== code) return said;
  }
  return code;
}

/** Numbers of one unit name it once. */
function inOneUnit(said: string[], list: unknown[]): string {
  const units = new Set(said.map((one) => one.replace(/^\S+/, '')));
  const unit = units.size === 1 && list.every((one) => typeof one === 'number') ? [...units][0]! : '';
  return said.map((one) => (unit ? one.slice(0, -unit.length) : one)).join(' · ') + unit;
}

function listed(name: string, list: unknown[], words: Words): string {
  const said = inOneUnit(list.slice(0, mostListed).map((one) => written(name, one, words)), list);
  return list.length > mostListed ? words.t('figures.more', { list: said, count: words.whole(list.length - mostListed) }) : said || '–';
}

/** A figure by the unit that its name ends in. */
export function written(name: string, value: unknown, words: Words): string {
  const { t, number, whole, money, perTonne, percent, length, rate, mass, say, code } = words;
  if (value === null || value === undefined) return '–';
  if (isText(value)) return say(value);
  if (typeof value === 'boolean') return t(value ? 'table.yes' : 'table.no');
  if (Array.isArray(value)) return listed(name, value, words);
  if (isFlat(value)) return Object.entries(value).map(([key, one]) => `${code('field', key)}: ${coded(String(one), words)}`).join(' · ');
  if (typeof value === 'string') return coded(value, words);
  if (typeof value !== 'number') return JSON.stringify(value);
  if (isYear(name)) return String(value);
  if (/(UsdPerT(onne)?|PerTonne|^lawsRate|^rateNeeded)$/.test(name)) return perTonne(value);
  if (/TwhPerYear$/.test(name)) return t('figures.twh', { value: number(value) });
  if (/PjPerYear$/.test(name)) return t('figures.pj', { value: number(value) });
  if (/Usd(PerYear|PerHead)?$/.test(name)) return money(value);
  if (/[mM]tPerYear$/.test(name)) return rate(value * 1e6);
  if (/(TPerYear|TonnesPerYear)$/.test(name)) return rate(value);
  if (/(Mt|^mt20\d\d)$/.test(name)) return mass(value * 1e6);
  if (/(Tonnes|T)$/.test(name)) return mass(value);
  if (/([kK]m)$/.test(name)) return length(value);
  if (/([sS]hare|[fF]raction|[iI]rr|[rR]ate|[pP]ercentile|[uU]tilisation|^chance|^likely|^failure|^learning|^inflation)$/.test(name)) return percent(value);
  return Number.isInteger(value) ? whole(value) : number(value);
}

/** The same, where the plan knows more: a period by its years. */
function shown(name: string, value: unknown, plan: PlanFull, words: Words): string {
  const period = /^[pP]eriod$/.test(name) && typeof value === 'number' ? plan.periods[value] : undefined;
  return period ? `${period.from}–${period.to}` : written(name, value, words);
}

/** Whatever a pillar says: single figures as a list, lists as tables, parts under their own heads. */
export function Figures({ value, plan, level = 2 }: { value: Row; plan: PlanFull; level?: 2 | 3 | 4 }) {
  const words = useWords();
  const entries = Object.entries(value).filter(([, v]) => !(Array.isArray(v) && v.length === 0));
  const plain = entries.filter(([, v]) => (!isRow(v) || isFlat(v)) && !(Array.isArray(v) && v.some(isRow)));
  const Title = `h${level}` as 'h2' | 'h3' | 'h4';
  const next = Math.min(4, level + 1) as 3 | 4;
  return (
    <div className="stack">
      {plain.length > 0 ? <dl className="facts">{plain.map(([name, v]) => <div key={name} className="contents"><dt>{words.code('field', name)}</dt><dd>{shown(name, v, plan, words)}</dd></div>)}</dl> : null}
      {entries.map(([name, v]) => {
        if (isRow(v) && !isFlat(v)) return <section key={name} className="card stack tight"><Title>{words.code('field', name)}</Title><Figures value={v} plan={plan} level={next} /></section>;
        if (Array.isArray(v) && v.some(isRow)) return <section key={name} className="stack tight"><Title>{words.code('field', name)}</Title><Rows rows={v as Row[]} name={words.code('field', name)} plan={plan} words={words} /></section>;
        return null;
      })}
    </div>
  );
}

/** Members that a row says through another one, or that say nothing to a person. */
const hidden = (names: string[]) => new Set([...(names.includes('siteId') ? ['siteName', 'streamId'] : []), ...(names.includes('title') ? ['id'] : []), 'place', 'edgeIds']);
const isNested = (value: unknown) => (isRow(value) && !isFlat(value)) || (Array.isArray(value) && value.some(isRow));
const isBare = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function Rows({ rows, name, plan, words }: { rows: Row[]; name: string; plan: PlanFull; words: Words }) {
  const all = [...new Set(rows.slice(0, 50).flatMap((row) => Object.keys(row)))];
  const left = hidden(all);
  const names = all.filter((key) => !left.has(key) && !rows.some((row) => isNested(row[key])) && !rows.every((row) => isBare(row[key])));
  const columns: Column<Row>[] = names.map((key) => ({
    // A place is two capitals; any other state is that of a review.
    name: words.code('field', key === 'state' && !rows.some((row) => /^[A-Z]{2}$/.test(String(row.state))) ? 'reviewState' : key),
    number: rows.some((row) => typeof row[key] === 'number') && !isYear(key),
    value: (row) => (typeof row[key] === 'number' ? (row[key] as number) : key === 'siteId' ? String(row.siteName ?? row[key]) : written(key, row[key], words)),
    show: shower(key, plan, words),
  }));
  return <DataTable rows={rows} columns={columns} name={name} page={15} search={rows.length > 15} />;
}

function shower(key: string, plan: PlanFull, words: Words): Column<Row>['show'] {
  if (key === 'siteId' || key === 'site') return (row) => <Link href={`/plans/${plan.id}/sites/${encodeURIComponent(String(row[key]))}`}>{String(row.siteName ?? row.name ?? row[key])}</Link>;
  if (key === 'hubId') return (row) => <Link href={`/hubs/${encodeURIComponent(String(row[key]))}?plan=${plan.id}`}>{String(row[key])}</Link>;
  if (key === 'parameter') return (row) => (row[key] ? <Link href={`/register/parameters/${String(row[key])}`}><code>{String(row[key])}</code></Link> : '–');
  if (key === 'record') return (row) => (row[key] ? <Link href={`/register/records/${String(row[key])}`}>{String(row[key])}</Link> : '–');
  // A row that names its own unit: the figure is written in it.
  if (key === 'there' || key === 'all' || key === 'unknown') return (row) => written(inUnit[String(row.unit)] ?? key, row[key], words);
  return (row) => shown(key, row[key], plan, words);
}

const inUnit: Record<string, string> = { usd: 'costUsd', mt: 'storedMt', km: 'pipeKm' };
