import { useState } from 'react';
import { onward } from '../address/address';
import { Link } from '../address/Link';
import { asked } from '../api/client';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { useWords, type Words } from '../words/words';
import { useAsOf } from './asOf';
import { ChangesSince } from './ChangesSince';
import { ForceTag } from './RecordsPage';
import { Prose } from './Prose';
import { RegisterFrame } from './RegisterFrame';
import { RevisionDiff } from './RevisionDiff';
import type { Claim, Entry, Parameter, PolicyRecord } from './shapes';
import { useTerms } from './terms';

/** The page of a record with what its document says, in one object. */
type Whole = Omit<PolicyRecord['document'], 'revision' | 'relations'> & PolicyRecord;

/** One record on a day: claim beside evidence, Chinese beside English. */
export default function RecordPage({ parts }: { parts: Record<string, string> }) {
  const { t, say } = useWords();
  const [asOf] = useAsOf();
  const record = useRead<PolicyRecord>(`register/records/${encodeURIComponent(parts.record!)}${asked({ asOf })}`, { keep: true });
  return (
    <RegisterFrame title={record.data ? say(record.data.document.titles) : parts.record!}>
      <Read query={record} missing={<p className="note">{t('record.unknown')}</p>}>{(value) => <Record record={value} asOf={asOf} />}</Read>
    </RegisterFrame>
  );
}

function Record({ record: page, asOf }: { record: PolicyRecord; asOf: string | null }) {
  const { t, say, code, day } = useWords();
  const record: Whole = { ...page.document, ...page };
  const term = useTerms();
  return (
    <div className="stack record">
      <p className="row"><code>{record.id}</code><ForceTag force={record.force} /><span className="tag">{code('state', record.state)}</span>{record.forceSince ? <span className="dim small">{t('record.since', { day: day(record.forceSince) })}</span> : null}{record.lastInForce ? <span className="dim small">{t('record.last', { day: day(record.lastInForce) })}</span> : null}</p>
      <dl className="facts">
        <dt>{t('facet.kind')}</dt><dd>{term('instrumentKind', record.instrumentKind)}</dd>
        <dt>{t('record.binding')}</dt><dd>{term('bindingLevel', record.bindingLevel)}</dd>
        <dt>{t('facet.status')}</dt><dd>{term('documentStatus', record.documentStatus)}</dd>
        {record.identity?.citation ? <><dt>{t('record.citation')}</dt><dd>{say(record.identity.citation)}</dd></> : null}
      </dl>
      <Events record={record} />
      {record.parameters.length > 0 ? <section className="stack tight"><h2>{t('record.parameters')}</h2>{record.parameters.map((parameter) => <ParameterCard key={parameter.id} parameter={parameter} />)}</section> : null}
      {asOf ? <ChangesSince from={asOf} parameterPrefix={record.id} /> : null}
      <BothTexts record={record} />
      <Claims record={record} />
      <Conflicts record={record} />
      {record.notModelled.length > 0 ? <section className="stack tight"><h2>{t('record.notModelled')}</h2><ul>{record.notModelled.map((clause) => <li key={clause.id}>{say(clause.says)}</li>)}</ul></section> : null}
      {record.stacking && record.stacking.length > 0 ? <section className="stack tight"><h2>{t('record.stacking')}</h2><ul>{record.stacking.map((rule) => <li key={rule.id}><Link href={onward(`/register/records/${rule.with}`)}>{rule.with}</Link> <span className="tag">{term('stackingEffect', rule.effect)}</span> {say(rule.says)}</li>)}</ul></section> : null}
      <Relations record={record} />
      {record.plans.length > 0 ? <section className="stack tight"><h2>{t('record.plans')}</h2><ul>{record.plans.map((plan) => <li key={plan.id}><Link href={`/plans/${plan.id}`}>{plan.name || plan.id}</Link></li>)}</ul></section> : null}
      {record.revisions.length > 1 ? <RevisionDiff record={record.id} revisions={record.revisions.map((revision) => revision.number)} /> : null}
      <section className="stack tight">
        <h2>{t('record.held', { state: code('state', record.state) })}</h2>
        {record.failures.length === 0 ? (
          <p>{t('record.heldByNothing')}</p>
        ) : (
          <details>
            <summary>{t('record.findings', { count: record.failures.length })}</summary>
            <ul className="small">{record.failures.map((failure, i) => <li key={i}><span className="tag">{failure.gate} {failure.name}</span> {failure.message} <span className="dim">{failure.fix}</span></li>)}</ul>
          </details>
        )}
      </section>
    </div>
  );
}

function Events({ record }: { record: Whole }) {
  const { t, say, day } = useWords();
  const term = useTerms();
  if (record.events.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t('record.events')}</h2>
      <ol className="plain events">
        {record.events.map((event, i) => (
          <li key={i} className={event.date <= record.asOf ? 'past' : 'ahead'}><time dateTime={event.date}>{day(event.date)}</time><span><strong>{term('eventKind', event.kind)}</strong>{event.note ? ` ${say(event.note)}` : ''}{event.date > record.asOf ? ` (${t('record.notYet')})` : ''}</span></li>
        ))}
      </ol>
    </section>
  );
}

const window = (value: { from?: string | null; before?: string | null } | null | undefined) => (value ? `${value.from ?? '…'} → ${value.before ?? '…'}` : '');

function when(entry: Entry, words: Words): string {
  const dims = Object.entries(entry.when ?? {}).map(([name, value]) => `${words.dimension(name)} ${words.dimensionValue(String(value))}`);
  const vintage = (['inService', 'beginConstruction'] as const).filter((clock) => entry[clock]).map((clock) => `${words.t(`clock.${clock}`)} ${window(entry[clock])}`);
  const year = entry.year ? [`${words.t('clock.year')} ${entry.year.from ?? '…'}–${entry.year.to ?? '…'}`] : [];
  return [...dims, ...vintage, ...year].join(' · ');
}

function ParameterCard({ parameter }: { parameter: Parameter }) {
  const words = useWords();
  const { t, say } = words;
  return (
    <article className="card stack tight">
      <div className="row ends"><h3>{say(parameter.titles)}</h3><Link href={onward(`/register/parameters/${parameter.id}`)}>{t('record.explore')}</Link></div>
      <p className="small dim"><code>{parameter.id}</code> · {words.code('unit', parameter.unit)}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={say(parameter.titles)}>
        <table>
          <caption className="visually-hidden">{say(parameter.titles)}</caption>
          <thead><tr><th scope="col">{t('law.value')}</th><th scope="col">{t('record.holds')}</th><th scope="col">{t('clock.law')}</th><th scope="col">{t('law.circumstances')}</th><th scope="col">{t('law.entry')}</th></tr></thead>
          <tbody>
            {parameter.entries.map((entry) => (
              <tr key={entry.id} className={entry.inForce ? 'now' : 'dim'} data-entry={entry.id} data-in-force={entry.inForce}>
                <th scope="row" className="rowhead">{entry.value === null || entry.value === undefined ? t('record.line') : String(entry.value)}</th>
                <td>{t(entry.inForce ? 'record.inForce' : 'record.notInForce')}</td><td className="mono">{window(entry.law)}</td><td>{when(entry, words)}</td><td className="mono">{entry.id}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

/** The text in both languages, side by side. */
function BothTexts({ record }: { record: Whole }) {
  const { t } = useWords();
  if (!record.text?.en && !record.text?.zh) return null;
  return (
    <section className="stack tight">
      <h2>{t('record.text')}</h2>
      <div className="grid both">
        <div className="card" lang="en">{record.text.en ? <Prose text={record.text.en} /> : <p className="dim">{t('record.noText')}</p>}</div>
        <div className="card" lang="zh-CN">{record.text.zh ? <Prose text={record.text.zh} /> : <p className="dim">{t('record.noText')}</p>}</div>
      </div>
    </section>
  );
}

function Claims({ record }: { record: Whole }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (record.claims.length === 0) return null;
  const shown = all ? record.claims : record.claims.slice(0, 12);
  return (
    <section className="stack tight">
      <h2>{t('record.claims', { count: record.claims.length })}</h2>
      <ul className="plain claims">{shown.map((claim) => <li key={claim.id} id={claim.id} className="card claim"><ClaimBeside claim={claim} /></li>)}</ul>
      {shown.length < record.claims.length ? <div><button onClick={() => setAll(true)}>{t('record.allClaims', { count: record.claims.length })}</button></div> : null}
    </section>
  );
}

/** What is claimed, in both languages, beside what it rests on. */
export function ClaimBeside({ claim }: { claim: Claim }) {
  const { t, day } = useWords();
  const term = useTerms();
  return (
    <>
      <div className="stack tight">
        <p lang="en">{claim.says.en}</p>
        <p lang="zh-CN">{claim.says.zh}</p>
        <p className="small"><span className="tag">{t('thing.confidence', { letter: claim.confidence })}</span> <code>{claim.id}</code></p>
      </div>
      <div className="stack tight">
        {claim.quote ? <blockquote>{claim.quote}</blockquote> : <p className="dim small">{t('record.noQuote')}</p>}
        <p className="small">{claim.source.title}, {claim.source.publisher} · {claim.locator}</p>
        <p className="small dim">{term('evidenceRank', claim.source.rank)} · {t('record.readOn', { day: day(claim.source.retrieved) })} {claim.source.url ? <a href={claim.source.url} target="_blank" rel="noreferrer noopener">{t('thing.link')}</a> : null} {claim.source.textHref ? <a href={claim.source.textHref} target="_blank" rel="noreferrer">{t('record.keptText')}</a> : <span>{t('record.notKept')}</span>}</p>
      </div>
    </>
  );
}

function Conflicts({ record }: { record: Whole }) {
  const { t, say } = useWords();
  if (record.conflicts.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t('record.conflicts')}</h2>
      {record.conflicts.map((conflict) => (
        <article key={conflict.id} className="card stack tight">
          <h3>{say(conflict.question)}</h3>
          <ul>{conflict.readings.map((reading) => <li key={reading.id}>{say(reading.says)} {reading.id === conflict.used ? <span className="tag good">{t('record.used')}</span> : null}</li>)}</ul>
          <p className="small dim">{say(conflict.reason)}</p>
        </article>
      ))}
    </section>
  );
}

function Relations({ record }: { record: Whole }) {
  const { t, day } = useWords();
  const term = useTerms();
  if (record.relations.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t('record.relations')}</h2>
      <ul>
        {record.relations.map((relation, i) => (
          <li key={i}><Link href={onward(`/register/records/${relation.source}`)}>{relation.source}</Link> <em>{term('relationKind', relation.kind)}</em> <Link href={onward(`/register/records/${relation.target}`)}>{relation.target}</Link> <span className="dim small">{relation.since ? day(relation.since) : ''} {relation.provision ?? ''}</span></li>
        ))}
      </ul>
      <p><Link href={onward(`/register/graph?around=${record.id}`)}>{t('record.toGraph')}</Link></p>
    </section>
  );
}
