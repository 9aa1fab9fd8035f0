import { useRead } from '../api/queries';
import { useWords, type Bilingual, type CodeFamily } from '../words/words';

const ours: Record<string, CodeFamily> = { jurisdiction: 'jurisdiction', reviewState: 'state', legalForce: 'force', relationKind: 'relation', cellState: 'cell' };

/** Words for the register's codes, from the register itself. */
export function useTerms() {
  const { say, code } = useWords();
  const terms = useRead<Record<string, Record<string, Bilingual>>>('register/terms', { still: true });
  return (family: string, value: string | null | undefined): string => {
    if (!value) return '–';
    const text = terms.data?.[family]?.[value];
    return text ? say(text) : code(ours[family] ?? 'unit', value);
  };
}
