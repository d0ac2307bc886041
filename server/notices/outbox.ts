import { join } from 'node:path';
import { Low } from 'lowdb';
import type { RobotsView } from '../../shared/views/robots.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../ledger/disk.ts';
import { Document } from '../ledger/document.ts';
import type { Log } from '../log.ts';
import { harmless } from './harmless.ts';
import { changed, type Letter, type Letters, noLetters, waitingFor, withNew } from './letters.ts';
import { Postman } from './postman.ts';
import type { Robot } from './robots.ts';
import type { send } from './send.ts';
import type { Verdict } from './service.ts';
import { serviceOf } from './services.ts';
import { splitByBytes } from './split.ts';

export const NOTICES = 'notices.json';

export interface OutboxParts {
  readonly disk: Disk;
  readonly folder: string;
  readonly robots: readonly Robot[];
  readonly clock: Clock;
  readonly log: Log;
  /** What the panel shows has changed. */
  readonly changed: () => void;
  readonly send?: typeof send;
}

/** Real milliseconds of a first wait after a failure; it doubles up to the longest. */
const FIRST = 5000;
const LONGEST = 600_000;
/** News older than this is sent no more, milliseconds. */
const STALE = 12 * 60 * 60 * 1000;

/**
 * What waits to be told to groups, kept in one document beside the ledger, flushed before anything is
 * sent. A crash between a service's yes and the flush that notes it sends that one message again; a
 * crash between the ledger's flush and this one loses a notice, never a fact.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #kept: Low<Letters>;
  #postmen: readonly Postman[] = [];
  readonly #stopped = new AbortController();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    const file = new Document<Letters>(parts.disk, join(parts.folder, NOTICES));
    this.#kept = new Low<Letters>(file, noLetters);
  }

  get robots(): readonly Robot[] {
    return this.#parts.robots;
  }

  /** Goes on with what a last run left. Without robots nothing is read, written or sent. */
  async start(): Promise<void> {
    const { robots } = this.#parts;
    if (robots.length === 0) return;
    await this.#kept.read();
    if (!isLetters(this.#kept.data)) this.#kept.data = noLetters;
    this.#postmen = robots.map((robot) => this.#postmanOf(robot));
    for (const postman of this.#postmen) postman.wake();
  }

  /** Splits it as that robot's service wants, keeps it, and has it sent. Never throws. */
  async add(robot: Robot, text: string): Promise<void> {
    const parts = splitByBytes(harmless(text), serviceOf(robot).limit(robot));
    if (this.#stopped.signal.aborted || parts.length === 0) return;
    await this.#become(withNew(this.#kept.data, robot.id, parts, this.#wall()));
    this.#postmen.find((p) => p.robot.id === robot.id)?.wake();
  }

  view(): RobotsView {
    const { letters, held } = this.#kept.data;
    return {
      robots: this.#parts.robots.map(({ id, kind }) => ({
        ...{ id, kind, waiting: waitingFor(this.#kept.data, id) },
        heldUntil: (held[id] ?? 0) > this.#wall() ? (held[id] ?? null) : null,
      })),
      letters: letters.toReversed().map(({ robot, at, text, state, why }) => ({
        ...{ robot, at, text, state, why },
      })),
    };
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#postmen.map((postman) => postman.stop()));
    // Writes follow one another: behind this one there is none.
    if (this.robots.length > 0) await this.#become(this.#kept.data);
  }

  #postmanOf(robot: Robot): Postman {
    const { clock, send } = this.#parts;
    return new Postman({
      ...{ robot, clock, stopped: this.#stopped.signal, ...(send && { send }) },
      letters: () => this.#kept.data,
      came: (letter, verdict) => this.#came(letter, verdict),
    });
  }

  async #came(letter: Letter, verdict: Verdict): Promise<void> {
    const { robot, id, tries } = letter;
    const why = verdict.is === 'sent' ? null : verdict.why;
    const wall = this.#wall();
    const isStale = verdict.is === 'later' && wall - letter.at > STALE;
    const state = verdict.is === 'later' && !isStale ? 'waits' : verdict.is;
    const own = Math.min(LONGEST, FIRST * 2 ** tries);
    const wait = verdict.is === 'later' ? (verdict.ms ?? own) : 0;
    const change = { tries: tries + 1, why, due: wall + wait };
    const next = changed(this.#kept.data, id, {
      ...change,
      state: state === 'later' ? 'failed' : state,
    });
    // A service that names its own time is asked nothing until then.
    const isHeld = verdict.is === 'later' && verdict.ms !== undefined;
    const held = isHeld ? { ...next.held, [robot]: wall + wait } : next.held;
    this.#parts.log('notice.tried', { robot, id, state, why });
    await this.#become({ ...next, held });
  }

  /** What the disk does not take is in memory all the same: it is sent, and may be sent again. */
  async #become(next: Letters): Promise<void> {
    this.#kept.data = next;
    this.#parts.changed();
    await this.#kept.write().catch((error: unknown) => {
      const code = String((error as NodeJS.ErrnoException).code ?? 'unknown');
      this.#parts.log('notice.notKept', { code });
    });
  }

  #wall(): number {
    return this.#parts.clock.now().wall;
  }
}

/** A document that somebody wrote into, or of a program to come, is begun anew. */
const isLetters = (kept: Letters | null): kept is Letters =>
  Array.isArray(kept?.letters) && typeof kept.next === 'number' && typeof kept.held === 'object';
