import './sweeps.css';
import { useWords } from '../words/words';
import { isMoving, type SweepItem } from './shapes';

/** How far a sweep has come, as a bar and in words. */
export function SweepProgress({ sweep }: { sweep: SweepItem }) {
  const { t, code, whole } = useWords();
  const says = t('sweeps.progress', { done: whole(sweep.done), wanted: whole(sweep.wanted), failed: whole(sweep.failed), running: whole(sweep.running) });
  return (
    <div className="stack tight">
      <p className="row small">
        <code>{sweep.id}</code>
        <span className={`tag ${sweep.state === 'done' ? 'good' : sweep.state === 'failed' ? 'bad' : ''}`}>{isMoving(sweep.state) ? <span className="spin" aria-hidden="true" /> : null} {code('turn', sweep.state)}</span>
        <span className="dim" aria-live="polite">{says}</span>
      </p>
      <progress className="sweep-bar" max={Math.max(1, sweep.wanted)} value={sweep.done} aria-label={says} />
    </div>
  );
}
