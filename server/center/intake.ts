import type { Clock } from '../clock.ts';
import type { SignedHead, SigningKey } from '../ledger/key.ts';
import type { Log } from '../log.ts';
import { type Objection, objection } from './check.ts';
import { closingsIn } from './closings.ts';
import { type Evidence, TELLING } from './evidence.ts';
import {
  type Asking,
  type Fetched,
  type Fetching,
  type Former,
  type No,
  no,
  SEGMENT,
  type Segment,
  type Stand,
  type Taken,
} from './protocol.ts';
import { type Receipt, signReceipt } from './receipt.ts';
import type { Member } from './roster.ts';
import {
  nowhere,
  type Shelf,
  ShelfDamaged,
  ShelfEnded,
  type Shelves,
  type Stood,
} from './shelf.ts';
import { Turns } from './turns.ts';
import { weighed } from './weigh.ts';

export interface IntakeParts {
  readonly shelves: Shelves;
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly evidence: Evidence;
  /** How many items there are to go down to a branch. */
  readonly due: (member: Member) => number;
  readonly log: Log;
  readonly say: (line: string) => void;
  /** A branch was heard of, and something of it may have been taken in. */
  readonly heard?: (branch: string) => void;
}

/** Milliseconds by which a branch's clock may be off before it is worth a word. */
const APART = 10 * 60_000;
/** Segments of one branch at a time, the one under way included. */
const MANY = 4;

/** One after another for each branch, side by side for all: what is wrong with one holds up no other. */
export class Intake {
  readonly #parts: IntakeParts;
  readonly #turns = new Map<string, Turns>();
  #closed = false;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Where the center stands with a branch. */
  async standOf(member: Member): Promise<Stood> {
    return (await this.#parts.shelves.standsOf([member]))[0] ?? nowhere;
  }

  state(member: Member, { head, at }: Asking): Promise<Stand | No> {
    return this.#inTurn(member, { head }, async (shelf) => {
      this.#noteOffset(member, shelf, at);
      const against = head && (await this.#against(member, shelf, head));
      if (against) return against;
      if (!head && shelf.head.seq > 0)
        return objection(no('center.rollback', { seq: 0, head: shelf.head.seq }));
      const { offset } = shelf.contact;
      const receipt = this.#receipt(member, shelf);
      const down = this.#parts.due(member);
      return { ok: true, receipt, closed: shelf.closed, offset, down };
    });
  }

  take(member: Member, segment: Segment): Promise<Taken | No> {
    const { head, days } = segment;
    const dates = days.map(({ date }) => date);
    return this.#inTurn(member, { head, dates }, async (shelf) => {
      const found = await weighed(segment, member, shelf);
      if ('no' in found) return found;
      const received = this.#parts.clock.now().at;
      if (found.days.length > 0) await shelf.add(found.days, head, received);
      for (const closing of await closingsIn(segment, member, shelf))
        await shelf.addClosing(closing);
      const receipt = this.#receipt(member, shelf);
      if (!receipt) return objection(no('center.malformed', { at: 'days' }));
      shelf.note({ receivedAt: received });
      return { ok: true, receipt, closed: shelf.closed, down: this.#parts.due(member) };
    });
  }

  /** What was witnessed behind an entry, for a branch that lost it. */
  fetch(member: Member, { after }: Fetching): Promise<Fetched | No> {
    return this.#inTurn(member, { head: null }, async (shelf) => {
      const { head } = shelf;
      if (after.seq > head.seq || !(await shelf.holds(after)))
        return objection(no('center.fork', { seq: after.seq }));
      const found = after.seq < head.seq ? await shelf.behind(after.seq, SEGMENT) : [];
      const days = found.map(({ date, lines }) => ({ date, lines: lines.map(String) }));
      const signed = await shelf.signed();
      return { ok: true, days, receipt: this.#receipt(member, shelf), head: signed };
    });
  }

  /** Lets `work` open another epoch while nothing can be added to this one: it ends where it says. */
  ending<T>(member: Member, work: (end: Former) => Promise<T>): Promise<T> {
    return this.#parts.shelves.held(member, [], ({ head: { seq, hash } }) =>
      work({ epoch: member.epoch, seq, hash }),
    );
  }

  /** Once all is answered that was taken in. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#turns.values()].map((turns) => turns.take(async () => {})));
    await this.#parts.shelves.close();
  }

  /** Nothing that goes wrong with one branch reaches further than its own answer. */
  async #inTurn<T extends { ok: true }>(
    member: Member,
    { head, dates = [] }: { head: SignedHead | null; dates?: readonly string[] },
    work: (shelf: Shelf) => Promise<T | Objection>,
  ): Promise<T | No> {
    const { branch } = member;
    const turns = this.#turns.get(branch) ?? new Turns();
    if (this.#closed || turns.waiting >= MANY) return no('center.busy');
    this.#turns.set(branch, turns);
    try {
      const found = await turns.take(() =>
        this.#parts.shelves.held(member, dates, async (shelf) => {
          shelf.note({ seenAt: this.#parts.clock.now().at });
          const answer = await work(shelf);
          return { answer, witnessed: shelf.head };
        }),
      );
      if (!('no' in found.answer)) return found.answer;
      await this.#keep(member, found.witnessed, head, found.answer);
      return found.answer.no;
    } catch (error) {
      return this.#failed(member, error);
    } finally {
      if (turns.waiting === 0) this.#turns.delete(branch);
      this.#parts.heard?.(branch);
    }
  }

  async #against({ publicKey }: Member, shelf: Shelf, head: SignedHead): Promise<Objection | null> {
    const witnessed = shelf.head;
    if (!publicKey.signed(head)) return objection(no('center.forged'));
    if (head.seq > witnessed.seq) return null;
    const isHeld =
      head.seq === witnessed.seq ? head.hash === witnessed.hash : await shelf.holds(head);
    if (!isHeld) return objection(no('center.fork', { seq: head.seq }));
    if (head.seq === witnessed.seq) return null;
    return objection(no('center.rollback', { seq: head.seq, head: witnessed.seq }));
  }

  #receipt({ branch, epoch }: Member, { head }: Shelf): Receipt | null {
    const { seq, hash, at } = head;
    const received = this.#parts.clock.now().at;
    return seq === 0
      ? null
      : signReceipt(this.#parts.key, { branch, epoch, seq, hash, at, received });
  }

  async #keep(
    { branch, epoch }: Member,
    { seq, hash }: Shelf['head'],
    head: SignedHead | null,
    { no: answer, line }: Objection,
  ) {
    const { evidence, clock, say } = this.#parts;
    const { code, details } = answer;
    if (!TELLING.includes(code)) return;
    const { at } = clock.now();
    const isNews = await evidence.keep({
      ...{ at, branch, epoch, code, details, head, line },
      witnessed: { seq, hash },
    });
    if (isNews) say(`${branch}: ${answer.says.zh} ${answer.says.en}`);
  }

  #failed({ branch, epoch }: Member, error: unknown): No {
    if (error instanceof ShelfEnded)
      return error.epoch === null
        ? no('center.ended')
        : no('center.wrongEpoch', { epoch: error.epoch });
    const isDamage = error instanceof ShelfDamaged;
    const what = isDamage ? 'what is kept of it is damaged' : String(error);
    this.#parts.log('center.trouble', { branch, epoch, what });
    this.#parts.say(`${branch}: nothing was taken: ${what}`);
    return no(isDamage ? 'center.damaged' : 'center.notSaved');
  }

  #noteOffset({ branch }: Member, shelf: Shelf, at: number): void {
    const offset = at - this.#parts.clock.now().at;
    const isOff = Math.abs(offset) > APART;
    if (isOff && Math.abs(shelf.contact.offset) <= APART)
      this.#parts.log('center.clock', { branch, offset });
    shelf.note({ offset });
  }
}
