import './plan.css';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { usePlan } from '../api/plans';
import type { PlanFull } from '../api/shapes';
import { groupOf } from '../map/sectors';
import type { Chosen, View } from '../map/MapView';
import { Read, Waiting } from '../shell/Waiting';
import { WhatIfPanel } from '../whatif/WhatIfPanel';
import { useWords } from '../words/words';
import { FilterPanel } from './FilterPanel';
import { Finder } from './Finder';
import { LayerTable } from './LayerTable';
import { Legend } from './Legend';
import { PlanBar } from './PlanBar';
import { SummaryPanel } from './SummaryPanel';
import { ThingPanel } from './ThingPanel';
import { Timeline } from './Timeline';
import { show, usePlanView } from './viewState';

const mapModule = import('../map/MapView');
const MapView = lazy(() => mapModule);

export default function PlanPage({ parts }: { parts: Record<string, string> }) {
  const { t } = useWords();
  const plan = usePlan(parts.id, { keep: true });
  return (
    <Read query={plan} missing={<div className="page"><h1>{t('plan.unknown')}</h1><p>{t('plan.unknownWhy')}</p></div>}>
      {(value) => <PlanScreen plan={value} loading={plan.isPlaceholderData} />}
    </Read>
  );
}

function PlanScreen({ plan, loading }: { plan: PlanFull; loading: boolean }) {
  const words = useWords();
  const { t, say, code, rate, inches, whole } = words;
  const view = usePlanView(plan);
  const credits = useMemo(() => plan.credits.filter((credit) => credit.showOnMap).map((credit) => credit.text), [plan.credits]);
  const onView = useCallback((moved: View) => show({ at: `${moved.longitude.toFixed(2)},${moved.latitude.toFixed(2)},${moved.zoom.toFixed(2)}` }), []);
  const onChoose = useCallback((chosen: Chosen | null) => show({ sel: chosen ? `${chosen.kind}:${chosen.id}` : null }, true), []);
  const nameOf = useCallback(
    (kind: string, p: Record<string, unknown>) => {
      const at = (name: string) => Number(p[`${name}${view.period}`] ?? 0);
      if (kind === 'difference') return `${String(p.name ?? p.id)}\n${code('change', String(p.change))}`;
      if (kind === 'sites') return `${String(p.name)}\n${code('sector', String(p.sector))}${at('rate') > 0 ? ` · ${rate(at('rate'))}` : ''}`;
      if (kind === 'pipes') return `${t('thing.pipe')} · ${whole(Number(p.lengthKm))} km · ${rate(Math.abs(at('flow')))}${p[`inches${view.period}`] ? ` · ${inches(at('inches'))}` : ''}`;
      if (kind === 'storage') return `${String(p.name)}\n${code('kind', String(p.kind))}${at('rate') > 0 ? ` · ${rate(at('rate'))}` : ''}`;
      return String(p.name ?? p.id);
    },
    [view.period, code, rate, inches, whole, t],
  );
  return (
    <div className="plan" aria-busy={loading}>
      <h1 className="visually-hidden">{plan.name ?? say(plan.title)}</h1>
      <PlanBar plan={plan} view={view} />
      <aside className="plan-left" aria-label={t('plan.tools')}>
        <div className="segments" role="tablist" aria-label={t('plan.tools')}>
          {(['whatif', 'filter'] as const).map((tab) => (
            <button key={tab} role="tab" id={`tab-${tab}`} aria-controls="plan-tools" aria-selected={view.tab === tab} className="quiet" onClick={() => show({ tab: tab === 'whatif' ? null : tab })}>{t(`plan.tab.${tab}`)}</button>
          ))}
        </div>
        <div id="plan-tools" role="tabpanel" aria-labelledby={`tab-${view.tab}`} tabIndex={0} className="plan-tools">
          {view.tab === 'filter' ? <FilterPanel plan={plan} view={view} /> : <WhatIfPanel plan={plan} chosen={view.chosen} />}
        </div>
      </aside>
      <section className="plan-middle" aria-label={view.table ? t('plan.asTable') : t('map.name')}>
        {view.table ? (
          <LayerTable plan={plan} view={view} layer={view.table} />
        ) : (
          <>
            <Suspense fallback={<Waiting what={t('map.loading')} />}>
              <MapView plan={plan.id} bounds={plan.bounds} shown={view.shown} difference={view.difference} view={view.view} chosen={view.chosen} credits={credits} onView={onView} onChoose={onChoose} nameOf={nameOf} />
            </Suspense>
            <Finder plan={plan} onChoose={onChoose} />
            <Legend view={view} groups={new Set(plan.facets.sectors.map((sector) => groupOf(sector).key))} />
          </>
        )}
      </section>
      <aside className="plan-right" aria-label={view.chosen ? t('plan.chosen') : t('plan.summary')}>
        {view.chosen ? <ThingPanel plan={plan} chosen={view.chosen} period={view.period} onClose={() => show({ sel: null }, true)} /> : <SummaryPanel plan={plan} period={view.period} />}
      </aside>
      <Timeline plan={plan} year={view.year} />
    </div>
  );
}
