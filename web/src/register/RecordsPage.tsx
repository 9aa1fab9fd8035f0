import { useEffect, useState } from 'react';
import { go, onward, useAddress, withQuery } from '../address/address';
import { Link } from '../address/Link';
import { asked, base } from '../api/client';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import { useAsOf } from './asOf';
import { ChangesSince } from './ChangesSince';
import { RegisterFrame } from './RegisterFrame';
import type { FacetName, Hits, RecordList, RegisterInfo } from './shapes';
import { useTerms } from './terms';

const facets: FacetName[] = ['jurisdiction', 'kind', 'status', 'state', 'force', 'cluster'];
const families: Record<FacetName, string> = { jurisdiction: 'jurisdiction', kind: 'instrumentKind', status: 'documentStatus', state: 'reviewState', force: 'legalForce', cluster: 'cluster' };

/** The records of the register, narrowed by facets and by words in either language. */
export default function RecordsPage() {
  const { t, say, code } = useWords();
  const { query } = useAddress();
  const [asOf] = useAsOf();
  const term = useTerms();
  const chosen = Object.fromEntries(facets.map((facet) => [facet, query.getAll(facet)])) as Record<FacetName, string[]>;
  const q = query.get('q') ?? '';
  const list = useRead<RecordList>(`register/records${asked({ q, asOf, ...chosen })}`, { keep: true });
  const info = useRead<RegisterInfo>('register');
  const hits = useRead<Hits>(q.trim() ? `register/search${asked({ q, limit: 300 })}` : null, { keep: true });
  return (
    <RegisterFrame title={t('title.register')} says={t('register.says')}>
      <div className="with-side">
        <aside className="stack" aria-label={t('register.narrow')}>
          <SearchBox q={q} />
          {facets.map((facet) => {
            const values = list.data?.facets?.[facet] ?? [];
            return values.length === 0 ? null : (
              <details key={facet} open={chosen[facet].length > 0 || facet !== 'cluster'} className="facet">
                <summary>{t(`facet.${facet}`)}</summary>
                <ul className="plain">
                  {values.map((value) => {
                    const on = chosen[facet].includes(value.value);
                    const name = value.text ? say(value.text) : term(families[facet], value.value);
                    return <li key={value.value}><label className="check"><input type="checkbox" checked={on} onChange={() => go(narrowed(facet, chosen[facet], value.value), { replace: true })} /> <span>{name}</span> <span className="dim small">{value.count}</span></label></li>;
                  })}
                </ul>
              </details>
            );
          })}
        </aside>
        <div className="stack">
          <Read query={list}>
            {(value) => (
              <>
                <p className="dim" role="status">{t('register.count', { count: value.items.length, total: info.data?.records ?? value.items.length })}</p>
                <ul className="plain stack tight" aria-label={t('title.register')} aria-busy={list.isPlaceholderData}>
                  {value.items.map((record) => (
                    <li key={record.id} className="card record-card">
                      <h2><Link href={onward(`/register/records/${record.id}`)}>{say(record.titles)}</Link></h2>
                      <p className="row small"><code>{record.id}</code><span>{term('instrumentKind', record.instrumentKind)}</span><ForceTag force={record.force} /><span className="tag">{code('state', record.state)}</span><span className="dim">{t('register.holds', { parameters: record.parameters, claims: record.claims })}</span></p>
                      <Passages record={record.id} hits={hits.data} />
                    </li>
                  ))}
                </ul>
                {value.items.length === 0 ? <p className="note">{t('register.nothing')}</p> : null}
              </>
            )}
          </Read>
          {asOf ? <ChangesSince from={asOf} /> : null}
          <p className="row small"><span>{t('register.take')}</span>{(['json', 'csv', 'jsonld', 'datapackage'] as const).map((format) => <a key={format} href={`${base}/register/export/${format}`} download>{t(`register.take.${format}`)}</a>)}</p>
        </div>
      </div>
    </RegisterFrame>
  );
}

/** The same address with one value of a facet more or less; several values of a facet are alternatives. */
function narrowed(facet: string, now: string[], value: string): string {
  const query = new URLSearchParams(location.search);
  query.delete(facet);
  for (const one of now.includes(value) ? now.filter((other) => other !== value) : [...now, value]) query.append(facet, one);
  return `${location.pathname}${query.size > 0 ? `?${query}` : ''}`;
}

export function ForceTag({ force }: { force: string }) {
  const { code } = useWords();
  return <span className={`tag ${force === 'in-force' ? 'good' : force === 'none' ? '' : 'warn'}`}>{code('force', force)}</span>;
}

function SearchBox({ q }: { q: string }) {
  const { t } = useWords();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) return;
    const timer = setTimeout(() => go(withQuery({ q: text.trim() || null }), { replace: true }), 250);
    return () => clearTimeout(timer);
  }, [text, q]);
  return <div className="field"><label htmlFor="register-search">{t('register.search')}</label><input id="register-search" type="search" value={text} placeholder={t('register.searchHint')} onChange={(event) => setText(event.target.value)} /></div>;
}

function Passages({ record, hits }: { record: string; hits: Hits | undefined }) {
  const { t } = useWords();
  const mine = (hits?.hits ?? []).filter((hit) => hit.record === record).slice(0, 3);
  return mine.length === 0 ? null : <ul className="small passages" aria-label={t('register.passages')}>{mine.map((hit, i) => <li key={i} lang={hit.language === 'zh' ? 'zh-CN' : hit.language === 'en' ? 'en' : undefined}>{hit.passage}</li>)}</ul>;
}
