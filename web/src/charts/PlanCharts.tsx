import { go } from '../address/address';
import { Link } from '../address/Link';
import type { Charts, Period, PlanFull, Series } from '../api/shapes';
import { colourOf, groupOf, sectorGroups } from '../map/sectors';
import { useTheme } from '../shell/theme';
import { moneyScale } from '../words/figures';
import { useWords } from '../words/words';
import { axis, ChartFigure, legend } from './ChartFigure';

const grid = { left: 8, right: 16, top: 46, bottom: 8, containLabel: true };
const years = (p: Pick<Period, 'from' | 'to'>) => `${p.from}–${String(p.to).slice(2)}`;

interface Props { plan: PlanFull; charts: Charts }
type Supply = Charts['supplyCurve'][number] & { costUsdPerT: number };

/** What each further tonne costs: streams in order of cost, as wide as they are large. */
export function SupplyCurve({ plan, charts }: Props) {
  const { t, code, number } = useWords();
  const theme = useTheme();
  const rows = charts.supplyCurve.flatMap((s) => (s.mtPerYear > 0 && s.costUsdPerT !== null ? [{ ...s, costUsdPerT: s.costUsdPerT }] : [])).sort((a, b) => a.costUsdPerT - b.costUsdPerT);
  const unknown = charts.supplyCurve.length - rows.length;
  let so = 0;
  const bars = rows.map((row) => { const from = so; so += row.mtPerYear; return { row, value: [from, so, row.costUsdPerT, row.captured ? 1 : 0] }; });
  const groups = sectorGroups.filter((group) => rows.some((row) => groupOf(row.sector).key === group.key));
  // A few streams cost a thousand dollars a tonne: the axis ends where nearly all have ended, and the rest are cut.
  const top = Math.ceil((1.25 * (rows[Math.floor(rows.length * 0.97)]?.costUsdPerT ?? 100)) / 50) * 50;
  return (
    <ChartFigure
      title={t('supply.title')} says={t('supply.says', { total: number(so), captured: number(rows.filter((r) => r.captured).reduce((sum, r) => sum + r.mtPerYear, 0)) })} level="h2" height={380} rows={rows}
      columns={[
        { name: t('compare.site'), value: (r: Supply) => r.name, show: (r) => <Link href={`/plans/${plan.id}/sites/${encodeURIComponent(r.site)}`}>{r.name}</Link> },
        { name: t('filter.sector'), value: (r) => code('sector', r.sector) },
        { name: t('supply.cost'), unit: '$/t', number: true, value: (r) => r.costUsdPerT },
        { name: t('supply.credit'), unit: '$/t', number: true, value: (r) => r.creditUsdPerT },
        { name: t('supply.size'), unit: t('unit.Mt/y'), number: true, value: (r) => r.mtPerYear },
        { name: t('status.captured'), value: (r) => r.captured },
      ]}
      onChoose={(chosen) => { const row = (chosen.data as { row?: Supply } | undefined)?.row; if (row) go(`/plans/${plan.id}/sites/${encodeURIComponent(row.site)}`); }}
      option={(ink) => ({
        grid: { ...grid, bottom: 30 }, legend: legend(ink),
        xAxis: { type: 'value', name: t('unit.Mt/y'), nameLocation: 'middle', nameGap: 28, max: Math.ceil(so), ...axis(ink) }, yAxis: { type: 'value', name: '$/t', max: top, ...axis(ink) },
        tooltip: { trigger: 'item', formatter: (p: { data: { row: Supply } }) => `${p.data.row.name}\n${code('sector', p.data.row.sector)}\n$${number(p.data.row.costUsdPerT)}/t · ${number(p.data.row.mtPerYear)} ${t('unit.Mt/y')}\n${t(p.data.row.captured ? 'status.captured' : 'status.left')}` },
        series: groups.map((group) => ({
          type: 'custom', name: code('group', group.key), itemStyle: { color: colourOf(group, theme) }, encode: { x: [0, 1], y: 2 },
          data: bars.filter((bar) => groupOf(bar.row.sector).key === group.key),
          renderItem: (_: unknown, api: { value: (i: number) => number; coord: (v: number[]) => number[] }) => {
            const [x0, y0] = api.coord([api.value(0), Math.min(api.value(2), top)]) as [number, number];
            const [x1, y1] = api.coord([api.value(1), 0]) as [number, number];
            return { type: 'rect', shape: { x: x0, y: y0, width: Math.max(0.5, x1 - x0), height: Math.max(0, y1 - y0) }, style: { fill: colourOf(group, theme), opacity: api.value(3) ? 1 : 0.32 } };
          },
        })),
      })}
      note={<p className="small dim">{t('supply.note')} {unknown > 0 ? t('supply.unknown', { count: unknown }) : ''}</p>}
    />
  );
}

/** What each kind of plant contributes to 2050. */
export function Wedges({ plan, charts }: Props) {
  const { t, code, number } = useWords();
  const theme = useTheme();
  const groups = sectorGroups.map((group) => ({ group, mt: plan.periods.map((_, i) => charts.wedges.filter((wedge) => groupOf(wedge.name).key === group.key).reduce((sum, wedge) => sum + (wedge.values[i] ?? 0), 0)) })).filter((one) => one.mt.some((value) => value > 0));
  return (
    <ChartFigure
      title={t('wedges.title')} says={t('wedges.says', { value: number(plan.periods.at(-1)!.capturedMtPerYear), year: plan.periods.at(-1)!.to })} level="h2" height={360} rows={groups}
      columns={[{ name: t('filter.sector'), value: (r: (typeof groups)[number]) => code('group', r.group.key) }, ...plan.periods.map((p, i) => ({ name: years(p), unit: t('unit.Mt/y'), number: true, value: (r: (typeof groups)[number]) => r.mt[i] }))]}
      option={(ink) => ({
        grid: { ...grid, top: 64 }, legend: legend(ink), tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => `${number(v as number)} ${t('unit.Mt/y')}` },
        xAxis: { type: 'category', boundaryGap: false, data: plan.periods.map(years), ...axis(ink) }, yAxis: { type: 'value', name: t('unit.Mt/y'), ...axis(ink) },
        series: groups.map(({ group, mt }) => ({ type: 'line', stack: 'all', areaStyle: { opacity: 0.85 }, symbol: 'none', lineStyle: { width: 1, color: ink.surface }, itemStyle: { color: colourOf(group, theme) }, name: code('group', group.key), data: mt })),
      })}
    />
  );
}

/** From what capture costs to what is left to pay, step by step. */
export function Waterfall({ plan }: { plan: PlanFull }) {
  const { t, language, number, money } = useWords();
  const totals = plan.totals;
  const steps = [
    { key: 'capture', name: t('summary.capture'), usd: totals.captureUsd }, { key: 'dac', name: t('summary.dac'), usd: totals.dacUsd }, { key: 'transport', name: t('summary.transport'), usd: totals.transportUsd },
    { key: 'storage', name: t('summary.storage'), usd: totals.storageUsd }, { key: 'fees', name: t('summary.fees'), usd: totals.storageFeesUsd },
    { key: 'credits', name: t('summary.credits'), usd: -totals.creditsDiscountedUsd }, { key: 'income', name: t('summary.income'), usd: -totals.priceIncomeUsd },
  ].filter((step) => step.usd !== 0);
  const scale = moneyScale(language, totals.costUsd);
  let level = 0;
  const placed = steps.map((step) => { const from = level; level += step.usd; return { ...step, low: Math.min(from, level), high: Math.max(from, level) }; });
  const all = [...placed, { key: 'net', name: t('summary.net'), usd: level, low: Math.min(0, level), high: Math.max(0, level) }];
  return (
    <ChartFigure
      title={t('waterfall.title')} says={t('waterfall.says', { cost: number(scale.of(totals.costUsd)), credits: number(scale.of(totals.creditsDiscountedUsd)), net: number(scale.of(totals.netUsd)), unit: scale.unit })} level="h2" height={340} rows={all}
      columns={[{ name: t('compare.measure'), value: (r: (typeof all)[number]) => r.name }, { name: t('law.money'), number: true, value: (r) => r.usd, show: (r) => money(r.usd) }]}
      option={(ink) => ({
        grid: { ...grid, top: 34 }, xAxis: { type: 'category', data: all.map((step) => step.name), ...axis(ink, { axisLabel: { color: ink.dim, fontSize: 12, interval: 0, width: 90, overflow: 'break' } }) }, yAxis: { type: 'value', name: scale.unit, ...axis(ink) },
        tooltip: { trigger: 'axis', formatter: (p: { dataIndex: number }[]) => { const step = all[p[0]!.dataIndex]!; return `${step.name}\n${money(step.usd)}`; } },
        series: [
          { type: 'bar', stack: 'all', silent: true, itemStyle: { color: 'transparent' }, data: all.map((step) => scale.of(step.low)) },
          { type: 'bar', stack: 'all', barMaxWidth: 70, label: { show: true, position: 'top', color: ink.text, formatter: (p: { dataIndex: number }) => money(all[p.dataIndex]!.usd) }, data: all.map((step) => ({ value: scale.of(step.high - step.low), itemStyle: { color: step.key === 'net' ? ink.text : step.usd < 0 ? ink.series[0] : ink.series[1] } })) },
        ],
      })}
    />
  );
}

/** Where CO2 comes from and where it stays, in one period. */
export function Sankey({ plan, charts, period }: Props & { period: number }) {
  const { t, number } = useWords();
  const flows = charts.flows[period];
  const links = [...(flows?.links ?? [])].sort((a, b) => b.mtPerYear - a.mtPerYear);
  const shown = links.slice(0, 36);
  const p = plan.periods[period]!;
  return (
    <ChartFigure
      title={t('sankey.title')} says={t('sankey.says', { from: p.from, to: p.to, count: shown.length, share: number((100 * shown.reduce((s, l) => s + l.mtPerYear, 0)) / Math.max(1e-9, links.reduce((s, l) => s + l.mtPerYear, 0)), 0) })} level="h2" height={Math.max(320, 22 * Math.max(new Set(shown.map((l) => l.toName)).size, new Set(shown.map((l) => l.from)).size) + 40)} rows={links}
      columns={[{ name: t('sankey.from'), value: (l: (typeof links)[number]) => l.from }, { name: t('sankey.to'), value: (l) => l.toName, show: (l) => <Link href={`/plans/${plan.id}/storage/${encodeURIComponent(l.to)}`}>{l.toName}</Link> }, { name: t('supply.size'), unit: t('unit.Mt/y'), number: true, value: (l) => l.mtPerYear }]}
      option={(ink) => ({
        tooltip: { trigger: 'item', valueFormatter: (v: unknown) => `${number(v as number)} ${t('unit.Mt/y')}` },
        series: [{
          type: 'sankey', left: 8, right: 150, top: 8, bottom: 8, nodeGap: 12, nodeWidth: 14, draggable: false, label: { color: ink.text, fontSize: 11 }, lineStyle: { color: 'gradient', opacity: 0.4 }, itemStyle: { borderWidth: 0 },
          data: [...new Set(shown.map((l) => `◂ ${l.from}`))].map((name) => ({ name, itemStyle: { color: ink.series[1] }, label: { formatter: name.slice(2) } })).concat([...new Set(shown.map((l) => `▸ ${l.toName}`))].map((name) => ({ name, itemStyle: { color: ink.series[0] }, label: { formatter: name.slice(2) } }))),
          links: shown.map((l) => ({ source: `◂ ${l.from}`, target: `▸ ${l.toName}`, value: l.mtPerYear })),
        }],
      })}
    />
  );
}

/** Kilometres of pipe by diameter and period. */
export function Diameters({ plan, charts }: Props) {
  const { t, number, inches } = useWords();
  const theme = useTheme();
  // From thin to thick the colour goes one way, so that the order can be seen without the names.
  const ramp = (share: number) => `hsl(${theme === 'dark' ? 172 : 176} ${35 + 35 * share}% ${theme === 'dark' ? 24 + 50 * share : 82 - 60 * share}%)`;
  return (
    <ChartFigure
      title={t('diameters.title')} says={t('diameters.says')} level="h2" height={300} rows={charts.diameters}
      columns={[{ name: t('diameters.class'), value: (d: Series) => inches(Number(d.name)) }, ...plan.periods.map((p, i) => ({ name: years(p), unit: 'km', number: true, value: (d: Series) => d.values[i] }))]}
      option={(ink) => ({ grid, legend: legend(ink), tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => `${number(v as number, 0)} km` }, xAxis: { type: 'category', data: plan.periods.map(years), ...axis(ink) }, yAxis: { type: 'value', name: 'km', ...axis(ink) }, series: charts.diameters.map((d, i) => ({ type: 'bar', stack: 'all', name: inches(Number(d.name)), barMaxWidth: 60, itemStyle: { color: ramp(i / Math.max(1, charts.diameters.length - 1)), borderColor: ink.surface, borderWidth: 0.5 }, data: d.values })) })}
    />
  );
}

/** How full each formation is at the end. */
export function Fill({ plan, charts }: Props) {
  const { t, percent } = useWords();
  const last = plan.periods.length - 1;
  const rows = charts.fill.filter((sink) => (sink.share[last] ?? 0) > 0).sort((a, b) => (b.share[last] ?? 0) - (a.share[last] ?? 0));
  const shown = rows.slice(0, 20);
  return (
    <ChartFigure
      title={t('fill.title')} says={t('fill.says', { count: rows.length, year: plan.periods[last]!.to })} level="h2" height={Math.max(200, shown.length * 22 + 60)} rows={rows}
      columns={[{ name: t('compare.formation'), value: (r: Charts['fill'][number]) => r.name, show: (r) => <Link href={`/plans/${plan.id}/storage/${encodeURIComponent(r.sink)}`}>{r.name}</Link> }, ...plan.periods.map((p, i) => ({ name: years(p), number: true, value: (r: Charts['fill'][number]) => r.share[i], show: (r: Charts['fill'][number]) => percent(r.share[i]) }))]}
      onChoose={(chosen) => { const row = shown[chosen.dataIndex ?? -1]; if (row) go(`/plans/${plan.id}/storage/${encodeURIComponent(row.sink)}`); }}
      option={(ink) => ({ grid: { ...grid, top: 8 }, tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => percent((v as number) / 100) }, xAxis: { type: 'value', max: 100, ...axis(ink, { axisLabel: { color: ink.dim, formatter: '{value} %' } }) }, yAxis: { type: 'category', inverse: true, data: shown.map((r) => r.name), ...axis(ink) }, series: [{ type: 'bar', barMaxWidth: 16, itemStyle: { color: ink.series[3] }, data: shown.map((r) => 100 * (r.share[last] ?? 0)) }] })}
    />
  );
}

interface County { properties: Record<string, string | number | null> }

/** What is captured in counties by how vulnerable they are. */
export function Counties({ plan, counties }: { plan: PlanFull; counties: County[] }) {
  const { t, number, whole } = useWords();
  const last = plan.periods.length - 1;
  const captured = (c: County) => Number(c.properties[`capturedTPerYear${last}`] ?? c.properties[`captured${last}`] ?? 0) / 1e6;
  const bins = [0, 1, 2, 3, 4].map((bin) => {
    const members = counties.filter((c) => c.properties.svi !== null && c.properties.svi !== undefined && Math.min(4, Math.floor(Number(c.properties.svi) * 5)) === bin);
    return { name: t('counties.fifth', { from: bin * 20, to: bin * 20 + 20 }), mt: members.reduce((sum, c) => sum + captured(c), 0), counties: members.length, hosts: members.filter((c) => captured(c) > 0).length, people: members.reduce((sum, c) => sum + Number(c.properties.population ?? 0), 0) };
  });
  const unknown = counties.filter((c) => c.properties.svi === null || c.properties.svi === undefined).length;
  return (
    <ChartFigure
      title={t('counties.title')} says={t('counties.says', { year: plan.periods[last]!.to, unknown })} level="h2" height={300} rows={bins}
      columns={[{ name: t('counties.index'), value: (b: (typeof bins)[number]) => b.name }, { name: t('chart.captured'), unit: t('unit.Mt/y'), number: true, value: (b) => b.mt }, { name: t('counties.hosts'), number: true, value: (b) => b.hosts, show: (b) => whole(b.hosts) }, { name: t('counties.all'), number: true, value: (b) => b.counties, show: (b) => whole(b.counties) }, { name: t('thing.population'), number: true, value: (b) => b.people, show: (b) => whole(b.people) }]}
      option={(ink) => ({ grid, tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => `${number(v as number)} ${t('unit.Mt/y')}` }, xAxis: { type: 'category', name: '', data: bins.map((b) => b.name), ...axis(ink) }, yAxis: { type: 'value', name: t('unit.Mt/y'), ...axis(ink) }, series: [{ type: 'bar', barMaxWidth: 70, itemStyle: { color: ink.series[4] }, data: bins.map((b) => b.mt) }] })}
    />
  );
}
