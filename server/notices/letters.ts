/** One message for one robot, as it is kept. Times are wall time: they outlive a restart. */
export interface Letter {
  readonly id: number;
  readonly robot: string;
  readonly at: number;
  /** Already harmless, and no longer than the service takes. */
  readonly text: string;
  readonly state: 'waits' | 'sent' | 'failed';
  readonly tries: number;
  /** Not before this. */
  readonly due: number;
  /** What was said last, where that was not yes. */
  readonly why: string | null;
}

/** The outbox's document. */
export interface Letters {
  readonly next: number;
  readonly letters: readonly Letter[];
  /** By robot: the wall time until which its service takes nothing. */
  readonly held: Readonly<Record<string, number>>;
}

export const noLetters: Letters = { next: 1, letters: [], held: {} };

/** So many may wait for a robot; of what is over so many are kept to look at. */
const WAITING = 100;
const OVER = 60;

const isWaiting = (letter: Letter) => letter.state === 'waits';

export const nextFor = ({ letters }: Letters, robot: string) =>
  letters.find((l) => l.robot === robot && isWaiting(l));

export const waitingFor = ({ letters }: Letters, robot: string) =>
  letters.filter((l) => l.robot === robot && isWaiting(l)).length;

export const isKnown = (all: Letters, id: number) => all.letters.some((l) => l.id === id);

/** New ones at the end; where too many wait the oldest are given up, which is said. */
export function withNew(all: Letters, robot: string, texts: readonly string[], wall: number) {
  const fresh = texts.map(
    (text, i): Letter => ({
      ...{ id: all.next + i, robot, at: wall, text },
      ...{ state: 'waits', tries: 0, due: wall, why: null },
    }),
  );
  const letters = [...all.letters, ...fresh];
  const waiting = letters.filter((l) => l.robot === robot && isWaiting(l));
  const given = new Set(waiting.slice(0, Math.max(0, waiting.length - WAITING)).map((l) => l.id));
  return bounded({
    ...all,
    next: all.next + fresh.length,
    letters: letters.map((l) => (given.has(l.id) ? { ...l, state: 'failed', why: 'tooMany' } : l)),
  });
}

export const changed = (all: Letters, id: number, change: Partial<Letter>): Letters =>
  bounded({ ...all, letters: all.letters.map((l) => (l.id === id ? { ...l, ...change } : l)) });

function bounded(all: Letters): Letters {
  const over = all.letters.filter((l) => !isWaiting(l));
  const gone = new Set(over.slice(0, Math.max(0, over.length - OVER)).map((l) => l.id));
  return gone.size === 0 ? all : { ...all, letters: all.letters.filter((l) => !gone.has(l.id)) };
}
