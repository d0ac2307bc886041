import type { Track } from '../../../shared/care/rectifications/commands.ts';
import { words } from '../../../shared/screen/language.ts';
import type { RectificationCard } from '../../../shared/views/rectifications.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';

/** A figure as people read it: minutes, a share, points. */
export function figureText({ measure }: Track, figure: number): string {
  const w = words(boardWords);
  switch (measure) {
    case 'longestWait':
    case 'averageWait':
      return w.minutes(short(figure / 60));
    case 'satisfaction':
      return w.points(short(figure));
    default:
      return `${short(figure * 100)}%`;
  }
}

const HIGH = new Set<Track['measure']>(['satisfaction', 'invitationRate']);

/** One decimal, where there is one. */
const short = (figure: number) => String(Math.round(figure * 10) / 10);

/** `线 ≤ 20 分钟`. */
export function lineText({ measure, ...more }: Track, line: number): string {
  const w = words(boardWords);
  const text = figureText({ measure, ...more } as Track, line);
  return HIGH.has(measure) ? w.atLeast(text) : w.atMost(text);
}

export function trackName(track: Track): string {
  const w = words(boardWords);
  const name = w.measures[track.measure];
  return 'class' in track ? w.ofClass(name, words(lineWords).classes[track.class]) : name;
}

type Titled = Pick<RectificationCard, 'subject'> & {
  readonly source: Omit<RectificationCard['source'], 'ref'>;
};

/** What it is about: somebody's own words, else a sentence of the catalogue. */
export function titleOf({ source, subject }: Titled, lang: 'zh' | 'en'): string {
  const w = words(boardWords);
  if (source.what) return source.what;
  const classes: Record<string, string> = words(lineWords).classes;
  const who = subject?.[lang] ?? classes[source.subject ?? ''] ?? source.subject ?? '';
  return w.about[source.about]?.(who) ?? w.other(w.from[source.from]);
}
