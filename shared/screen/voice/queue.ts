import type { CounterId } from '../../ids.ts';
import type { Text } from '../../settings.ts';

/** A call whose customer has not come yet. */
export interface OpenCall {
  readonly number: string;
  readonly counter: CounterId;
  readonly name: Text;
  /** Hub time of the call, or of its last recall. */
  readonly at: number;
}

/** What the branch has set about its announcements. */
export interface Manner {
  /** How often in Chinese. */
  readonly times: number;
  /** Once in English after it. */
  readonly english: boolean;
  readonly chime: boolean;
}

/** One reading of one call; between two of them a call may turn out to be answered. */
export interface Reading {
  readonly call: OpenCall;
  readonly language: 'zh' | 'en';
  readonly chime: boolean;
}

/** Calls behind this one at which it is read but once, and at which English is left out: ours. */
const BUSY = 2;
const CROWDED = 3;
/** No more wait than this, so that the newest waits less than a minute: ours. */
const MOST = 6;

interface Speaking {
  readonly call: OpenCall;
  readonly zh: number;
  readonly en: number;
}

const isSame = (a: OpenCall, b: OpenCall) => a.counter === b.counter && a.number === b.number;

/**
 * What is announced next. Whoever speaks asks for one reading at a time and comes back when it is
 * over: so none cuts off another, and what was answered meanwhile is not read again.
 */
export function callQueue() {
  let since = Number.POSITIVE_INFINITY;
  let waiting: OpenCall[] = [];
  let speaking: Speaking | null = null;
  const heard = new Map<CounterId, number>();

  const isNew = ({ counter, at }: OpenCall) => at > since && at > (heard.get(counter) ?? 0);

  function left({ zh, en }: Speaking, manner: Manner): 'zh' | 'en' | null {
    const times = waiting.length >= BUSY ? 1 : manner.times;
    if (zh < times) return 'zh';
    return manner.english && en === 0 && waiting.length < CROWDED ? 'en' : null;
  }

  return {
    /** The page became live at this hub time: older calls are history. */
    live(at: number): void {
      since = at;
      waiting = [];
    },
    /** The calls that are open now. A recall is a new call; one that still waits keeps its place. */
    tell(open: readonly OpenCall[]): void {
      waiting = waiting.flatMap((w) => open.find((call) => isSame(call, w)) ?? []);
      const now = speaking?.call;
      if (now && !open.some((call) => isSame(call, now) && call.at === now.at)) speaking = null;
      const fresh = open.filter(isNew).sort((a, b) => a.at - b.at);
      for (const call of fresh) {
        heard.set(call.counter, call.at);
        if (!waiting.some((w) => isSame(w, call))) waiting.push(call);
      }
      // The oldest goes: its counter recalls it soonest, and it stands on the display.
      waiting = waiting.slice(-MOST);
    },
    /** The next reading, or null while there is none. */
    next(manner: Manner): Reading | null {
      const again = speaking && left(speaking, manner);
      if (speaking && again) {
        speaking = { ...speaking, [again]: speaking[again] + 1 };
        return { call: speaking.call, language: again, chime: false };
      }
      const call = waiting.shift();
      speaking = call ? { call, zh: 1, en: 0 } : null;
      return call ? { call, language: 'zh', chime: manner.chime } : null;
    },
    /** Nothing that waits is spoken any more: nobody would hear it. */
    silence(): void {
      waiting = [];
      speaking = null;
    },
  };
}
