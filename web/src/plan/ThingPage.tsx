import './plan.css';
import { Link } from '../address/Link';
import { usePlan } from '../api/plans';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import { ReceiptView } from './ReceiptView';
import { ThingOf } from './Thing';

/** A page of its own for anything on the map. */
export default function ThingPage({ parts }: { parts: Record<string, string> }) {
  const { t, say } = useWords();
  const plan = usePlan(parts.id);
  const mapped = parts.kind !== 'receipt' && parts.kind !== 'candidates';
  return (
    <div className="page">
      <Read query={plan}>
        {(value) => (
          <>
            <p className="row">
              <Link href={mapped ? `/plans/${value.id}?sel=${parts.kind}:${parts.thing}` : `/plans/${value.id}`}>← {t('thing.toMap')}</Link>
              <span className="dim">{value.name ?? say(value.title)}</span>
            </p>
            {parts.kind === 'receipt' ? <ReceiptView plan={value} /> : <ThingOf plan={value} kind={parts.kind!} id={parts.thing!} period={value.periods.length - 1} level="h1" wide />}
          </>
        )}
      </Read>
    </div>
  );
}
