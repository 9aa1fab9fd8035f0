import type { PlanFull } from '../api/shapes';
import { useWords } from '../words/words';
import { ask, useAsking } from './asking';
import { settingsOf } from './settings';
import { useChain } from '../api/plans';

/** Takes one site or corridor out of the plan, or lets it back in. */
export function ForbidButton({ plan, id }: { plan: PlanFull; id: string }) {
  const { t } = useWords();
  const asking = useAsking();
  const forbidden = settingsOf(useChain(plan)).forbidden.includes(id);
  const busy = asking.state === 'asking' || asking.state === 'queued';
  return (
    <div className="no-print">
      <button disabled={busy} onClick={() => void ask(plan.id, [{ kind: forbidden ? 'allow' : 'forbid', ids: [id] }])}>{t(forbidden ? 'whatif.allowThis' : 'whatif.forbidThis')}</button>
    </div>
  );
}
