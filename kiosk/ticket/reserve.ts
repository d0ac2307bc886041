import { signal } from '@preact/signals';
import type { LoanId, ServiceId } from '../../shared/ids.ts';
import type { Link } from '../../shared/screen/link.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
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
/** Answers after which the same thing may well be accepted later. */
const PASSING = /^(hub\.|rate\.|person\.)/;

/** Whether this kiosk could give out numbers without the hub now, and whether it does. */
export const canGoAlone = signal(false);
export const goesAlone = signal(false);

export interface ReserveOf {
  /** The number, or null where there is none to give; never the same twice. */
  take(service: ServiceId, cls: 'ordinary' | 'premium'): Promise<string | null>;
  seen(view: KioskView): void;
  /** Hub time as well as this machine knows it. */
  now(): number;
}

/** Numbers lent by the hub: kept topped up while it is there, given out while it is not. */
export function reserveOf(link: Link, lastView: () => KioskView | null): ReserveOf {
  let kept: Kept | null = null;
  let store: KeptStore | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let asked: string | null = null;

  const wall = () => Date.now();
  const now = () => link.hubNow() || wall() + (kept?.offset ?? 0);
  const mint = () => uuid7(now(), crypto.getRandomValues(new Uint8Array(10)));
  const isLive = () => link.status.value === 'live';

  /** One change after the other: each stands on the one before, and holds once it is written. */
  function change<T>(to: (kept: Kept) => { kept: Kept; value: T } | null): Promise<T | null> {
    const next = turn.then(async () => {
      const changed = kept && to(kept);
      if (!changed || !store) return null;
      if (changed.kept !== kept) await store.write(changed.kept);
      kept = changed.kept;
      look();
      return changed.value;
    });
    turn = next.catch(() => null);
    return next;
  }

  function look(): void {
    const view = lastView();
    canGoAlone.value = Boolean(
      kept && view && isOpenAlone(view, kept.date, now()) && inReserve(kept, view) > 0,
    );
    goesAlone.value = canGoAlone.value && link.status.value === 'lost';
  }

  function seen(view: KioskView): void {
    const { date, loans } = view.reserve;
    void change((before) => {
      const after = merged(before, view.reserve);
      const isSame = JSON.stringify(after) === JSON.stringify(before);
      return { kept: isSame ? before : after, value: null };
    });
    if (kept && date && date !== asked && !loans[kept.loan]) void call();
  }

  /** Says that this kiosk is there, hands in what it gave out, and asks for what it then lacks. */
  async function call(): Promise<void> {
    if (!kept || !isLive()) return;
    asked = lastView()?.reserve.date ?? null;
    const offset = Math.round(link.hubNow() - wall());
    if (Math.abs(offset - kept.offset) > 500)
      await change((k) => ({ kept: { ...k, offset }, value: null }));
    const { loan } = kept;
    const reply = await link.send({ type: 'numbers.borrow', loan });
    // It was lent to this machine when it was another device.
    if (!reply.ok && reply.code === 'gate.forbidden') return begin(nothingKept(mint() as LoanId));
    const { out } = kept;
    if (!(await handIn())) return void setTimeout(() => void call(), AGAIN);
    if (out.length > 0) await link.send({ type: 'numbers.borrow', loan });
  }

  /** False: the hub could not take all of it now. */
  async function handIn(): Promise<boolean> {
    for (const { id, command } of kept?.out ?? []) {
      const reply = await link.send(command, { id });
      if (!reply.ok && PASSING.test(reply.code)) return false;
      await change((k) => ({ kept: acknowledged(k, id), value: null }));
    }
    return true;
  }

  async function begin(first: Kept): Promise<void> {
    kept = first;
    const view = link.view({ name: 'kiosk' }).value?.view;
    if (view) seen(view);
    look();
    await call();
  }

  void holdAlone(async (isAlone) => {
    store = await openKept();
    const all = await store.all();
    const [own] = isAlone ? all : [];
    // Whatever other pages of this browser could not hand in any more goes in with ours.
    const out = all.flatMap((k) => k.out);
    await begin({ ...(own ?? nothingKept(mint() as LoanId)), out });
    // Told anew on every connection, however short the break was.
    link.you.subscribe(() => void call());
    link.status.subscribe((now) => {
      look();
      if (now === 'live') void call();
    });
    setInterval(look, AGAIN);
  });

  return {
    ...{ now, seen },
    take: (service, cls) =>
      change((before) => {
        const view = lastView();
        if (!view || !isOpenAlone(view, before.date, now())) return null;
        const taken = takenFrom(before, view, { service, class: cls, at: now(), id: mint() });
        return taken && { kept: taken.kept, value: taken.number };
      }).catch(() => null),
  };
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
