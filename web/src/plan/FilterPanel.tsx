import type { PlanFull } from '../api/shapes';
import { groupOf, sectorGroups } from '../map/sectors';
import { useTheme } from '../shell/theme';
import { useWords } from '../words/words';
import { SectorSign } from './Legend';
import { show, type PlanView } from './viewState';

const toggled = (list: string[], one: string) => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]).join(',') || null;

/** Narrows what is drawn by sector, state and cost. The period is the time line's. */
export function FilterPanel({ plan, view }: { plan: PlanFull; view: PlanView }) {
  const { t, code } = useWords();
  const theme = useTheme();
  const { groups, states, cost } = view.shown;
  const present = new Set(plan.facets.sectors.map((sector) => groupOf(sector).key));
  const [low, high] = cost ?? [0, 400];
  const bound = (index: 0 | 1, text: string) => {
    const value = Math.max(0, Number(text) || 0);
    const next = index === 0 ? [value, high] : [low, value];
    show({ cost: text === '' ? null : next.join('-') });
  };
  const any = groups.length > 0 || states.length > 0 || cost;
  return (
    <div className="stack">
      <div className="row ends"><h2>{t('filter.name')}</h2>{any ? <button className="small" onClick={() => show({ sector: null, state: null, cost: null })}>{t('filter.clear')}</button> : null}</div>
      <fieldset className="stack tight">
        <legend>{t('filter.sector')}</legend>
        {sectorGroups.filter((group) => present.has(group.key)).map((group) => (
          <label key={group.key} className="check"><input type="checkbox" checked={groups.includes(group.key)} onChange={() => show({ sector: toggled(groups, group.key) })} /> <SectorSign group={group} theme={theme} /> {code('group', group.key)}</label>
        ))}
      </fieldset>
      <fieldset className="stack tight">
        <legend>{t('filter.cost')}</legend>
        <p className="hint small dim">{t('filter.costHint')}</p>
        <div className="row">
          <label>{t('filter.from')} <input type="number" className="short" min={0} max={1000} value={cost ? low : ''} placeholder="0" onChange={(event) => bound(0, event.target.value)} /></label>
          <label>{t('filter.to')} <input type="number" className="short" min={0} max={1000} value={cost ? high : ''} placeholder="400" onChange={(event) => bound(1, event.target.value)} /></label>
          <span className="dim">{t('unit.USD/t')}</span>
        </div>
      </fieldset>
      <fieldset className="stack tight">
        <legend>{t('filter.state')}</legend>
        <div className="chips">
          {plan.facets.states.map((state) => <button key={state} aria-pressed={states.includes(state)} onClick={() => show({ state: toggled(states, state) })}>{state}</button>)}
        </div>
      </fieldset>
    </div>
  );
}
