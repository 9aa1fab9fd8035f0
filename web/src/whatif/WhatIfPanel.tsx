import './whatif.css';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { go, withQuery } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import type { Change, PlanFull, WhatIfOption } from '../api/shapes';
import type { Chosen } from '../map/MapView';
import { Fault, Problems } from '../shell/Problems';
import { useWords, type Bilingual } from '../words/words';
import { answerFor, ask, cancel, dismiss, useAsking } from './asking';
import { Named } from './OneThing';
import { averageCredit, settingsOf, type Settings } from './settings';
import { useChain } from '../api/plans';
import { WhatChanged } from './WhatChanged';

const settle = 200;

/** Levers of the plan. Each move asks for a new plan; the map shows what changed. */
export function WhatIfPanel({ plan, chosen }: { plan: PlanFull; chosen: Chosen | null }) {
  const { t } = useWords();
  const chain = useChain(plan);
  const settings = settingsOf(plan, chain[0]);
  const options = useRead<WhatIfOption[]>('whatif/options', { still: true });
  const offered = (kind: string) => options.data?.find((one) => one.kind === kind)?.offered !== false;
  const move = (change: Change) => void ask(plan.id, [change]);
  return (
    <div className="stack whatif">
      <div className="row ends">
        <h2>{t('whatif.name')}</h2>
        <div className="row">
          <button className="small" disabled={!plan.parent} onClick={() => { dismiss(); go(withQuery({ diff: null }, `/plans/${plan.parent}`)); }}>{t('whatif.undo')}</button>
          {chain.length > 1 ? <button className="small" onClick={() => go(withQuery({ diff: null }, `/plans/${settings.root.id}`))}>{t('whatif.reset')}</button> : null}
        </div>
      </div>
      <State />
      {plan.parent ? <WhatChanged plan={plan} answer={answerFor(plan.id)} /> : null}
      <Levers plan={plan} settings={settings} offered={offered} move={move} />
      <section className="stack tight">
        <h3>{t('whatif.oneThing')}</h3>
        <p className="hint small dim">{chosen ? t('whatif.oneThingChosen') : t('whatif.oneThingHint')}</p>
        <Named plan={plan} settings={settings} />
      </section>
      <Community share={settings.community} offered={offered('community')} move={move} />
      <p className="small"><Link href="/plans">{t('whatif.toPlans')}</Link></p>
    </div>
  );
}

function Levers({ plan, settings, offered, move }: { plan: PlanFull; settings: Settings; offered: (kind: string) => boolean; move: (change: Change) => void }) {
  const { t, number } = useWords();
  const rootGoal = settings.root.goal;
  const share = rootGoal[0] ? (settings.goal.at(-1) ?? 0) / (rootGoal.at(-1) || 1) : 1;
  const targeted = settings.goalMode === 'target';
  return (
    <>
      <Credit plan={plan} settings={settings} disabled={!offered('credit')} move={move} />
      <PolicyDate settings={settings} disabled={!offered('policy')} move={move} />
      <Lever
        id="goal" name={t(targeted ? 'whatif.target' : 'whatif.price')} hint={t(targeted ? 'whatif.targetHint' : 'whatif.priceHint')} value={share} min={0.25} max={1.5} step={0.05}
        says={(v) => `${t('whatif.times', { factor: number(v, 2) })} = ${rootGoal.map((g) => number(g * v)).join(', ')} ${t(targeted ? 'unit.Mt/y' : 'unit.USD/t')}`}
        disabled={!offered(settings.goalMode)}
        onSettle={(v) => move(targeted ? { kind: 'target', mtPerYear: rootGoal.map((g) => Math.round(g * v * 1000) / 1000), whenUnreachable: 'lower' } : { kind: 'price', usdPerTonne: rootGoal.map((g) => Math.round(g * v * 100) / 100) })}
      />
      <Lever id="dac" name={t('whatif.dac')} hint={t('whatif.dacHint')} value={settings.dac} min={0.1} max={2} step={0.05} says={(v) => t('whatif.times', { factor: number(v, 2) })} disabled={!offered('cost')} onSettle={(dac) => move({ kind: 'cost', dac })} />
      <Tracks plan={plan} tracks={settings.tracks} disabled={!offered('tracks')} move={move} />
    </>
  );
}

interface LeverProps { id: string; name: string; hint: string; value: number; min: number; max: number; step: number; says: (value: number) => string; disabled?: boolean; onSettle: (value: number) => void }

/** A slider that asks when it comes to rest. */
function Lever({ id, name, hint, value, min, max, step, says, disabled, onSettle }: LeverProps) {
  const [moved, setMoved] = useState<number | null>(null);
  const settled = useRef(onSettle);
  settled.current = onSettle;
  useEffect(() => setMoved(null), [value]);
  useEffect(() => {
    if (moved === null || Math.abs(moved - value) < step / 2) return;
    const timer = setTimeout(() => settled.current(moved), settle);
    return () => clearTimeout(timer);
  }, [moved, value, step]);
  const shown = moved ?? value;
  return (
    <div className="field lever">
      <label htmlFor={`lever-${id}`}>{name}</label>
      <input id={`lever-${id}`} type="range" min={min} max={max} step={step} value={shown} disabled={disabled} aria-valuetext={says(shown)} aria-describedby={`lever-${id}-hint`} onChange={(event) => setMoved(Number(event.target.value))} />
      <output htmlFor={`lever-${id}`}>{says(shown)}</output>
      <span className="hint" id={`lever-${id}-hint`}>{hint}</span>
    </div>
  );
}

function PolicyDate({ settings, disabled, move }: { settings: Settings; disabled: boolean; move: (change: Change) => void }) {
  const { t, say } = useWords();
  const register = useRead<{ overlays: { id: string; titles: Bilingual }[]; modes: { id: string; titles: Bilingual }[] }>('register', { still: true });
  const [date, setDate] = useState(settings.asOf);
  useEffect(() => setDate(settings.asOf), [settings.asOf]);
  return (
    <fieldset className="stack tight">
      <legend>{t('whatif.law')}</legend>
      <form className="row" onSubmit={(event) => { event.preventDefault(); if (date !== settings.asOf) move({ kind: 'policy', asOf: date }); }}>
        <label htmlFor="law-day" className="visually-hidden">{t('whatif.lawDay')}</label>
        <input id="law-day" type="date" value={date} min="2008-01-01" disabled={disabled} onChange={(event) => setDate(event.target.value)} />
        <button disabled={disabled || !date || date === settings.asOf}>{t('whatif.apply')}</button>
      </form>
      <label className="field"><span className="small">{t('whatif.overlay')}</span>
        <select value={settings.overlays[0] ?? ''} disabled={disabled} onChange={(event) => move({ kind: 'policy', overlays: event.target.value ? [event.target.value] : [] })}>
          <option value="">{t('whatif.noOverlay')}</option>
          {(register.data?.overlays ?? []).map((overlay) => <option key={overlay.id} value={overlay.id}>{say(overlay.titles)}</option>)}
        </select>
      </label>
      <p className="hint small dim">{t('whatif.lawHint')}</p>
    </fieldset>
  );
}

function Tracks({ plan, tracks, disabled, move }: { plan: PlanFull; tracks: string[]; disabled: boolean; move: (change: Change) => void }) {
  const { t, code } = useWords();
  return (
    <fieldset className="stack tight" disabled={disabled}>
      <legend>{t('whatif.tracks')}</legend>
      {['pointSource', 'biogenic', 'dac'].map((track) => {
        const on = tracks.includes(track);
        const next = on ? tracks.filter((other) => other !== track) : [...tracks, track];
        return <label key={plan.id + track} className="check"><input type="checkbox" checked={on} disabled={on && tracks.length === 1} onChange={() => move({ kind: 'tracks', tracks: next })} /> {code('track', track)}</label>;
      })}
    </fieldset>
  );
}

/** The credit as a multiple of the law, or one level in its place. */
function Credit({ plan, settings, disabled, move }: { plan: PlanFull; settings: Settings; disabled: boolean; move: (change: Change) => void }) {
  const { t, number, perTonne } = useWords();
  const [flat, setFlat] = useState(settings.creditLevel !== null);
  const level = settings.creditLevel ?? averageCredit(plan) ?? 0;
  useEffect(() => setFlat(settings.creditLevel !== null), [settings.creditLevel]);
  return (
    <div className="stack tight">
      {flat ? (
        <Lever id="credit-level" name={t('whatif.creditLevel')} hint={t('whatif.creditLevelHint')} value={level} min={0} max={200} step={5} says={(v) => (v === level && settings.creditLevel === null ? t('whatif.creditLevelNow', { value: perTonne(v) }) : perTonne(v))} disabled={disabled} onSettle={(usdPerTonne) => move({ kind: 'credit', usdPerTonne })} />
      ) : (
        <Lever id="credit" name={t('whatif.credit')} hint={t('whatif.creditHint')} value={settings.credit} min={0} max={2} step={0.05} says={(v) => t('whatif.times', { factor: number(v, 2) })} disabled={disabled} onSettle={(factor) => move({ kind: 'credit', factor })} />
      )}
      <label className="check small"><input type="checkbox" checked={flat} disabled={disabled} onChange={() => (settings.creditLevel === null ? setFlat(!flat) : move({ kind: 'credit', factor: 1 }))} /> {t('whatif.creditFlat')}</label>
    </div>
  );
}

function Community({ share, offered, move }: { share: number; offered: boolean; move: (change: Change) => void }) {
  const { t, percent } = useWords();
  return offered ? (
    <Lever id="community" name={t('whatif.community')} hint={t('whatif.communityHint')} value={share} min={0} max={0.6} step={0.05} says={percent} onSettle={(asked) => move({ kind: 'community', share: asked })} />
  ) : (
    <div className="field"><span className="label">{t('whatif.community')}</span><span className="hint">{t('whatif.notOffered')}</span></div>
  );
}

/** How the question stands: asked, waiting its turn, recomputing, without an answer. */
function State(): ReactNode {
  const { t, say, code, percent, seconds } = useWords();
  const asking = useAsking();
  const { job } = asking;
  if (asking.state === 'idle') return asking.took === null ? null : <p className="small dim" role="status" data-testid="took">{t('whatif.took', { seconds: seconds(asking.took / 1000) })}</p>;
  if (asking.state === 'asking') return <p className="note" role="status"><span className="spin" aria-hidden="true" /> {t('whatif.asking')}</p>;
  if (asking.state === 'queued') {
    return (
      <div className="note stack tight" role="status" aria-live="polite">
        <p><span className="spin" aria-hidden="true" /> {job?.state === 'queued' && job.ahead ? t('whatif.queued', { place: job.ahead + 1 }) : t('whatif.recomputing')}</p>
        {job?.stage ? <p className="small">{code('stage', job.stage)}{job.gap !== null && job.gap !== undefined ? ` · ${t('plan.gap', { gap: percent(job.gap) })}` : ''} · {seconds(job.seconds)}</p> : null}
        {!asking.up ? <p className="small">{t('shell.reconnecting')}</p> : null}
        <div><button className="small" onClick={() => void cancel()}>{t('whatif.cancel')}</button></div>
      </div>
    );
  }
  if (asking.state === 'infeasible') {
    return (
      <div className="note warn stack tight" role="alert">
        <strong>{t('whatif.infeasible')}</strong>
        {asking.why ? <p>{say(asking.why)}</p> : null}
        <ul className="problems">{asking.reasons.map((reason, i) => <li key={i}><code>{reason.rule}</code> {say(reason.text)}</li>)}</ul>
        <div><button className="small" onClick={dismiss}>{t('whatif.dismiss')}</button></div>
      </div>
    );
  }
  return (
    <div className="stack tight">
      <Fault fault={asking.fault ?? (job || asking.why ? new Error(t('whatif.failed')) : null)} />
      {asking.why ? <p>{say(asking.why)}</p> : null}
      {job ? <Problems problems={job.problems} /> : null}
      <div className="row"><button className="small" onClick={() => asking.plan && void ask(asking.plan, asking.changes)}>{t('shell.again')}</button><button className="small quiet" onClick={dismiss}>{t('whatif.dismiss')}</button></div>
    </div>
  );
}
