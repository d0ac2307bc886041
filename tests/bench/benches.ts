import { center } from './center/center.ts';
import { commands } from './commands.ts';
import { fanout } from './fanout.ts';
import type { Figure } from './figure.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { start, verify } from './million.ts';
import { page } from './page.ts';
import { paint } from './paint.ts';
import { dispatch, prediction } from './recorded.ts';

/** On which terms is measured. */
export interface Terms {
  /** Few and small rounds: to see that it runs, never for the table. */
  readonly quick: boolean;
  /** Where the recorded days lie. */
  readonly data: string;
}

export interface Measured {
  readonly figures: readonly Figure[];
  /** Whatever else it found, for `--json`, and how a person reads it. */
  readonly details?: unknown;
  readonly print?: () => string;
}

/** One bench: what PERFORMANCE calls its figures, the recorded days it needs, and how it is taken. */
export interface Bench {
  readonly ids: readonly string[];
  readonly files?: readonly string[];
  /** Milliseconds after which it hangs, where it is not the same as for all. */
  readonly most?: number;
  /** It takes no times: what else does not may run beside it, after all that does. */
  readonly untimed?: true;
  readonly measure: (terms: Terms) => Promise<Measured>;
}

/** A bench registers here with one line. */
export const benches: Readonly<Record<string, Bench>> = {
  ...{ commands, paint, fanout, growth, start, verify, page, prediction, center },
  // In a process of its own, so that it is under way while the other one works in this one.
  ...{ memory, dispatch },
};
