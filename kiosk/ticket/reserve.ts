import type { LoanId, ServiceId } from '../../shared/ids.ts';
import type { Link } from '../../shared/screen/link.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
import { canGoAlone, goesAlone } from './goesAlone.ts';
import { type KeptStore, openKept } from './kept.ts';
import {
  acknowledged,
  inReserve,
  isOpenAlone,
  type Kept,
  merged,
  nothingKept,
  takenFrom,
} from './lent.ts';

/** Held by the one page of a browser that gives out its numbers. */
const LOCK = 'tingtang.kiosk';
/** Milliseconds until what could not be handed in is tried again. */
const AGAIN = 5000;
/** Clocks that part by more milliseconds than this are compared anew. */
const DRIFT = 500;
/** Numbers handed in at once: as many as a screen may send in the time until it tries again. */
const AT_ONCE = 100;
/** Answers after which the same thing may well be accepted later. */
const PASSING = /^(hub\.|rate\.|person\.)/;

/** Numbers lent by the hub: kept topped up while it is there, given out while it is not. */
export class NumbersInReserve {
  readonly #link: Link;
  readonly #lastView: () => KioskView | null;
  #kept: Kept | null = null;
  #store: KeptStore | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #called: Promise<void> = Promise.resolve();
  /** The day for which it asked last. */
  #asked: string | null = null;

  constructor(link: Link, lastView: () => KioskView | null) {
    this.#link = link;
    this.#lastView = lastView;
    void holdAlone((isAlone) => this.#start(isAlone));
  }

  /** Hub time as well as this machine knows it. */
  now(): number {
    return this.#link.hubNow() || Date.now() + (this.#kept?.offset ?? 0);
  }

  isOpen(view: KioskView): boolean {
    return isOpenAlone(view, view.reserve.date, this.now());
  }

  /** The number, or null where there is none to give; never the same twice. */
  async take(service: ServiceId, cls: 'ordinary' | 'premium'): Promise<string | null> {
    let number: string | null = null;
    const give = (kept: Kept) => {
      const view = this.#lastView();
      const at = this.now();
      if (!view || !isOpenAlone(view, kept.date, at)) return kept;
      const taken = takenFrom(kept, view, { service, class: cls, at, id: this.#mint() });
      number = taken?.number ?? null;
      return taken?.kept ?? kept;
    };
    return (await this.#change(give)) ? number : null;
  }

  seen({ reserve }: KioskView): void {
    void this.#change((before) => {
      const after = merged(before, reserve);
      return JSON.stringify(after) === JSON.stringify(before) ? before : after;
    });
    const { date, loans } = reserve;
    if (this.#kept && date && date !== this.#asked && !loans[this.#kept.loan]) void this.#call();
  }

  #mint(): string {
    return uuid7(this.now(), crypto.getRandomValues(new Uint8Array(10)));
  }

  #isLive(): boolean {
    return this.#link.status.value === 'live';
  }

  /** One change after the other: each stands on the one before, and holds once it is written. */
  #change(to: (kept: Kept) => Kept): Promise<boolean> {
    const next = this.#turn.then(async () => {
      if (!this.#kept || !this.#store) return false;
      const kept = to(this.#kept);
      if (kept !== this.#kept) await this.#store.write(kept);
      this.#kept = kept;
      this.#look();
      return true;
    });
    // A disk that takes nothing gives nothing out.
    const sure = next.catch(() => false);
    this.#turn = sure;
    return sure;
  }

  #look(): void {
    const view = this.#lastView();
    const kept = this.#kept;
    const isOpen = kept && view && isOpenAlone(view, kept.date, this.now());
    canGoAlone.value = Boolean(isOpen && inReserve(kept, view) > 0);
    goesAlone.value = canGoAlone.value && this.#link.status.value === 'lost';
  }

  /** One call after the other: two at a time would hand in the same numbers twice. */
  #call(): Promise<void> {
    const next = () => this.#callNow();
    this.#called = this.#called.then(next, next);
    return this.#called;
  }

  /** Says that this kiosk is there, hands in what it gave out, and asks for what it then lacks. */
  async #callNow(): Promise<void> {
    if (!this.#kept || !this.#isLive()) return;
    this.#asked = this.#lastView()?.reserve.date ?? null;
    const offset = Math.round(this.#link.hubNow() - Date.now());
    if (Math.abs(offset - this.#kept.offset) > DRIFT)
      await this.#change((kept) => ({ ...kept, offset }));
    const { loan, out } = this.#kept;
    const reply = await this.#link.send({ type: 'numbers.borrow', loan });
    // It was lent to this machine when it was another device.
    if (!reply.ok && reply.code === 'gate.forbidden')
      return void this.#begin(nothingKept(this.#mint() as LoanId));
    if (!(await this.#handIn())) return void setTimeout(() => void this.#call(), AGAIN);
    if (out.length > 0) await this.#link.send({ type: 'numbers.borrow', loan });
  }

  /**
   * All together: they share the hub's flush, and one write here. Those of which no answer came go
   * again under their ids. False: some are left.
   */
  async #handIn(): Promise<boolean> {
    const out = this.#kept?.out ?? [];
    const sent = out.slice(0, AT_ONCE).map(async ({ id, command }) => {
      const reply = await this.#link.send(command, { id });
      return !reply.ok && PASSING.test(reply.code) ? null : id;
    });
    const done = new Set((await Promise.all(sent)).filter((id) => id !== null));
    if (out.some(({ id }) => done.has(id))) await this.#change((kept) => acknowledged(kept, done));
    return out.every(({ id }) => done.has(id));
  }

  async #start(isAlone: boolean): Promise<void> {
    this.#store = await openKept();
    const all = await this.#store.all();
    const [own] = isAlone ? all : [];
    // Whatever other pages of this browser could not hand in any more goes in with ours.
    const out = all.flatMap((kept) => kept.out);
    await this.#begin({ ...(own ?? nothingKept(this.#mint() as LoanId)), out });
    // Told anew on every connection, however short the break was.
    this.#link.you.subscribe(() => void this.#call());
    this.#link.status.subscribe(() => {
      this.#look();
      void this.#call();
    });
    setInterval(() => this.#look(), AGAIN);
  }

  async #begin(first: Kept): Promise<void> {
    this.#kept = first;
    const view = this.#link.view({ name: 'kiosk' }).value?.view;
    if (view) this.seen(view);
    this.#look();
    await this.#call();
  }
}

/**
 * Runs on one page of this browser at a time. Where a browser has no locks (plain HTTP over a network)
 * each page borrows for itself.
 */
async function holdAlone(run: (isAlone: boolean) => Promise<void>): Promise<void> {
  if (!navigator.locks) return run(false);
  await navigator.locks.request(LOCK, async () => {
    await run(true);
    return new Promise(() => {});
  });
}
