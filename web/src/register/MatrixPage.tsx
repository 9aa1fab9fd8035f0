import { useState } from 'react';
import { onward, useAddress, useQueryKey } from '../address/address';
import { Link } from '../address/Link';
import { asked } from '../api/client';
import { useRead } from '../api/queries';
import { Read } from '../shell/Waiting';
import { useWords } from '../words/words';
import { useAsOf } from './asOf';
import { ClaimBeside } from './RecordPage';
import { RegisterFrame } from './RegisterFrame';
import type { Cell, Matrix, MatrixCompare } from './shapes';
import { useTerms } from './terms';

const signs: Record<string, string> = { present: '+', absent: '−', delegated: '>', pending: '~', 'not-researched': '·', 'not-applicable': '/' };

/** What is regulated where, and two jurisdictions (or two days) side by side. */
export default function MatrixPage() {
  const { t, say, percent, code } = useWords();
  const term = useTerms();
  const [asOf] = useAsOf();
  const { query } = useAddress();
  const [a, setA] = useQueryKey('a');
  const [b, setB] = useQueryKey('b');
  const [dayB, setDayB] = useQueryKey('dayB');
  const matrix = useRead<Matrix>(`register/matrix${asked({ asOf })}`, { keep: true });
  const [open, setOpen] = useState<Cell | null>(null);
  return (
    <RegisterFrame title={t('title.matrix')} says={t('matrix.says')}>
      <Read query={matrix}>
        {(value) => {
          const places = value.fill.map((fill) => fill.jurisdiction);
          const cell = (criterion: string, place: string) => value.cells.find((c) => c.criterion === criterion && c.jurisdiction === place);
          return (
            <>
              <form className="card row" onSubmit={(event) => event.preventDefault()} aria-label={t('matrix.compare')}>
                <strong>{t('matrix.compare')}</strong>
                <label className="row">{t('matrix.one')} <select value={a ?? ''} onChange={(event) => setA(event.target.value || null)}><option value="">–</option>{places.map((place) => <option key={place} value={place}>{term('jurisdiction', place)}</option>)}</select></label>
                <label className="row">{t('matrix.other')} <select value={b ?? ''} onChange={(event) => setB(event.target.value || null)}><option value="">–</option>{places.map((place) => <option key={place} value={place}>{term('jurisdiction', place)}</option>)}</select></label>
                <label className="row">{t('matrix.otherDay')} <input type="date" value={dayB ?? ''} onChange={(event) => setDayB(event.target.value || null)} /></label>
              </form>
              {a && (b || dayB) ? <Comparison a={a} b={b ?? a} asOf={asOf} asOfB={dayB} matrix={value} /> : null}
              <ul className="plain row small" aria-label={t('matrix.signs')}>{Object.entries(signs).map(([state, sign]) => <li key={state} className="row"><span className={`cell-sign cell-${state}`}>{sign}</span>{code('cell', state)}</li>)}</ul>
              <div className="scroll card flush" tabIndex={0} role="region" aria-label={t('title.matrix')}>
                <table className="matrix">
                  <caption className="visually-hidden">{t('title.matrix')}</caption>
                  <thead><tr><th scope="col">{t('matrix.criterion')}</th>{value.fill.map((fill) => <th key={fill.jurisdiction} scope="col">{term('jurisdiction', fill.jurisdiction)}<br /><span className="small">{fill.share === null ? '–' : t('matrix.filled', { share: percent(fill.share) })}</span></th>)}</tr></thead>
                  <tbody>
                    {value.criteria.map((criterion) => (
                      <tr key={criterion.id}>
                        <th scope="row" title={say(criterion.question)}>{say(criterion.titles)}</th>
                        {places.map((place) => {
                          const found = cell(criterion.id, place);
                          const state = found?.state ?? 'not-researched';
                          return <td key={place}><button disabled={!found || (!found.says && found.evidence.length === 0)} aria-pressed={open?.criterion === criterion.id && open.jurisdiction === place} onClick={() => setOpen(found!)}><span className={`cell-sign cell-${state}`} aria-hidden="true">{signs[state]}</span> {code('cell', state)}</button></td>;
                        })}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {open ? (
                <section className="card stack" aria-live="polite" key={query.get('asof') ?? ''}>
                  <div className="row ends"><h2>{say(value.criteria.find((c) => c.id === open.criterion)?.titles)}: {term('jurisdiction', open.jurisdiction)}</h2><button className="quiet" aria-label={t('thing.close')} onClick={() => setOpen(null)}>✕</button></div>
                  <p className="dim">{say(value.criteria.find((c) => c.id === open.criterion)?.question)}</p>
                  <CellText cell={open} />
                </section>
              ) : null}
            </>
          );
        }}
      </Read>
    </RegisterFrame>
  );
}

function CellText({ cell }: { cell: Cell }) {
  const { code, say, t } = useWords();
  return (
    <div className="stack tight">
      <p><span className={`cell-sign cell-${cell.state}`} aria-hidden="true">{signs[cell.state]}</span> <strong>{code('cell', cell.state)}</strong> {say(cell.says)}</p>
      {cell.record ? <p className="small"><Link href={onward(`/register/records/${cell.record}`)}>{cell.record}</Link></p> : null}
      {cell.evidence.length > 0 ? <details><summary>{t('thing.evidence', { count: cell.evidence.length })}</summary><ul className="plain claims">{cell.evidence.map((claim) => <li key={claim.id} className="claim"><ClaimBeside claim={claim} /></li>)}</ul></details> : null}
    </div>
  );
}

function Comparison({ a, b, asOf, asOfB, matrix }: { a: string; b: string; asOf: string | null; asOfB: string | null; matrix: Matrix }) {
  const { t, say } = useWords();
  const term = useTerms();
  const compared = useRead<MatrixCompare>(`register/matrix/compare${asked({ a, b, asOf, asOfB })}`, { keep: true });
  return (
    <section className="stack tight">
      <h2>{t('matrix.differences', { a: term('jurisdiction', a), b: term('jurisdiction', b) })}</h2>
      <Read query={compared}>
        {(value) =>
          value.differences.length === 0 ? <p className="note">{t('matrix.same')}</p> : (
            <ul className="plain stack tight">
              {value.differences.map((difference, i) => (
                <li key={i} className="card stack tight">
                  <h3>{say(matrix.criteria.find((criterion) => criterion.id === difference.before.criterion)?.titles)}</h3>
                  <div className="grid both">{[difference.before, difference.after].map((cell, side) => <div key={side} className="stack tight"><strong className="small">{term('jurisdiction', cell.jurisdiction)} · {cell.asOf}</strong><CellText cell={cell} /></div>)}</div>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </section>
  );
}
