import { Refused, Unreachable, type Problem } from '../api/client';
import { useWords } from '../words/words';

/** Everything that is wrong, at once: where, what, and what would be right. */
export function Problems({ problems }: { problems: Problem[] }) {
  const { t, told } = useWords();
  if (problems.length === 0) return null;
  return (
    <ul className="problems" aria-label={t('shell.problems', { count: problems.length })}>
      {problems.map((problem, i) => (
        <li key={i}>
          {problem.where || problem.pointer ? <code>{problem.where || problem.pointer}</code> : null} {told(problem.what)} {problem.fix ? <span className="dim">{told(problem.fix)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Why something that was asked for did not happen. */
export function Fault({ fault }: { fault: Error | null | undefined }) {
  const { t, say } = useWords();
  if (!fault) return null;
  return (
    <div className="note bad stack tight" role="alert">
      {fault instanceof Refused ? (
        <>
          <strong>{say(fault.title)}</strong>
          {fault.detail ? <p>{say(fault.detail)}</p> : null}
          <Problems problems={fault.problems} />
        </>
      ) : (
        <p>{fault instanceof Unreachable ? t('shell.noServer') : fault.message}</p>
      )}
    </div>
  );
}
