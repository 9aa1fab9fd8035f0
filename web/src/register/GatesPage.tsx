import { onward } from '../address/address';
import { Link } from '../address/Link';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { DataTable } from '../tables/DataTable';
import { useWords, type Bilingual } from '../words/words';
import { RegisterFrame } from './RegisterFrame';
import type { Gates } from './shapes';

/** What each of the twelve gates finds. */
export default function GatesPage() {
  const { t, say, told, code } = useWords();
  const named = (gate: { code: string; text: Bilingual }) => `${gate.code} ${say(gate.text)}`;
  const gates = useRead<Gates>('register/gates');
  return (
    <RegisterFrame title={t('title.gates')} says={t('gates.says')} plainDay>
      <Read query={gates}>
        {(value) => {
          const failures = [...value.records.flatMap((record) => record.failures.map((failure) => ({ record: record.id as string | null, failure }))), ...value.beside.map((failure) => ({ record: null as string | null, failure }))];
          return (
            <>
              <DataTable name={t('gates.list')} rows={value.gates} page={20} columns={[{ name: t('gates.gate'), value: named }, { name: t('gates.failing'), number: true, value: (gate) => gate.failing }]} />
              <h2>{t('gates.findings')}</h2>
              <DataTable
                name={t('gates.findings')} rows={failures} search page={40}
                columns={[
                  { name: t('law.record'), value: (row) => row.record ?? t('gates.beside'), show: (row) => (row.record ? <Link href={onward(`/register/records/${row.record}`)}>{row.record}</Link> : t('gates.beside')) },
                  { name: t('gates.gate'), value: (row) => named({ code: row.failure.gate, text: row.failure.text }) },
                  { name: t('gates.where'), value: (row) => row.failure.field },
                  { name: t('gates.what'), value: (row) => told(row.failure.message) },
                  { name: t('gates.fix'), value: (row) => told(row.failure.fix) },
                ]}
              />
              <DataTable name={t('gates.states')} rows={value.records} page={20} search columns={[{ name: t('law.record'), value: (row) => say(row.titles), show: (row) => <Link href={onward(`/register/records/${row.id}`)}>{say(row.titles)}</Link> }, { name: t('law.state'), value: (row) => code('state', row.state) }, { name: t('review.held'), number: true, value: (row) => row.failures.length }]} />
            </>
          );
        }}
      </Read>
    </RegisterFrame>
  );
}
