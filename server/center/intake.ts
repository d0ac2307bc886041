import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { SignedHead, SigningKey } from '../ledger/key.ts';
import type { Log } from '../log.ts';
import { type Objection, objection } from './check.ts';
import { closingsIn } from './closings.ts';
import { type Evidence, TELLING } from './evidence.ts';
import { holds } from './held.ts';
import {
  type Asking,
  type Fetched,
  type Fetching,
  type No,
  no,
  SEGMENT,
  type Segment,
  type Stand,
  type Taken,
} from './protocol.ts';
import { type Receipt, signReceipt } from './receipt.ts';
import type { Member } from './roster.ts';
import { Shelf, ShelfDamaged } from './shelf.ts';
import { type Place, Reader } from './stretch.ts';
import { Turns } from './turns.ts';
import { weighed } from './weigh.ts';

export interface IntakeParts extends Place {
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly evidence: Evidence;
  readonly log: Log;
  readonly say: (line: string) => void;
  /** A branch was heard of, and something of it may have been taken in. */
  readonly heard?: (branch: string) => void;
}

/** What came of a branch since this center started. */
export interface Contact {
  /** The center's time, ms; null: not yet. */
  seenAt: number | null;
  receivedAt: number | null;
  /** Its time minus the center's, ms. */
  offset: number;
  entries: number;
}

interface Desk {
  readonly shelf: Shelf;
  readonly turns: Turns;
  readonly contact: Contact;
}

/** Milliseconds by which a branch's clock may be off before it is worth a word. */
const APART = 10 * 60_000;
/** Segments of one branch at a time, the one under way included. */
const MANY = 4;

/** One after another for each branch, side by side for all: what is wrong with one holds up no other. */
export class Intake {
  readonly #parts: IntakeParts;
  readonly #desks = new Map<string, Desk>();
  #closed = false;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Where the center stands with a branch, once it has opened its shelf. */
  async standOf(member: Member) {
    const { shelf, contact, turns } = this.#deskOf(member);
    await turns.take(() => shelf.open()).catch(() => {});
    return { head: shelf.head, contact };
  }

  state(member: Member, { head, at }: Asking): Promise<Stand | No> {
    return this.#inTurn(member, head, async ({ shelf, contact }) => {
      this.#noteOffset(member, contact, at);
      const against = head && (await this.#against(member, shelf, head));
      if (against) return against;
      if (!head && shelf.head.seq > 0)
        return objection(no('center.rollback', { seq: 0, head: shelf.head.seq }));
      const { offset } = contact;
      return { ok: true, receipt: this.#receipt(member, shelf), closed: shelf.closed, offset };
    });
  }

  take(member: Member, segment: Segment): Promise<Taken | No> {
    return this.#inTurn(member, segment.head, async ({ shelf, contact }) => {
      const found = await weighed(segment, member, shelf);
      if ('no' in found) return found;
      if (found.days.length > 0) {
        const before = shelf.head.seq;
        await shelf.add(found.days, segment.head);
        contact.entries += shelf.head.seq - before;
      }
      for (const closing of await closingsIn(segment, member, shelf))
        await shelf.addClosing(closing);
      const receipt = this.#receipt(member, shelf);
      if (!receipt) return objection(no('center.malformed', { at: 'days' }));
      contact.receivedAt = this.#parts.clock.now().at;
      return { ok: true, receipt, closed: shelf.closed };
    });
  }

  /** What was witnessed behind an entry, for a branch that lost it. */
  fetch(member: Member, { after }: Fetching): Promise<Fetched | No> {
    return this.#inTurn(member, null, async ({ shelf }) => {
      const { head } = shelf;
      if (after.seq > head.seq || !(await holds(shelf.place, after)))
        return objection(no('center.fork', { seq: after.seq }));
      const found = await new Reader(shelf.place).behind(after.seq, head.seq, SEGMENT);
      const days = found.map(({ date, lines }) => ({ date, lines: lines.map(String) }));
      return { ok: true, days, receipt: this.#receipt(member, shelf), head: shelf.signed };
    });
  }

  /** Once all is answered that was taken in. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { shelf, turns } of this.#desks.values()) await turns.take(() => shelf.close());
  }

  #deskOf(member: Member): Desk {
    const { disk, folder } = this.#parts;
    const name = join('branches', member.branch, String(member.epoch));
    const known = this.#desks.get(name);
    if (known) return known;
    const shelf = new Shelf({ disk, folder: join(folder, name) }, member.key);
    const contact = { seenAt: null, receivedAt: null, offset: 0, entries: 0 };
    const desk = { shelf, turns: new Turns(), contact };
    this.#desks.set(name, desk);
    return desk;
  }

  /** Nothing that goes wrong with one branch's folder reaches further than its own answer. */
  async #inTurn<T extends { ok: true }>(
    member: Member,
    head: SignedHead | null,
    work: (desk: Desk) => Promise<T | Objection>,
  ): Promise<T | No> {
    const desk = this.#deskOf(member);
    if (this.#closed || desk.turns.waiting >= MANY) return no('center.busy');
    desk.contact.seenAt = this.#parts.clock.now().at;
    return desk.turns.take(async () => {
      try {
        await desk.shelf.open();
        const answer = await work(desk);
        if (!('no' in answer)) return answer;
        await this.#keep(member, desk.shelf, head, answer);
        return answer.no;
      } catch (error) {
        return this.#failed(member, error);
      } finally {
        this.#parts.heard?.(member.branch);
      }
    });
  }

  async #against({ publicKey }: Member, shelf: Shelf, head: SignedHead): Promise<Objection | null> {
    const witnessed = shelf.head;
    if (!publicKey.signed(head)) return objection(no('center.forged'));
    if (head.seq > witnessed.seq) return null;
    if (!(await holds(shelf.place, head))) return objection(no('center.fork', { seq: head.seq }));
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
    member: Member,
    shelf: Shelf,
    head: SignedHead | null,
    { no: answer, line }: Objection,
  ) {
    const { evidence, clock, say } = this.#parts;
    const { branch, epoch } = member;
    const { code, details } = answer;
    if (!TELLING.includes(code)) return;
    const { seq, hash } = shelf.head;
    const isNews = evidence.last.get(branch)?.code !== code;
    const { at } = clock.now();
    await evidence.keep({
      ...{ at, branch, epoch, code, details, head, line },
      witnessed: { seq, hash },
    });
    if (isNews) say(`${branch}: ${answer.says.zh} ${answer.says.en}`);
  }

  #failed({ branch, epoch }: Member, error: unknown): No {
    const isDamage = error instanceof ShelfDamaged;
    const what = isDamage ? 'what is kept of it is damaged' : String(error);
    this.#parts.log('center.trouble', { branch, epoch, what });
    this.#parts.say(`${branch}: nothing was taken: ${what}`);
    return no(isDamage ? 'center.damaged' : 'center.notSaved');
  }

  #noteOffset({ branch }: Member, contact: Contact, at: number): void {
    const offset = at - this.#parts.clock.now().at;
    const isOff = Math.abs(offset) > APART;
    if (isOff && Math.abs(contact.offset) <= APART)
      this.#parts.log('center.clock', { branch, offset });
    contact.offset = offset;
  }
}
