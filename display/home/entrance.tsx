import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { words } from '../../shared/screen/language.ts';
import { home } from '../../shared/words/home.ts';

export interface EntranceProps {
  readonly page: string;
  readonly name: string;
  /** What it is for, or how it stands. */
  readonly says: string;
  /** Somebody or something is there; `says` says it too. */
  readonly lit?: boolean;
}

/** The way to one screen: its code for another device, its name, and how it stands. */
export function Entrance({ page, name, says, lit = false }: EntranceProps) {
  return (
    <a class="entrance" href={page} target="_blank" rel="noopener">
      <Code text={new URL(page, location.href).href} label={words(home).code(name)} />
      <span class="entrance-words">
        <strong>{name}</strong>
        <span data-lit={lit || undefined}>{says}</span>
      </span>
    </a>
  );
}

/** A QR code as one path; each dark module is a unit square. */
function Code({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg class="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

/** Four light modules around it, as readers expect (ISO/IEC 18004). */
function drawn(text: string) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
