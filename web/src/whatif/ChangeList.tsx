import type { Change } from '../api/shapes';
import { useWords, type Words } from '../words/words';

const strings = (value: unknown) => ((value as string[] | undefined) ?? []).join(', ');
const numbers = (value: unknown, words: Words) => ((value as number[] | undefined) ?? []).map((n) => words.number(n)).join(', ');

function said(change: Change, words: Words): string {
  const { t, number, code, day } = words;
  switch (change.kind) {
    case 'credit': return typeof change.usdPerTonne === 'number' ? t('change.creditFlat', { value: number(change.usdPerTonne) }) : t('change.credit', { factor: number(Number(change.factor), 2) });
    case 'policy': return [change.asOf ? t('change.asOf', { day: day(String(change.asOf)) }) : '', change.mode ? t('change.mode', { mode: String(change.mode) }) : '', change.overlays ? t('change.overlays', { list: strings(change.overlays) }) : '', change.labour ? t('change.labour', { labour: String(change.labour) }) : ''].filter(Boolean).join(' · ');
    case 'target': return t('change.target', { list: numbers(change.mtPerYear, words) });
    case 'price': return t('change.price', { list: numbers(change.usdPerTonne, words) });
    case 'cost': return (['capture', 'dac', 'transport', 'storage'] as const).filter((name) => typeof change[name] === 'number').map((name) => t(`change.cost.${name}`, { factor: number(change[name] as number, 2) })).join(' · ');
    case 'tracks': return t('change.tracks', { list: ((change.tracks as string[]) ?? []).map((track) => code('track', track)).join(', ') });
    case 'forbid': return t('change.forbid', { list: strings(change.ids) });
    case 'allow': return t('change.allow', { list: strings(change.ids) });
    case 'force': return t('change.force', { list: strings(change.ids) });
    case 'region': return t('change.region', { list: strings(change.states) });
    case 'community': return t('change.community', { share: words.percent(Number(change.share)) });
    case 'discount': return t('change.discount', { rate: words.percent(Number(change.rate)) });
    default: return change.kind;
  }
}

/** What was changed, in words. */
export function ChangeList({ changes, title }: { changes: Change[]; title?: string }) {
  const words = useWords();
  return (
    <div className="stack tight">
      {title ? <h3>{title}</h3> : null}
      <ul className="plain row small">{changes.map((change, i) => <li key={i} className="tag wrap">{said(change, words)}</li>)}</ul>
    </div>
  );
}
