import type { CenterLink } from '../../../shared/center.ts';
import type { Clock } from '../../clock.ts';
import { closesDay } from '../../keepsakes.ts';
import { Unsound } from '../../ledger/damage.ts';
import { type Entry, GENESIS, type Head, unseal } from '../../ledger/entry.ts';
import type { SignedHead, SigningKey } from '../../ledger/key.ts';
import type { Mark } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import { type No, no, SEGMENT, type Stand, type Taken } from '../protocol.ts';
import type { Receipt } from '../receipt.ts';
import { type DayLines, type Place, placeIn, Reader } from '../stretch.ts';
import type { Client } from './client.ts';
import { Closings } from './closings.ts';
import { Downlink, type Enters } from './downlink.ts';
import type { Links } from './links.ts';
import type { Membership } from './membership.ts';
import { Receipts } from './receipts.ts';
import { Session } from './session.ts';
import { Refusing, Standing } from './standing.ts';

export interface UplinkParts {
  readonly place: Place;
  readonly client: Client;
  /** Who this branch is, enrolled first where it is not yet. */
  readonly join: () => Promise<Membership | No>;
  readonly mark: () => Mark;
  readonly key: () => Promise<SigningKey>;
  /** Where what the center sends down is entered. */
  readonly enters: Enters;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (line: string) => void;
  /** The link looks different now. */
  readonly changed: () => void;
  /** From 0 to 1, for the spread of retries. */
  readonly chance?: () => number;
}

/** Milliseconds between two rounds; after a failure; at most; and after a refusal. */
const PERIOD = 60_000;
const FIRST = 5000;
const RARELY = 10 * 60_000;
/** Milliseconds that an end waits for the last round. */
const PATIENCE = 5000;
const APART = 10 * 60_000;

/**
 * Sends the ledger on to the center, a bounded stretch at a time, and only what is flushed. It has its own
 * timer and reads the files: whatever the network does, no press waits for it.
 */
export class Uplink implements Links {
  readonly #parts: UplinkParts;
  readonly #reader: Reader;
  readonly #receipts: Receipts;
  readonly #closings: Closings;
  readonly #standing: Standing;
  readonly #down: Downlink;
  #session: Session | null = null;
  /** What the center says it has; null: it has to be asked. */
  #witnessed: Head | null = null;
  #signed: SignedHead | null = null;
  #offset = 0;
  #failures = 0;
  #ended = false;
  #round: Promise<void> | null = null;
  #notAgain = () => {};

  constructor(parts: UplinkParts) {
    this.#parts = parts;
    this.#standing = new Standing(parts);
    this.#reader = new Reader(parts.place);
    this.#receipts = new Receipts(parts.place);
    this.#closings = new Closings(parts.place);
    this.#down = new Downlink(parts.enters);
  }

  state(): CenterLink {
    const { last } = this.#receipts;
    return {
      ...this.#standing.state(),
      behind: Math.max(0, this.#parts.mark().seq - (last?.seq ?? 0)),
      witnessed: last && { seq: last.seq, at: last.at },
      offset: Math.abs(this.#offset) > APART ? this.#offset : null,
      down: this.#down.refused,
    };
  }

  start(): void {
    void this.#begin();
  }

  committed(entries: readonly Entry[]): void {
    for (const { seq, facts } of entries) if (closesDay(facts)) this.#closings.due(seq);
  }

  async stop(): Promise<void> {
    this.#ended = true;
    this.#notAgain();
    const last = async () => {
      // One under way may have begun before the last entry.
      await this.#round;
      await this.sync();
      await this.#receipts.close();
    };
    let wait = () => {};
    const tooLong = new Promise<void>((done) => {
      wait = this.#parts.clock.frame(PATIENCE, done);
    });
    await Promise.race([last().catch(() => {}), tooLong]);
    wait();
  }

  sync(): Promise<void> {
    this.#round ??= this.#attempt().finally(() => {
      this.#round = null;
    });
    return this.#round;
  }

  async #begin(): Promise<void> {
    await this.#receipts.read().catch(() => {});
    await this.#again();
  }

  async #again(): Promise<void> {
    await this.sync();
    if (this.#ended) return;
    const { clock, chance = Math.random } = this.#parts;
    const spread = 0.5 + chance();
    this.#notAgain = clock.after(this.#pause() * spread, () => void this.#again());
  }

  #pause(): number {
    if (this.#standing.isRefused) return RARELY;
    if (this.#failures === 0) return PERIOD;
    return Math.min(FIRST * 2 ** (this.#failures - 1), RARELY);
  }

  async #attempt(): Promise<void> {
    try {
      await this.#sendAll();
      // What was entered of the center's items is told at once.
      if (await this.#down.fetch(await this.#opened())) await this.#sendAll();
      this.#failures = 0;
      this.#standing.becomes(true);
    } catch (error) {
      this.#failures++;
      this.#witnessed = null;
      if (error instanceof Refusing) this.#standing.becomes(true, error.no);
      else this.#standing.becomes(false, null, error);
    }
  }

  async #sendAll(): Promise<void> {
    const session = await this.#opened();
    let isTold = this.#witnessed === null;
    this.#witnessed ??= await this.#ask(session);
    for (;;) {
      const { seq } = this.#parts.mark();
      const days = await this.#reader.behind(this.#witnessed.seq, seq, SEGMENT);
      const isAll = days.length === 0;
      const closings = await this.#closings.behind(this.#witnessed.seq);
      if (isAll && (closings.length === 0 || !this.#signed)) break;
      const held = this.#closings.held;
      this.#witnessed = await this.#send(session, days, closings);
      // A closing that the center passes over is not offered again at once, for ever.
      isTold = true;
      if (isAll && this.#closings.held === held) return;
    }
    // Nothing new: still heard of, and told when another hub went on with the same ledger.
    if (!isTold) this.#witnessed = await this.#ask(session);
  }

  async #opened(): Promise<Session> {
    if (this.#session) return this.#session;
    const { client, join, key } = this.#parts;
    const membership = await join();
    if ('ok' in membership) throw new Refusing(membership);
    this.#session = new Session(client, membership, await key());
    return this.#session;
  }

  /** Tells the center where this ledger stands, and hears what it has of it. */
  async #ask(session: Session): Promise<Head> {
    const { mark, key, clock } = this.#parts;
    const { seq, hash, at } = mark();
    const head = seq === 0 ? null : (await key()).sign({ seq, hash, at });
    const answer = await session.ask('state', { head, at: clock.now().at });
    if (!answer.ok) throw new Refusing(answer);
    const { receipt, closed, offset, down } = answer as Stand;
    this.#down.due(down);
    this.#offset = Number(offset);
    this.#closings.held = Number(closed);
    if (receipt === null) return GENESIS;
    return this.#witness(session, receipt);
  }

  async #send(session: Session, days: readonly DayLines[], closings: readonly string[]) {
    const last = days.at(-1)?.lines.at(-1);
    const head = last ? (await this.#parts.key()).sign(headIn(last)) : this.#signed;
    const text = days.map(({ date, lines }) => ({ date, lines: lines.map(String) }));
    const answer = await session.ask('segments', { days: text, head, closings });
    if (!answer.ok) throw new Refusing(this.#why(answer, days));
    const { receipt, closed, down } = answer as Taken;
    this.#down.due(down);
    const witnessed = await this.#witness(session, receipt);
    if (witnessed.seq !== head?.seq || witnessed.hash !== head.hash)
      throw new Refusing(no('center.untrusted'));
    this.#closings.held = Number(closed);
    return witnessed;
  }

  /** What is missing in between is not here, either, where the reader had to begin behind it. */
  #why(answer: No, [day]: readonly DayLines[]): No {
    const first = day?.lines[0] && placeIn(day.lines[0])?.seq;
    const isAway = first !== undefined && first > (this.#witnessed?.seq ?? 0) + 1;
    return isAway && answer.code === 'center.gap' ? no('center.pruned', { seq: first }) : answer;
  }

  async #witness(session: Session, given: unknown): Promise<Receipt> {
    const receipt = session.receiptIn(given);
    if (!receipt) throw new Refusing(no('center.untrusted'));
    const { seq, hash, at } = receipt;
    this.#signed = (await this.#parts.key()).sign({ seq, hash, at });
    // On a disk that fails it is still known; the center gives it again.
    await this.#receipts.take(receipt, this.#parts.mark().file).catch(() => {});
    return receipt;
  }
}

/** @throws Refusing when the branch's own line is damaged: nothing is signed that is not sound */
function headIn(line: Buffer): Head {
  try {
    const { seq, hash, at } = unseal(Buffer.from(line), null);
    return { seq, hash, at };
  } catch (error) {
    if (!(error instanceof Unsound)) throw error;
    throw new Refusing(no('center.altered', { seq: placeIn(line)?.seq ?? 0 }));
  }
}
