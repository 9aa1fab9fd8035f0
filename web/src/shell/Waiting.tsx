import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refused, Unreachable } from '../api/client';
import { useWords } from '../words/words';
import { Problems } from './Problems';

export function Waiting({ what }: { what?: string }) {
  const { t } = useWords();
  return <p className="waiting" role="status"><span className="spin" aria-hidden="true" /> {what ?? t('shell.loading')}</p>;
}

/** A read that goes on, failed, or is there. While nobody answers, the page says so and mends itself. */
export function Read<T>({ query, children, missing }: { query: UseQueryResult<T>; children: (value: T) => ReactNode; missing?: ReactNode }) {
  const { t, say } = useWords();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  const fault = query.error;
  if (!fault) return <Waiting />;
  if (fault instanceof Unreachable) return <p className="waiting" role="status"><span className="spin" aria-hidden="true" /> {t('shell.noServer')}</p>;
  if (fault instanceof Refused && fault.status === 404 && missing) return <>{missing}</>;
  return (
    <div className="note bad stack tight" role="alert">
      <strong>{fault instanceof Refused ? say(fault.title) : t('shell.broken')}</strong>
      {fault instanceof Refused ? <><p>{say(fault.detail)}</p><Problems problems={fault.problems} /></> : <p className="mono">{fault.message}</p>}
      <div><button onClick={() => void query.refetch()}>{t('shell.again')}</button></div>
    </div>
  );
}
