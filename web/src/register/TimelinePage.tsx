import { useState } from 'react';
import { go, onward } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import { axis, ChartFigure } from '../charts/ChartFigure';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import { toDay, toNumber, useAsOf } from './asOf';
import { RegisterFrame } from './RegisterFrame';
import type { RegisterInfo, TimelineEvent } from './shapes';
import { useTerms } from './terms';

const signs: Record<string, string> = { 'in-force': 'circle', enacted: 'circle', adopted: 'circle', amended: 'diamond', repealed: 'rect', expired: 'rect', revoked: 'rect', proposed: 'triangle' };

/** Every event of the register on one line of time. */
export default function TimelinePage() {
  const { t, say, day } = useWords();
  const term = useTerms();
  const [asOf] = useAsOf();
  const info = useRead<RegisterInfo>('register');
  const [place, setPlace] = useState('');
  const events = useRead<TimelineEvent[]>('register/timeline', { still: true });
  return (
    <RegisterFrame title={t('title.timeline')} says={t('timelinePage.says')}>
      <Read query={events}>
        {(value) => {
          const all = value;
          const places = [...new Set(all.map((event) => event.jurisdiction))].sort();
          const list = all.filter((event) => !place || event.jurisdiction === place).sort((a, b) => a.date.localeCompare(b.date));
          const lanes = places.filter((name) => !place || name === place).reverse();
          const line = toNumber(asOf ?? info.data?.today ?? '2026-01-01') * 86_400_000;
          return (
            <>
              <label className="row">{t('facet.jurisdiction')} <select value={place} onChange={(event) => setPlace(event.target.value)}><option value="">{t('register.all')}</option>{places.map((name) => <option key={name} value={name}>{term('jurisdiction', name)}</option>)}</select></label>
              <ChartFigure
                title={t('timelinePage.chart')}
                says={t('timelinePage.chartSays', { count: list.length, day: day(asOf ?? info.data?.today) })}
                level="h2"
                height={Math.max(220, lanes.length * 34 + 80)}
                rows={list}
                onChoose={(chosen) => { const event = (chosen.data as { event?: TimelineEvent } | undefined)?.event; if (event) go(onward(`/register/records/${event.record}`)); }}
                columns={[
                  { name: t('timelinePage.day'), value: (event) => event.date, show: (event) => day(event.date) },
                  { name: t('law.record'), value: (event) => event.record, show: (event) => <Link href={onward(`/register/records/${event.record}`)}>{say(event.titles)}</Link> },
                  { name: t('facet.jurisdiction'), value: (event) => term('jurisdiction', event.jurisdiction) },
                  { name: t('timelinePage.what'), value: (event) => term('eventKind', event.kind) },
                  { name: t('timelinePage.note'), value: (event) => (event.note ? say(event.note) : null) },
                ]}
                option={(ink) => ({
                  grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
                  xAxis: { type: 'time', min: toNumber('2005-01-01') * 86_400_000, ...axis(ink) },
                  yAxis: { type: 'category', data: lanes.map((name) => term('jurisdiction', name)), ...axis(ink) },
                  tooltip: { trigger: 'item', formatter: (p: { data: { event: TimelineEvent } }) => `${day(p.data.event.date)}\n${say(p.data.event.titles)}\n${term('eventKind', p.data.event.kind)}` },
                  series: [{
                    type: 'scatter', symbolSize: 13, itemStyle: { color: ink.accent, borderColor: ink.surface, borderWidth: 1.5 },
                    data: list.map((event) => ({ value: [toNumber(event.date) * 86_400_000, lanes.indexOf(event.jurisdiction)], symbol: signs[event.kind] ?? 'circle', event })),
                    markLine: { symbol: 'none', silent: true, lineStyle: { color: ink.series[1], width: 2 }, label: { formatter: toDay(line / 86_400_000), color: ink.text }, data: [{ xAxis: line }] },
                  }],
                })}
              />
            </>
          );
        }}
      </Read>
    </RegisterFrame>
  );
}
