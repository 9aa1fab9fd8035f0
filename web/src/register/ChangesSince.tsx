import { onward } from '../address/address';
import { Link } from '../address/Link';
import { asked } from '../api/client';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import type { Changes, RegisterInfo } from './shapes';

const written = (answer: Changes['parameters'][number]['answers'][number]['before']) => (answer.value === null ? '–' : `${answer.value} ${answer.unit ?? ''}`);

/** What the law says otherwise between the day chosen and today. */
export function ChangesSince({ from, parameterPrefix }: { from: string; parameterPrefix?: string }) {
  const { t, day, say } = useWords();
  const info = useRead<RegisterInfo>('register');
  const today = info.data?.today;
  const [first, second] = today && from > today ? [today, from] : [from, today];
  const changes = useRead<Changes>(first && second && first !== second ? `register/changes${asked({ from: first, to: second })}` : null, { keep: true });
  if (!first || !second || first === second) return null;
  return (
    <details className="card" open={!!parameterPrefix}>
      <summary>{t('changes.title', { from: day(first), to: day(second) })}</summary>
      <Read query={changes}>
        {(value) => {
          const policies = value.policies.filter((policy) => !parameterPrefix || policy.id === parameterPrefix);
          const parameters = value.parameters.filter((parameter) => !parameterPrefix || parameter.id.startsWith(`${parameterPrefix}.`));
          if (policies.length + parameters.length === 0) return <p className="dim">{t('changes.none')}</p>;
          return (
            <div className="stack small">
              {policies.length > 0 ? <ul>{policies.map((policy) => <li key={policy.id}><Link href={onward(`/register/records/${policy.id}`)}>{policy.id}</Link> {policy.events.map((event) => `${event.date} ${event.note ? say(event.note) : ''}`).join(' · ')}</li>)}</ul> : null}
              {parameters.map((parameter) => (
                <section key={parameter.id} className="stack tight">
                  <h3><code>{parameter.id}</code></h3>
                  <ul>{parameter.answers.slice(0, 8).map((answer, i) => <li key={i}>{answer.question}: <strong>{written(answer.before)} → {written(answer.after)}</strong></li>)}</ul>
                </section>
              ))}
            </div>
          );
        }}
      </Read>
    </details>
  );
}
