import type { DeviceRole } from '../../shared/devices/roles.ts';
import type { CounterId } from '../../shared/ids.ts';
import type { PendingRow } from '../../shared/views/devices.ts';
import type { PairingStarted } from '../../shared/wire.ts';
import { digestOf, newCode, newToken } from './secrets.ts';

const MINUTES_10 = 600_000;
const TRIES = 5;
/** A screen asks every two seconds. */
const QUIET = 10_000;
/** Screens that wait at once: in all, and from one network address. */
const WAITING = 64;
const WAITING_EACH = 5;

export interface LetIn {
  readonly token: string;
  readonly role: DeviceRole;
  readonly counter: CounterId | null;
}

interface Waiting extends PendingRow {
  readonly id: string;
  readonly code: string;
  readonly secret: string;
  tries: number;
  taken: boolean;
  letIn: LetIn | null;
  /** When its screen asked last. */
  heard: number;
}

/**
 * Screens that show a code and wait. A code lives ten minutes and dies after five wrong guesses,
 * for a guess is aimed at every code there is. Nothing of it is kept on disk.
 */
export class Pairing {
  readonly #now: () => number;
  readonly #changed: () => void;
  readonly #waiting = new Map<string, Waiting>();
  #setUp: { code: string; tries: number } | null = null;

  /** @param now hub time, ms */
  constructor(now: () => number, changed: () => void) {
    this.#now = now;
    this.#changed = changed;
  }

  /** null when too many wait already. */
  start(address: string, role: DeviceRole | null): PairingStarted | null {
    this.#forget();
    const mine = [...this.#waiting.values()].filter((w) => w.address === address);
    if (mine[0] && mine.length >= WAITING_EACH) this.#waiting.delete(mine[0].id);
    if (this.#waiting.size >= WAITING) return null;
    const [code, pairing, secret] = [newCode(), newToken(), newToken()];
    const since = this.#now();
    this.#waiting.set(pairing, {
      ...{ id: pairing, code, secret: digestOf(secret), role, address },
      ...{ since, until: since + MINUTES_10, tries: 0, taken: false, letIn: null, heard: since },
    });
    this.#changed();
    return { ok: true, code, pairing, secret, seconds: MINUTES_10 / 1000 };
  }

  /** What became of a screen's own request; a token is handed over once. null: it is over. */
  ask(pairing: string, secret: string): LetIn | 'waiting' | null {
    this.#forget();
    const mine = this.#waiting.get(pairing);
    if (!mine || mine.secret !== digestOf(secret)) return null;
    mine.heard = this.#now();
    if (!mine.letIn) return 'waiting';
    this.#waiting.delete(pairing);
    return mine.letIn;
  }

  /**
   * The screen that shows this code, held for whoever typed it; a wrong one counts against all.
   * `give` hands it the token, `release` lets the code be typed again.
   */
  take(code: string): { give(letIn: LetIn): void; release(): void } | null {
    this.#forget();
    const all = [...this.#waiting.values()];
    const found = all.find((w) => w.code === code && !w.taken && !w.letIn);
    if (!found) {
      for (const one of all) if (!one.letIn && ++one.tries >= TRIES) this.#waiting.delete(one.id);
      this.#changed();
      return null;
    }
    found.taken = true;
    return {
      give: (letIn) => {
        found.letIn = letIn;
        this.#changed();
      },
      release: () => {
        found.taken = false;
      },
    };
  }

  /** The code that opens the first manager's panel, once; an earlier one is worthless. */
  newSetUp(): string {
    this.#setUp = { code: newCode(), tries: 0 };
    return this.#setUp.code;
  }

  /** Uses the set-up code up. `spent`: it was guessed at too often, and is worthless from now on. */
  useSetUp(code: string): 'right' | 'wrong' | 'spent' {
    const kept = this.#setUp;
    if (!kept) return 'wrong';
    if (kept.code !== code && ++kept.tries < TRIES) return 'wrong';
    this.#setUp = null;
    return kept.code === code ? 'right' : 'spent';
  }

  /** Screens that still show their code. */
  pending(): PendingRow[] {
    this.#forget();
    const lately = this.#now() - QUIET;
    return [...this.#waiting.values()]
      .filter((w) => !w.letIn && w.heard >= lately)
      .map(({ role, since, until, address }) => ({ role, since, until, address }));
  }

  #forget(): void {
    const now = this.#now();
    for (const { id, until } of this.#waiting.values()) if (until <= now) this.#waiting.delete(id);
  }
}
