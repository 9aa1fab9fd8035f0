import { Link } from '../address/Link';
import type { PlanFull } from '../api/shapes';
import type { Chosen } from '../map/MapView';
import { useWords } from '../words/words';
import { ThingOf } from './Thing';

/** What was clicked, beside the map. */
export function ThingPanel({ plan, chosen, period, onClose }: { plan: PlanFull; chosen: Chosen; period: number; onClose: () => void }) {
  const { t } = useWords();
  return (
    <div className="stack">
      <div className="row ends">
        <Link href={`/plans/${plan.id}/${chosen.kind}/${encodeURIComponent(chosen.id)}`}>{t('thing.fullPage')}</Link>
        <button className="quiet" onClick={onClose} aria-label={t('thing.close')}>✕</button>
      </div>
      <ThingOf plan={plan} kind={chosen.kind} id={chosen.id} period={period} level="h2" />
    </div>
  );
}
