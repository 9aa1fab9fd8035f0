import { useEffect, useState } from 'react';
import type { PlanFull } from '../api/shapes';
import { useWords } from '../words/words';
import { firstYear, lastYear, periodOf, show } from './viewState';

const yearMs = 320;

/** Years of the plan: a slider, bars of what is captured, and a button that plays the build-out. */
export function Timeline({ plan, year }: { plan: PlanFull; year: number }) {
  const { t, rate, length, whole, mass } = useWords();
  const [playing, setPlaying] = useState(false);
  const [from, to] = [firstYear(plan), lastYear(plan)];
  useEffect(() => {
    if (!playing) return;
    if (year >= to) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => show({ y: String(year + 1) }), yearMs);
    return () => clearTimeout(timer);
  }, [playing, year, to]);
  const period = plan.periods[periodOf(plan, year)]!;
  const most = Math.max(1e-9, ...plan.periods.map((p) => p.capturedMtPerYear));
  const stored = plan.periods.reduce((sum, p) => sum + Math.max(0, Math.min(year, p.to) - p.from + 1) * (p.storedMtPerYear + p.usedMtPerYear), 0);
  const play = () => {
    if (playing) return setPlaying(false);
    if (year >= to) show({ y: String(from) });
    setPlaying(true);
  };
  return (
    <section className="timeline" aria-label={t('timeline.name')}>
      <button className="primary round" onClick={play} aria-label={t(playing ? 'timeline.pause' : 'timeline.play')} title={t(playing ? 'timeline.pause' : 'timeline.play')}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{playing ? <path d="M3 2h4v12H3zM9 2h4v12H9z" fill="currentColor" /> : <path d="M3 1.5v13l11-6.5z" fill="currentColor" />}</svg>
      </button>
      <div className="timeline-year"><strong>{year}</strong><span className="small dim">{t('timeline.period', { from: period.from, to: period.to })}</span></div>
      <div className="timeline-track">
        <div className="timeline-bars" aria-hidden="true">
          {plan.periods.map((p) => (
            <div key={p.from} className={p === period ? 'bar now' : 'bar'} style={{ flexGrow: p.to - p.from + 1 }}>
              <span style={{ height: `${(100 * p.capturedMtPerYear) / most}%` }} />
            </div>
          ))}
        </div>
        <input type="range" min={from} max={to} step={1} value={year} aria-label={t('timeline.year')} aria-valuetext={t('timeline.says', { year, rate: rate(period.capturedMtPerYear * 1e6) })} onChange={(event) => show({ y: event.target.value })} />
        <div className="timeline-labels small dim" aria-hidden="true">{plan.periods.map((p) => <span key={p.from} style={{ flexGrow: p.to - p.from + 1 }}>{p.from}–{String(p.to).slice(2)}</span>)}</div>
      </div>
      <dl className="timeline-figures">
        <div><dt>{t('timeline.captured')}</dt><dd>{rate(period.capturedMtPerYear * 1e6)}</dd></div>
        <div><dt>{t('timeline.sites')}</dt><dd>{whole(period.capturingSites)}</dd></div>
        <div><dt>{t('timeline.pipes')}</dt><dd>{length(period.pipeKm)}</dd></div>
        <div><dt>{t('timeline.stored')}</dt><dd>{mass(stored * 1e6)}</dd></div>
      </dl>
    </section>
  );
}
