import { common } from '../words/common.ts';
import { words } from './language.ts';

export type Level = 'yellow' | 'orange' | 'red';

const shapes: Record<Level, string> = {
  yellow: 'M8 .8 15.2 8 8 15.2.8 8Z',
  orange: 'M8 1.2 15.6 14.6H.4Z',
  red: 'M1.6 1.6h12.8v12.8H1.6Z',
};

/** An alert's level: never colour alone. `bare` leaves the word to a screen reader. */
export function LevelSign({ level, bare = false }: { level: Level; bare?: boolean }) {
  const word = words(common).level[level];
  return (
    <span class={`level level-${level}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[level]} />
      </svg>
      <span class={bare ? 'unseen' : ''}>{word}</span>
    </span>
  );
}
