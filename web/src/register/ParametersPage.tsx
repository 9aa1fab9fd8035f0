import { useMemo } from 'react';
import { go, onward, useAddress, withQuery } from '../address/address';
import { Link } from '../address/Link';
import { asked } from '../api/client';
import { useRead } from '../api/queries';
import { axis, ChartFigure } from '../charts/ChartFigure';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import { useAsOf } from './asOf';
import { RegisterFrame } from './RegisterFrame';
import type { ParameterItem, Reading, Series } from './shapes';

type Over = 'asOf' | 'inService' | 'beginConstruction' | 'year';
const spans: Record<Over, [number, number]> = { asOf: [2008, 2027], inService: [2008, 2040], beginConstruction: [2008, 2040], year: [2010, 2050] };

/** One number of the law by its three clocks: a value, a chart over one of the clocks, and why. */
export default function ParametersPage({ parts }: { parts: Record<string, string> }) {
  const { t, say } = useWords();
  const parameters = useRead<ParameterItem[]>('register/parameters', { still: true });
  return (
    <RegisterFrame title={t('title.parameters')} says={t('parameters.says')}>
      <Read query={parameters}>
        {(value) => {
          const list = value;
          const chosen = list.find((parameter) => parameter.id === (parts.parameter ?? 'us.45q.rate')) ?? list[0];
          const records = [...new Set(list.map((parameter) => parameter.record))];
          return (
            <>
              <label className="field"><span className="label">{t('parameters.which')}</span>
                <select value={chosen?.id} onChange={(event) => go(onward(`/register/parameters/${event.target.value}`))}>
                  {records.map((record) => <optgroup key={record} label={record}>{list.filter((parameter) => parameter.record === record).map((parameter) => <option key={parameter.id} value={parameter.id}>{say(parameter.titles)} ({parameter.id})</option>)}</optgroup>)}
                </select>
              </label>
              {chosen ? <Explorer key={chosen.id} parameter={chosen} /> : null}
            </>
          );
        }}
      </Read>
    </RegisterFrame>
  );
}

function Explorer({ parameter }: { parameter: ParameterItem }) {
  const { t, dimension, dimensionValue } = useWords();
  const { query } = useAddress();
  const [asOf] = useAsOf();
  const dims = Object.entries(parameter.dims);
  const has = (clock: string) => parameter.clocks.includes(clock);
  const chosen = Object.fromEntries(dims.map(([name, values]) => [name, query.get(`d.${name}`) ?? values[0] ?? '']));
  const inService = has('inService') ? (query.get('inService') ?? '2026-01-01') : null;
  const beginConstruction = has('beginConstruction') ? (query.get('begin') ?? '2026-01-01') : null;
  const year = has('year') ? (query.get('year') ?? '2026') : null;
  const inflation = query.get('inflation') ?? '0.025';
  const overs = (['asOf', 'inService', 'beginConstruction', 'year'] as Over[]).filter((over) => over === 'asOf' || has(over));
  const over = (overs.find((one) => one === query.get('over')) ?? (has('year') ? 'year' : 'asOf')) as Over;
  const common = { asOf, inService, beginConstruction, year, inflation, ...Object.fromEntries(dims.map(([name]) => [`dim.${name}`, chosen[name]])) };
  const reading = useRead<Reading>(`register/parameters/${parameter.id}/ask${asked(common)}`, { keep: true });
  const series = useRead<Series>(`register/parameters/${parameter.id}/series${asked({ ...common, over, from: spans[over][0], to: spans[over][1] })}`, { keep: true });
  const set = (key: string) => (event: { target: { value: string } }) => go(withQuery({ [key]: event.target.value }), { replace: true });
  return (
    <div className="stack">
      <form className="card form-grid" onSubmit={(event) => event.preventDefault()} aria-label={t('parameters.question')}>
        {dims.map(([name, values]) => <label key={name} className="field"><span className="label">{dimension(name)}</span><select value={chosen[name]} onChange={set(`d.${name}`)}>{values.map((value) => <option key={value} value={value}>{dimensionValue(value)}</option>)}</select></label>)}
        {inService !== null ? <label className="field"><span className="label">{t('clock.inService')}</span><input type="date" value={inService} onChange={set('inService')} /></label> : null}
        {beginConstruction !== null ? <label className="field"><span className="label">{t('clock.beginConstruction')}</span><input type="date" value={beginConstruction} onChange={set('begin')} /></label> : null}
        {year !== null ? <label className="field"><span className="label">{t('clock.year')}</span><input type="number" min={2008} max={2060} value={year} onChange={set('year')} /></label> : null}
        <label className="field"><span className="label">{t('parameters.inflation')}</span><input type="number" step={0.005} min={0} max={0.2} value={inflation} onChange={set('inflation')} /></label>
      </form>
      <Read query={reading}>{(value) => <Answer reading={value} />}</Read>
      <div className="row" role="group" aria-label={t('parameters.over')}><span>{t('parameters.over')}</span>{overs.map((one) => <button key={one} aria-pressed={one === over} onClick={() => go(withQuery({ over: one }), { replace: true })}>{t(one === 'asOf' ? 'clock.law' : `clock.${one}`)}</button>)}</div>
      <Read query={series}>{(value) => <SeriesChart series={value} parameter={parameter} over={over} />}</Read>
    </div>
  );
}

function Answer({ reading }: { reading: Reading }) {
  const { t, say, told, circumstances, code } = useWords();
  const refused = reading.answer === 'none';
  if (refused) return <div className="note warn" role="status"><strong>{t('parameters.none')}</strong><p>{told(reading.message)}</p></div>;
  return (
    <section className="card stack" aria-live="polite">
      <div><span className="answer" data-testid="answer">{String(reading.value)}</span> <span>{code('unit', reading.unit === '1' || reading.unit === 'date' ? '' : reading.unit)}</span> {reading.projected ? <span className="tag warn">{t('parameters.projected')}</span> : null} <span className="tag">{code('state', reading.state)}</span> <span className="tag">{t('thing.confidence', { letter: reading.confidence ?? '–' })}</span></div>
      <p className="small dim">{circumstances(reading.circumstances)}</p>
      <h3>{t('parameters.why')}</h3>
      <ul>{reading.parts.map((part, i) => <li key={i}><code>{part.parameter}</code> {t('law.entry')} <code>{part.entry}</code>: <strong>{String(part.value)}</strong>{part.projected ? ` (${t('parameters.projected')})` : ''} · {code('state', part.state)}</li>)}</ul>
      {reading.evidence.length > 0 ? (
        <details open>
          <summary>{t('thing.evidence', { count: reading.evidence.length })}</summary>
          <ul className="plain stack tight small">{reading.evidence.map((item) => <li key={item.id} className="claim"><div>{say(item.says)} <span className="tag">{t('thing.confidence', { letter: item.confidence })}</span></div><div>{item.quote ? <blockquote>{item.quote}</blockquote> : null}<span className="dim">{item.source.title} · {item.locator} {item.source.url ? <a href={item.source.url} target="_blank" rel="noreferrer noopener">{t('thing.link')}</a> : null}</span></div></li>)}</ul>
        </details>
      ) : null}
      {reading.notModelled.length > 0 ? <details><summary>{t('record.notModelled')}</summary><ul className="small">{reading.notModelled.map((clause) => <li key={clause.id}>{say(clause.says)}</li>)}</ul></details> : null}
      {reading.record ? <p className="small"><Link href={onward(`/register/records/${reading.record}`)}>{t('parameters.toRecord')}</Link></p> : null}
    </section>
  );
}

/** The points from the first value on: years before the law had any are not drawn. */
function fromFirstValue(points: Series['points']): Series['points'] {
  const first = points.findIndex((point) => point.value !== null && point.value !== undefined);
  return points.slice(Math.max(first, 0));
}

function SeriesChart({ series, parameter, over }: { series: Series; parameter: ParameterItem; over: Over }) {
  const { t, say, code, number } = useWords();
  const points = useMemo(() => fromFirstValue(series.points).map((point) => ({ ...point, number: typeof point.value === 'number' ? point.value : null })), [series]);
  const numeric = points.some((point) => point.number !== null);
  const columns = [
    { name: t('parameters.from'), value: (point: (typeof points)[number]) => String(point.at) },
    { name: t('law.value'), unit: code('unit', parameter.unit), number: numeric, value: (point: (typeof points)[number]) => point.value ?? null, show: (point: (typeof points)[number]) => (point.value === null || point.value === undefined ? (point.reason ?? '–') : typeof point.value === 'number' ? number(point.value, 2) : point.value) },
    { name: t('law.entry'), value: (point: (typeof points)[number]) => point.entry },
    { name: t('law.state'), value: (point: (typeof points)[number]) => (point.state ? code('state', point.state) : null) },
    { name: t('parameters.projected'), value: (point: (typeof points)[number]) => !!point.projected },
  ];
  return (
    <ChartFigure
      title={say(parameter.titles)}
      says={t('parameters.chartSays', { clock: t(over === 'asOf' ? 'clock.law' : `clock.${over}`) })}
      level="h2" rows={numeric ? points : []} columns={columns} height={280}
      option={(ink) => ({
        grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
        xAxis: over === 'year' ? { type: 'category', data: points.map((point) => String(point.at)), ...axis(ink) } : { type: 'time', ...axis(ink) },
        yAxis: { type: 'value', name: code('unit', parameter.unit), scale: false, ...axis(ink) },
        tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (value === null || value === undefined ? '–' : `${number(value as number, 2)} ${code('unit', parameter.unit)}`) },
        series: [{
          type: 'line', step: over === 'year' ? false : 'end', connectNulls: false, showSymbol: true, symbolSize: 6, lineStyle: { width: 2.5, color: ink.accent }, itemStyle: { color: ink.accent },
          data: over === 'year' ? points.map((point) => point.number) : [...points.map((point) => [String(point.at), point.number]), ...(points.length > 0 ? [[`${spans[over][1]}-12-31`, points.at(-1)!.number]] : [])],
        }],
      })}
    />
  );
}
