import { REPEATS } from '../../../shared/city/sent/repeats.ts';
import type { NoticeKind } from '../../../shared/floor/notices/commands.ts';
import { words } from '../../../shared/screen/language.ts';
import { notices } from '../../../shared/words/notices.ts';
import { Chips, Text } from '../../manager/complaints/fields.tsx';

/** 通报, 通知 or 警示, as it is being written. */
export interface Written {
  readonly is: NoticeKind;
  readonly title: string;
  /** A line a paragraph. */
  readonly text: string;
  readonly tag: string;
}

interface LetterProps {
  readonly value: Written;
  readonly onValue: (value: Written) => void;
}

export function Letter({ value, onValue }: LetterProps) {
  const w = words(notices);
  const set = (some: Partial<Written>) => onValue({ ...value, ...some });
  return (
    <div class="board-letter">
      <Chips {...{ name: w.kind, of: w.kinds, chosen: value.is }} onPick={(is) => set({ is })} />
      <Text name={w.subject} most={80} value={value.title} onType={(title) => set({ title })} />
      <Text name={w.tag} most={24} value={value.tag} onType={(tag) => set({ tag })} />
      <label class="field board-wide">
        <small>{w.text}</small>
        <textarea
          {...{ rows: 3, value: value.text, maxLength: 3000 }}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
      <small class="board-wide">{w.repeats(REPEATS.times, REPEATS.days)}</small>
    </div>
  );
}

/** As a branch takes them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter(Boolean)
    .slice(0, 60);
