import { words } from '../../shared/screen/language.ts';
import { Qr } from '../../shared/screen/qr.tsx';
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
      <Qr text={new URL(page, location.href).href} label={words(home).code(name)} />
      <span class="entrance-words">
        <strong>{name}</strong>
        <span data-lit={lit || undefined}>{says}</span>
      </span>
    </a>
  );
}
