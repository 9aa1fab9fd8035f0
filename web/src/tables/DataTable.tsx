import './tables.css';
import { useMemo, useState, type ReactNode } from 'react';
import { useWords } from '../words/words';

export interface Column<Row> {
  name: string;
  /** Said under the name: a unit. */
  unit?: string | null;
  value: (row: Row) => string | number | boolean | null | undefined;
  show?: (row: Row) => ReactNode;
  number?: boolean;
}

interface Props<Row> {
  name: string;
  rows: Row[];
  columns: Column<Row>[];
  /** Rows on a page. */
  page?: number;
  search?: boolean;
  sortFirst?: { column: number; down: boolean };
  rowKey?: (row: Row, at: number) => string | number;
}

/** A day stays in one line; what has many words is given room. */
function kind(text: ReactNode): string | undefined {
  if (typeof text !== 'string') return undefined;
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'day' : text.length > 60 ? 'long' : text.length > 24 ? 'wide' : undefined;
}

/** A table that sorts by its heads, is searched, and shows a page at a time. */
export function DataTable<Row>({ name, rows, columns, page = 50, search, sortFirst, rowKey }: Props<Row>) {
  const { t, number, whole } = useWords();
  const [sort, setSort] = useState(sortFirst ?? null);
  const [at, setAt] = useState(0);
  const [sought, setSought] = useState('');
  const found = useMemo(() => {
    const words = sought.trim().toLowerCase();
    return words ? rows.filter((row) => columns.some((column) => String(column.value(row) ?? '').toLowerCase().includes(words))) : rows;
  }, [rows, columns, sought]);
  const sorted = useMemo(() => {
    if (!sort) return found;
    const value = columns[sort.column]?.value;
    if (!value) return found;
    const turn = sort.down ? -1 : 1;
    return [...found].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      // What is not known comes last, whichever way is sorted.
      if (x === null || x === undefined) return y === null || y === undefined ? 0 : 1;
      if (y === null || y === undefined) return -1;
      return turn * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y)));
    });
  }, [found, sort, columns]);
  const pages = Math.max(1, Math.ceil(sorted.length / page));
  const here = Math.min(at, pages - 1);
  const shown = sorted.slice(here * page, (here + 1) * page);
  return (
    <div className="stack tight">
      {search || pages > 1 ? (
        <div className="row ends">
          {search ? <input type="search" className="table-search" placeholder={t('table.search')} aria-label={t('table.searchIn', { name })} value={sought} onChange={(e) => { setSought(e.target.value); setAt(0); }} /> : <span />}
          <span className="dim small" role="status">{t('table.rows', { count: whole(sorted.length) })}</span>
        </div>
      ) : null}
      <div className="scroll" tabIndex={0} role="region" aria-label={name}>
        <table>
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={i} scope="col" className={column.number ? 'number' : undefined} aria-sort={sort?.column === i ? (sort.down ? 'descending' : 'ascending') : undefined}>
                  <button className="quiet" onClick={() => { setSort(sort?.column === i ? { column: i, down: !sort.down } : { column: i, down: !!column.number }); setAt(0); }}>
                    <span>{column.name}{column.unit ? <span className="unit"> {column.unit}</span> : null}</span>
                    <span aria-hidden="true" className="sorted">{sort?.column === i ? (sort.down ? '▼' : '▲') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, r) => (
              <tr key={rowKey ? rowKey(row, here * page + r) : here * page + r}>
                {columns.map((column, i) => {
                  const value = column.show ? column.show(row) : column.value(row);
                  const text = value === null || value === undefined || value === '' ? '–' : typeof value === 'number' ? (Number.isInteger(value) ? whole(value) : number(value)) : typeof value === 'boolean' ? t(value ? 'table.yes' : 'table.no') : value;
                  return i === 0 ? <th key={i} scope="row" className="rowhead">{text}</th> : <td key={i} className={column.number ? 'number' : kind(text)}>{text}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 ? <p className="dim">{t('table.nothing')}</p> : null}
      {pages > 1 ? (
        <div className="row">
          <button disabled={here === 0} onClick={() => setAt(here - 1)}>{t('table.before')}</button>
          <span className="small">{t('table.page', { page: here + 1, pages })}</span>
          <button disabled={here >= pages - 1} onClick={() => setAt(here + 1)}>{t('table.after')}</button>
        </div>
      ) : null}
    </div>
  );
}
