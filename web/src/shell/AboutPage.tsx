import { useRead } from '../api/queries';
import type { Service } from '../api/shapes';
import { useWords } from '../words/words';
import { Read } from './Waiting';


/** What this is, what it was made from, and how it is asked by a script. */
export default function AboutPage() {
  const { t, whole } = useWords();
  const service = useRead<Service>('/api/v1');
  return (
    <div className="page">
      <div className="page-head"><h1>{t('title.about')}</h1><p>{t('about.says')}</p></div>
      <Read query={service}>
        {(value) => (
          <dl className="facts card">
            <dt>{t('about.version')}</dt><dd>{value.version}</dd>
            {value.register ? <><dt>{t('about.register')}</dt><dd>{t('about.records', { count: whole(value.register.records) })} · <code>{value.register.version}</code></dd></> : null}
            <dt>{t('about.api')}</dt><dd><a href="/openapi/v1.json">/openapi/v1.json</a> {t('about.apiSays')}</dd>
          </dl>
        )}
      </Read>
      <section className="stack tight">
        <h2>{t('about.words')}</h2>
        <dl className="facts card">{(['cost', 'net', 'bound', 'gap', 'draft', 'force'] as const).map((word) => <div key={word} className="contents"><dt>{t(`about.word.${word}`)}</dt><dd>{t(`about.means.${word}`)}</dd></div>)}</dl>
      </section>
      <section className="stack tight"><h2>{t('about.keys')}</h2><ul>{(['map', 'find', 'time', 'table'] as const).map((key) => <li key={key}>{t(`about.key.${key}`)}</li>)}</ul></section>
      <p className="small dim">{t('about.outlines')}</p>
    </div>
  );
}
