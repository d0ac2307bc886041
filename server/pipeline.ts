import { randomBytes } from 'node:crypto';
import type { Advice } from '../shared/foresight/advice.ts';
import type { Expected } from '../shared/foresight/expectation.ts';
import type { PhotoId } from '../shared/ids.ts';
import { type Command, evolve, type Lobby, type LobbyCommand } from '../shared/lobby.ts';
import { uuid7 } from '../shared/uuid7.ts';
import { due } from '../shared/visit/day.ts';
import type { Answer } from '../shared/wire.ts';
import { type Answers, refused } from './answers.ts';
import { type Clock, offsetOf, STEP } from './clock.ts';
import { type Sender, theHub } from './devices/gate.ts';
import { type Damage, LedgerDamaged, sayDamage } from './ledger/damage.ts';
import type { Draft, Entry } from './ledger/entry.ts';
import type { Ledger } from './ledger/ledger.ts';
import { planBatch, type Waiting } from './plan.ts';

export interface PipelineParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly lobby: Lobby;
  readonly answers: Answers;
  /** What is advised now: worked out beforehand. */
  readonly advice?: () => readonly Advice[];
  /** What is foreseen now, for the next tick; worked out beforehand. */
  readonly expected?: () => readonly Expected[];
  /** Whether a photo is on the disk: no fact names one that is not. */
  readonly hasPhoto?: (photo: PhotoId) => boolean;
  /** Called after a flush, with what is now true. */
  readonly committed: (entries: readonly Entry[], lobby: Lobby) => void;
  /** Why nothing is accepted, or null once it is again. */
  readonly trouble: (what: string | null) => void;
  /** Seconds one write and flush took. */
  readonly flushed?: (seconds: number) => void;
}

type Stop =
  | { readonly code: 'hub.notSaved' }
  | { code: 'hub.readOnly'; details: { where: string } };

/** Milliseconds between two attempts to open a ledger again whose disk failed. */
const RETRY = 2000;

function answerAll(batch: readonly Waiting[], stop: Stop): void {
  for (const one of batch) one.answer(refused(stop));
}

/**
 * The one road for every change: decide → append (flushed) → evolve → publish, one batch at a time.
 * Commands that arrive while a flush is under way share the next one.
 */
export class Pipeline {
  readonly #parts: PipelineParts;
  #lobby: Lobby;
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;
  #stop: Stop | null = null;
  #damage: Damage | null = null;
  #asksNoMore = () => {};
  #ended = false;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#lobby = parts.lobby;
  }

  get lobby(): Lobby {
    return this.#lobby;
  }

  get accepting(): boolean {
    return this.#stop === null;
  }

  /** The first bad entry, once there is one: nothing will be accepted any more. */
  get damage(): Damage | null {
    return this.#damage;
  }

  /** Answers once the command's facts are on the disk, or with the reason why nothing changed. */
  submit(command: Command, sender: Sender): Promise<Answer> {
    return new Promise((answer) => {
      this.#queue.push({ command, sender, answer });
      this.#running ??= this.#run();
    });
  }

  /** A command of the hub's own, or one it says for somebody; its id is made here. */
  submitOwn(command: LobbyCommand, sender: Sender = theHub): Promise<Answer> {
    return this.submit(this.#own(command), sender);
  }

  /** Everything submitted so far is answered. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Everything submitted so far is answered, and a disk that failed is asked no more. */
  async stop(): Promise<void> {
    await this.settled();
    this.#ended = true;
    this.#asksNoMore();
  }

  /** History was found damaged: from now on the hub only shows. */
  readOnly(damage: Damage): void {
    const where = sayDamage(damage);
    this.#damage = damage;
    this.#stop = { code: 'hub.readOnly', details: { where } };
    this.#parts.trouble(where);
  }

  async #run(): Promise<void> {
    // Whoever is already waiting in this turn of the loop shares the first flush.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      await this.#followCalendar();
      await this.#commit(this.#nextBatch());
    }
    this.#running = null;
  }

  /** The close of a day ends its batch: the closing has the figures of just that moment. */
  #nextBatch(): Waiting[] {
    const close = this.#queue.findIndex(({ command }) => command.type === 'day.close');
    return this.#queue.splice(0, close < 0 ? this.#queue.length : close + 1);
  }

  /** Days close and open, and doors follow, before anything else is decided. */
  async #followCalendar(): Promise<void> {
    for (let steps = 0; steps < 4 && this.accepting; steps++) {
      const [command] = due(this.#byTheWall(), this.#at());
      if (!command) return;
      await this.#commit([{ command: this.#own(command), sender: theHub, answer: () => {} }]);
    }
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const { answers, ledger, advice = () => [], expected = () => [] } = this.#parts;
    if (this.#stop) return answerAll(batch, this.#stop);
    const { hasPhoto = () => false } = this.#parts;
    const given = { advice, expected, hasPhoto };
    const planning = { answers, seq: ledger.head().seq, at: this.#at(), ...given };
    const plan = planBatch(batch, this.#lobby, planning);
    let entries: readonly Entry[];
    try {
      entries = await this.#save(plan.drafts);
    } catch (error) {
      return answerAll(batch, this.#failed(error));
    }
    if (entries.length > 0) this.#accept(entries, plan.lobby);
    for (const reply of plan.replies) reply();
  }

  async #save(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    if (drafts.length === 0) return [];
    const { ledger } = this.#parts;
    // A day's opening is the first line of that day's own file.
    const opened = drafts.flatMap((d) => d.facts).find((fact) => fact.type === 'day.opened');
    if (opened) await ledger.roll(opened.date);
    const start = performance.now();
    const entries = await ledger.append(drafts);
    this.#parts.flushed?.((performance.now() - start) / 1000);
    return entries;
  }

  #accept(entries: readonly Entry[], lobby: Lobby): void {
    this.#lobby = lobby;
    for (const entry of entries) this.#parts.answers.learn(entry);
    this.#parts.committed(entries, lobby);
  }

  /** Nothing of the batch counts. The disk is asked again until it answers. */
  #failed(error: unknown): Stop {
    const failed: Stop = { code: 'hub.notSaved' };
    if (error instanceof LedgerDamaged) {
      this.readOnly(error.damage);
    } else if (!this.#stop) {
      this.#stop = failed;
      this.#parts.trouble(error instanceof Error ? error.message : String(error));
      this.#askLater();
    }
    return this.#stop ?? failed;
  }

  async #recover(): Promise<void> {
    try {
      const { entries } = await this.#parts.ledger.reopen();
      // Damage found meanwhile is final.
      if (this.#stop?.code === 'hub.readOnly') return;
      // What reached the disk though its flush failed has happened, though nobody was told.
      const lobby = entries.flatMap((e) => e.facts).reduce(evolve, this.#lobby);
      this.#stop = null;
      if (entries.length > 0) this.#accept(entries, lobby);
      this.#parts.trouble(null);
    } catch (error) {
      if (error instanceof LedgerDamaged) this.readOnly(error.damage);
      else this.#askLater();
    }
  }

  #askLater(): void {
    if (this.#ended) return;
    this.#asksNoMore = this.#parts.clock.frame(RETRY, () => void this.#recover());
  }

  /** The calendar goes by the wall clock as it is, also where no fact has said so yet. */
  #byTheWall(): Lobby['visit'] {
    const { visit } = this.#lobby;
    const offset = offsetOf(this.#parts.clock);
    return Math.abs(offset - visit.offset) > STEP ? { ...visit, offset } : visit;
  }

  #at(): number {
    return Math.max(this.#parts.clock.now().at, this.#lobby.visit.lastAt);
  }

  #own(command: LobbyCommand): Command {
    return { ...command, id: uuid7(this.#at(), randomBytes(10)) } as Command;
  }
}
