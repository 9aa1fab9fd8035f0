import { useState } from 'react';
import { axis, ChartFigure } from '../charts/ChartFigure';
import { DataTable } from '../tables/DataTable';
import { moneyScale } from '../words/figures';
import { useWords } from '../words/words';
import { bins } from './bins';
import { HeatMap } from './HeatMap';
import type { Bar, Chosen, Future, SweepFound } from './shapes';

const figures: [name: string, read: (f: Future) => number | null, money: boolean][] = [
  ['net', (f) => f.netUsd, true], ['cost', (f) => f.costUsd, true], ['credits', (f) => f.creditsUsd, true],
  ['gap', (f) => f.gap, false], ['captured', (f) => f.capturedMt, false], ['stored', (f) => f.storedMt, false],
];
const parts = 16;

/** What the futures that are done have in common and how they differ. */
export function Explore({ found }: { found: SweepFound }) {
  const { t } = useWords();
  const planned = found.futures.filter((f) => f.netUsd !== null);
  if (planned.length === 0) return <p className="note">{t('sweeps.nothingYet')}</p>;
  return (
    <>
      <HeatMap found={found} />
      <div className="grid"><Spread futures={planned} /><Tornado bars={found.tornado} /></div>
      {found.chosen.length > 0 ? <Choice found={found} /> : null}
      <Futures futures={found.futures} />
    </>
  );
}

function Spread({ futures }: { futures: Future[] }) {
  const { t, code, language, number, percent } = useWords();
  const [chosen, setChosen] = useState('net');
  const [name, read, money] = figures.find(([key]) => key === chosen)!;
  const values = futures.flatMap((f) => { const value = read(f); return value === null ? [] : [{ value, weight: f.weight }]; });
  const scale = money ? moneyScale(language, Math.max(...values.map((v) => Math.abs(v.value)))) : name === 'gap' ? { of: (v: number) => 100 * v, unit: '%' } : { of: (v: number) => v, unit: t('unit.Mt') };
  const rows = bins(values, parts);
  const range = (bin: { from: number; to: number }) => `${number(scale.of(bin.from))} … ${number(scale.of(bin.to))}`;
  return (
    <div className="stack tight">
      <label className="row">{t('sweeps.figure')}<select value={chosen} onChange={(e) => setChosen(e.target.value)}>{figures.map(([key]) => <option key={key} value={key}>{code('spread', key)}</option>)}</select></label>
      <ChartFigure
        title={t('sweeps.spread')} says={t('sweeps.spreadSays', { figure: code('spread', name), count: values.length })} level="h2" rows={rows}
        columns={[{ name: code('spread', name), unit: scale.unit, value: range }, { name: t('sweeps.share'), value: (b) => percent(b.weight) }, { name: t('sweeps.futures'), number: true, value: (b) => b.count }]}
        option={(ink) => ({
          grid: { left: 8, right: 16, top: 24, bottom: 30, containLabel: true },
          xAxis: { type: 'category', data: rows.map((b) => number(scale.of((b.from + b.to) / 2))), name: `${code('spread', name)}, ${scale.unit}`, nameLocation: 'middle', nameGap: 28, ...axis(ink) },
          yAxis: { type: 'value', ...axis(ink) }, tooltip: { trigger: 'item', formatter: (p: { dataIndex: number }) => `${range(rows[p.dataIndex]!)} ${scale.unit}\n${percent(rows[p.dataIndex]!.weight)}` },
          series: [{ type: 'bar', barCategoryGap: '6%', data: rows.map((b) => b.count), itemStyle: { color: ink.accent } }],
        })}
      />
    </div>
  );
}

function Tornado({ bars }: { bars: Bar[] }) {
  const { t, say, language, number } = useWords();
  const scale = moneyScale(language, Math.max(...bars.flatMap((b) => [Math.abs(b.bestNetUsd), Math.abs(b.worstNetUsd)]), 1));
  const rows = [...bars].reverse();
  return (
    <ChartFigure
      title={t('sweeps.matters')} says={t('sweeps.mattersSays')} level="h2" rows={bars}
      columns={[
        { name: t('sweeps.thing'), value: (b: Bar) => say(b.title) }, { name: t('sweeps.bestWhere'), value: (b) => say(b.bestWhere) }, { name: t('sweeps.net'), unit: scale.unit, number: true, value: (b) => scale.of(b.bestNetUsd) },
        { name: t('sweeps.worstWhere'), value: (b) => say(b.worstWhere) }, { name: t('sweeps.net'), unit: scale.unit, number: true, value: (b) => scale.of(b.worstNetUsd) },
      ]}
      option={(ink) => ({
        grid: { left: 8, right: 24, top: 16, bottom: 30, containLabel: true },
        xAxis: { type: 'value', scale: true, name: `${t('sweeps.net')}, ${scale.unit}`, nameLocation: 'middle', nameGap: 28, ...axis(ink, { axisLabel: { color: ink.dim, fontSize: 12, hideOverlap: true, formatter: (value: number) => number(value) } }) }, yAxis: { type: 'category', data: rows.map((b) => say(b.title)), ...axis(ink) },
        tooltip: { trigger: 'item', formatter: (p: { dataIndex: number }) => { const b = rows[p.dataIndex]!; return `${say(b.bestWhere)}: ${number(scale.of(b.bestNetUsd))}\n${say(b.worstWhere)}: ${number(scale.of(b.worstNetUsd))}`; } },
        series: [{
          type: 'custom', encode: { x: [0, 1], y: 2 }, data: rows.map((b, i) => [scale.of(b.bestNetUsd), scale.of(b.worstNetUsd), i]),
          renderItem: (_: unknown, api: { value: (i: number) => number; coord: (v: number[]) => number[] }) => {
            const [x0, y] = api.coord([api.value(0), api.value(2)]) as [number, number];
            const [x1] = api.coord([api.value(1), api.value(2)]) as [number];
            return { type: 'rect', shape: { x: Math.min(x0, x1), y: y - 9, width: Math.max(1, Math.abs(x1 - x0)), height: 18 }, style: { fill: ink.accent } };
          },
        }],
      })}
    />
  );
}

function Choice({ found }: { found: SweepFound }) {
  const { t, code, money, percent } = useWords();
  return (
    <section className="stack tight">
      <h2>{t('sweeps.first')}</h2>
      <p className="dim">{t('sweeps.firstSays')} {found.perfectInformationUsd === null ? '' : t('sweeps.worth', { worth: money(found.perfectInformationUsd) })}</p>
      <DataTable
        name={t('sweeps.first')} rows={found.chosen}
        columns={[
          { name: t('sweeps.criterion'), value: (c: Chosen) => code('criterion', c.criterion) }, { name: t('sweeps.build'), value: (c) => c.build },
          { name: t('sweeps.mean'), number: true, value: (c) => c.meanUsd, show: (c) => (c.meanErrorUsd === null ? money(c.meanUsd) : `${money(c.meanUsd)} ± ${money(c.meanErrorUsd)}`) },
          { name: t('sweeps.tail'), number: true, value: (c) => c.tailUsd, show: (c) => money(c.tailUsd) },
          { name: t('sweeps.better'), number: true, value: (c) => c.better, show: (c) => percent(c.better) },
        ]}
      />
    </section>
  );
}

function Futures({ futures }: { futures: Future[] }) {
  const { t, code, money, percent } = useWords();
  return (
    <details>
      <summary>{t('sweeps.all')}</summary>
      <DataTable
        name={t('sweeps.all')} rows={futures} search rowKey={(f) => f.number}
        columns={[
          { name: t('sweeps.future'), value: (f: Future) => f.number }, { name: t('sweeps.ending'), value: (f) => code('ending', f.status) }, { name: t('sweeps.heldOut'), value: (f) => f.heldOut },
          ...figures.map(([name, read, isMoney]) => ({ name: code('spread', name), unit: isMoney || name === 'gap' ? null : t('unit.Mt'), number: true, value: read, ...(isMoney ? { show: (f: Future) => money(read(f)) } : name === 'gap' ? { show: (f: Future) => percent(read(f)) } : {}) })),
        ]}
      />
    </details>
  );
}
