import './register.css';
import { useEffect, useState, type ReactNode } from 'react';
import { onward, useAddress } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import { useWords, type Key } from '../words/words';
import { toDay, toNumber, useAsOf } from './asOf';
import type { RegisterInfo, TimelineEvent } from './shapes';

const tabs: { to: string; name: Key }[] = [
  { to: '/register', name: 'register.records' },
  { to: '/register/timeline', name: 'register.timeline' },
  { to: '/register/graph', name: 'register.graph' },
  { to: '/register/matrix', name: 'register.matrix' },
  { to: '/register/parameters', name: 'register.parameters' },
  { to: '/register/review', name: 'register.review' },
  { to: '/register/gates', name: 'register.gates' },
];

/** The head of every page of the register: where one is, and the day whose law is shown. */
export function RegisterFrame({ title, says, children, plainDay }: { title: string; says?: string; children: ReactNode; plainDay?: boolean }) {
  const { t } = useWords();
  const { path } = useAddress();
  return (
    <div className="page register">
      <nav className="tabs" aria-label={t('register.places')}>
        {tabs.map((tab) => <Link key={tab.to} href={onward(tab.to)} aria-current={path === tab.to || (tab.to !== '/register' && path.startsWith(`${tab.to}/`)) || (tab.to === '/register' && path.startsWith('/register/records')) ? 'page' : undefined}>{t(tab.name)}</Link>)}
      </nav>
      {plainDay ? null : <AsOf />}
      <div className="page-head"><h1>{title}</h1>{says ? <p className="dim">{says}</p> : null}</div>
      {children}
    </div>
  );
}

/** A slider over the whole register: every page shows the law of the day it stands on. */
function AsOf() {
  const { t, day } = useWords();
  const [asOf, setAsOf] = useAsOf();
  const info = useRead<RegisterInfo>('register');
  const events = useRead<TimelineEvent[]>('register/timeline', { still: true });
  const [moved, setMoved] = useState<number | null>(null);
  useEffect(() => {
    if (moved === null) return;
    const timer = setTimeout(() => {
      setAsOf(toDay(moved));
      setMoved(null);
    }, 120);
    return () => clearTimeout(timer);
  }, [moved, setAsOf]);
  if (!info.data) return <div className="asof card" aria-busy="true" />;
  const today = toNumber(info.data.today);
  const low = toNumber('2008-01-01');
  const high = Math.max(today, toNumber(info.data.lastEvent ?? info.data.today)) + 400;
  const at = moved ?? (asOf ? toNumber(asOf) : today);
  const list = events.data ?? [];
  const days = [...new Set(list.map((event) => toNumber(event.date)))].filter((d) => d >= low && d <= high).sort((a, b) => a - b);
  const before = days.filter((d) => d < at).at(-1);
  const after = days.find((d) => d > at);
  return (
    <section className="asof card" aria-label={t('asof.name')}>
      <div className="row">
        <label htmlFor="asof-day"><strong>{t('asof.label')}</strong></label>
        <input id="asof-day" type="date" value={toDay(at)} min={toDay(low)} max={toDay(high)} onChange={(event) => event.target.value && setAsOf(event.target.value)} />
        <button className="small" disabled={before === undefined} onClick={() => setAsOf(toDay(before!))}>← {t('asof.before')}</button>
        <button className="small" disabled={after === undefined} onClick={() => setAsOf(toDay(after!))}>{t('asof.after')} →</button>
        <button className="small quiet" disabled={!asOf} onClick={() => setAsOf(null)}>{t('asof.today')}</button>
        <span className="dim small" role="status">{asOf || moved !== null ? t('asof.shows', { day: day(toDay(at)) }) : t('asof.showsToday')}</span>
      </div>
      <div className="asof-track">
        <input type="range" min={low} max={high} value={at} aria-label={t('asof.label')} aria-valuetext={day(toDay(at))} onChange={(event) => setMoved(Number(event.target.value))} />
        <svg className="asof-ticks" viewBox={`0 0 1000 10`} preserveAspectRatio="none" aria-hidden="true">{days.map((d) => <line key={d} x1={(1000 * (d - low)) / (high - low)} x2={(1000 * (d - low)) / (high - low)} y1="0" y2="10" />)}</svg>
      </div>
    </section>
  );
}
