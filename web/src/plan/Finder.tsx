import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useRead } from '../api/queries';
import type { PlanFull } from '../api/shapes';
import type { Chosen } from '../map/MapView';
import { useWords } from '../words/words';

interface Features { features: { properties: Record<string, unknown> }[] }

/** Finds a site, storage or pipeline by name: the map for those who use the keyboard. */
export function Finder({ plan, onChoose }: { plan: PlanFull; onChoose: (chosen: Chosen) => void }) {
  const { t, code } = useWords();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [at, setAt] = useState(0);
  const id = useId();
  const address = `plans/${encodeURIComponent(plan.id)}/layers/`;
  const sites = useRead<Features>(asked ? `${address}sites` : null, { still: true });
  const storage = useRead<Features>(asked ? `${address}storage` : null, { still: true });
  const things = useMemo(
    () => [
      ...(storage.data?.features ?? []).map((f) => ({ kind: 'storage', id: String(f.properties.id), name: String(f.properties.name), state: String(f.properties.state ?? ''), what: code('kind', String(f.properties.kind)) })),
      ...(sites.data?.features ?? []).map((f) => ({ kind: 'sites', id: String(f.properties.id), name: String(f.properties.name), state: String(f.properties.state ?? ''), what: code('sector', String(f.properties.sector)) })),
    ],
    [sites.data, storage.data, code],
  );
  const words = text.trim().toLowerCase();
  const found = words.length < 2 ? [] : things.filter((thing) => `${thing.name} ${thing.state} ${thing.what}`.toLowerCase().includes(words)).slice(0, 12);
  const choose = (index: number) => {
    const thing = found[index];
    if (!thing) return;
    setText('');
    onChoose({ kind: thing.kind, id: thing.id });
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  return (
    <div className="finder">
      <input type="search" role="combobox" aria-expanded={found.length > 0} aria-controls={id} aria-autocomplete="list" aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined} placeholder={t('finder.placeholder')} aria-label={t('finder.placeholder')} value={text} onFocus={() => setAsked(true)} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={key} />
      <ul id={id} role="listbox" className="plain" hidden={found.length === 0} aria-label={t('finder.found')}>
        {found.map((thing, i) => (
          <li key={thing.kind + thing.id} id={`${id}-${i}`} role="option" aria-selected={i === at} onMouseDown={() => choose(i)}>{thing.name} <span className="small">{thing.state} · {thing.what}</span></li>
        ))}
      </ul>
    </div>
  );
}
