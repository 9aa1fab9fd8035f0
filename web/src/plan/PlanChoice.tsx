import { Link } from '../address/Link';
import { Waiting } from '../shell/Waiting';
import { useWords } from '../words/words';
import type { usePlanChoice } from './usePlanChoice';

/** Chooses the plan that a page speaks of. */
export function PlanChoice({ choice }: { choice: ReturnType<typeof usePlanChoice> }) {
  const { t, say } = useWords();
  if (choice.none) return <div className="note stack tight"><p>{t('home.none')}</p><div><Link className="button" href="/studies">{t('home.toStudies')}</Link></div></div>;
  if (!choice.id) return <Waiting />;
  return (
    <div className="row">
      <label className="row">{t('choice.plan')} <select value={choice.id} onChange={(event) => choice.choose(event.target.value)}>{(choice.plans.data?.items ?? []).map((plan) => <option key={plan.id} value={plan.id}>{plan.name ?? say(plan.title)}{plan.origin === 'what-if' && !plan.name ? ` (${plan.id})` : ''}</option>)}</select></label>
      <Link href={`/plans/${choice.id}`}>{t('thing.toMap')}</Link>
    </div>
  );
}
