import { onward } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { DataTable } from '../tables/DataTable';
import { useWords } from '../words/words';
import { RegisterFrame } from './RegisterFrame';
import type { RegisterInfo, Stale, Waits } from './shapes';


/** What a reviewer should look at next, and what was read too long ago. */
export default function ReviewPage() {
  const { t, say, code, money, day, whole } = useWords();
  const queue = useRead<Waits[]>('register/review');
  const info = useRead<RegisterInfo>('register');
  const stale = useRead<Stale[]>('register/stale');
  return (
    <RegisterFrame title={t('title.review')} says={t('review.says')} plainDay>
      <section className="stack tight">
        <h2>{t('review.queue')}</h2>
        <Read query={queue}>
          {(value) => (
              <DataTable
                name={t('review.queue')} rows={value} search
                columns={[
                  { name: t('law.record'), value: (row) => say(row.titles) || row.id, show: (row) => <Link href={onward(`/register/records/${row.id}`)}>{say(row.titles) || row.id}</Link> },
                  { name: t('law.state'), value: (row) => code('state', row.state) },
                  { name: t('review.held'), number: true, value: (row) => row.failures },
                  { name: t('gates.gate'), value: (row) => row.gates.join(' ') },
                  { name: t('review.stale'), number: true, value: (row) => row.staleSources, show: (row) => whole(row.staleSources) },
                  { name: t('law.money'), number: true, value: (row) => row.moneyUsd, show: (row) => money(row.moneyUsd) },
                ]}
              />
          )}
        </Read>
      </section>
      <section className="stack tight">
        <h2>{t('review.stale')}</h2>
        <Read query={stale}>
          {(value) =>
            value.length === 0 ? <p className="note good">{t('review.fresh', { day: day(info.data?.today) })}</p> : (
              <DataTable
                name={t('review.stale')} rows={value} search
                columns={[
                  { name: t('law.record'), value: (row) => row.record, show: (row) => <Link href={onward(`/register/records/${row.record}`)}>{say(row.titles)}</Link> },
                  { name: t('thing.source'), value: (row) => row.sourceTitle, show: (row) => (row.url ? <a href={row.url} target="_blank" rel="noreferrer noopener">{row.sourceTitle}</a> : row.sourceTitle) },
                  { name: t('review.read'), value: (row) => row.retrieved, show: (row) => day(row.retrieved) },
                  { name: t('review.due'), value: (row) => row.due, show: (row) => day(row.due) },
                  { name: t('review.late'), number: true, value: (row) => row.daysLate },
                ]}
              />
            )
          }
        </Read>
      </section>
    </RegisterFrame>
  );
}
