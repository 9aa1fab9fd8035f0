import type { ReactNode } from 'react';

/** Bold, code and links of one line; anything else stays as it is written. */
function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\))/g).map((piece, i) => {
    if (piece.startsWith('**')) return <strong key={i}>{piece.slice(2, -2)}</strong>;
    if (piece.startsWith('`')) return <code key={i}>{piece.slice(1, -1)}</code>;
    const link = /^\[([^\]]+)\]\((https?:[^)\s]+)\)$/.exec(piece);
    return link ? <a key={i} href={link[2]} target="_blank" rel="noreferrer noopener">{link[1]}</a> : piece;
  });
}

/** The few marks of the register's texts as elements; nothing of a text is ever taken for markup. */
export function Prose({ text }: { text: string }) {
  const blocks = text.trim().split(/\n{2,}/);
  return (
    <div className="stack tight prose">
      {blocks.map((block, i) => {
        const head = /^(#{1,4})\s+(.*)$/.exec(block);
        if (head) return <h3 key={i}>{inline(head[2]!)}</h3>;
        const lines = block.split('\n');
        if (lines.every((line) => /^[-*]\s+/.test(line))) return <ul key={i}>{lines.map((line, j) => <li key={j}>{inline(line.replace(/^[-*]\s+/, ''))}</li>)}</ul>;
        return <p key={i}>{inline(lines.join(' '))}</p>;
      })}
    </div>
  );
}
