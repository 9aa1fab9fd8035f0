import { useRead } from '../api/queries';
import type { Change, PlanFull } from '../api/shapes';
import { useWords } from '../words/words';
import { ask, useAsking } from './asking';
import { settingsOf, type Settings } from './settings';

/** Takes one thing out of the plan, forces it in, or leaves it to the plan again. What cannot be forced says so. */
export function OneThing({ plan, kind, id }: { plan: PlanFull; kind: string; id: string }) {
  const { t } = useWords();
  const asking = useAsking();
  const settings = settingsOf(plan);
  const busy = asking.state === 'asking' || asking.state === 'queued';
  const move = (change: Change) => void ask(plan.id, [change]);
  if (settings.forbidden.includes(id)) return <div className="no-print"><button disabled={busy} onClick={() => move({ kind: 'allow', ids: [id] })}>{t('whatif.allowThis')}</button></div>;
  if (settings.forced.includes(id)) return <div className="no-print"><button disabled={busy} onClick={() => move({ kind: 'allow', ids: [id] })}>{t('whatif.unforceThis')}</button></div>;
  return (
    <div className="no-print stack tight">
      <div className="row">
        <button disabled={busy} onClick={() => move({ kind: 'forbid', ids: [id] })}>{t('whatif.forbidThis')}</button>
        {kind === 'sites' ? <button disabled={busy} onClick={() => move({ kind: 'force', ids: [id] })}>{t('whatif.forceThis')}</button> : null}
      </div>
      {kind === 'sites' ? null : <p className="hint small dim">{t(kind === 'storage' ? 'whatif.noForceStorage' : 'whatif.noForcePipe')}</p>}
    </div>
  );
}

/** What is forbidden and forced, by name, each to be left to the plan again. */
export function Named({ plan, settings }: { plan: PlanFull; settings: Settings }) {
  const { t } = useWords();
  const nameOf = useNames(plan, settings.forbidden.length + settings.forced.length > 0);
  const release = (id: string) => void ask(plan.id, [{ kind: 'allow', ids: [id] }]);
  const list = (ids: string[], key: 'whatif.allow' | 'whatif.unforce') => ids.map((id) => <li key={id}><button className="small wrap" onClick={() => release(id)}>{t(key, { id: nameOf(id) })}</button></li>);
  return settings.forbidden.length + settings.forced.length > 0 ? <ul className="plain row">{list(settings.forbidden, 'whatif.allow')}{list(settings.forced, 'whatif.unforce')}</ul> : null;
}

interface Features { features: { properties: Record<string, unknown> }[] }

/** Names of sites and storage by id; corridors have none. */
function useNames(plan: PlanFull, wanted: boolean): (id: string) => string {
  const address = `plans/${encodeURIComponent(plan.id)}/layers/`;
  const sites = useRead<Features>(wanted ? `${address}sites` : null, { still: true });
  const storage = useRead<Features>(wanted ? `${address}storage` : null, { still: true });
  return (id) => String([...(sites.data?.features ?? []), ...(storage.data?.features ?? [])].find((feature) => feature.properties.id === id)?.properties.name ?? id);
}
