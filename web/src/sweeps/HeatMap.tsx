import './sweeps.css';
import { useState } from 'react';
import { useWords } from '../words/words';
import type { SweepFound } from './shapes';

const few = 30;
/** The strongest colour that ink can still be read on. */
const strongest = 38;

/** In what share of the futures each thing is begun by the end of each period: the fuller the colour, the more. */
export function HeatMap({ found }: { found: SweepFound }) {
  const { t, code, percent } = useWords();
  const [all, setAll] = useState(false);
  const rows = all ? found.core : found.core.slice(0, few);
  return (
    <section className="stack tight">
      <h2>{t('sweeps.core')}</h2>
      <p className="dim">{t('sweeps.coreSays')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('sweeps.core')}>
        <table className="heat">
          <thead><tr><th scope="col">{t('sweeps.thing')}</th>{found.periodEnds.map((year) => <th key={year} scope="col" className="number">{t('sweeps.by', { year })}</th>)}</tr></thead>
          <tbody>
            {rows.map((thing) => (
              <tr key={`${thing.kind} ${thing.id}`}>
                <th scope="row"><span className="dim small">{code('begun', thing.kind)}</span> <span translate="no">{thing.name}</span></th>
                {thing.shareBy.map((share, i) => <td key={i} style={{ background: `color-mix(in srgb, var(--accent) ${Math.round(strongest * share)}%, var(--surface))` }}>{percent(share)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.core.length > few ? <div><button aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('sweeps.fewer', { count: few }) : t('sweeps.allThings', { count: found.core.length })}</button></div> : null}
    </section>
  );
}
