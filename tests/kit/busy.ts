import type { Story } from './story.ts';

export interface Busy {
  readonly minutes: number;
  /** Seconds between two who come. */
  readonly every: number;
  readonly counters?: readonly string[];
  readonly service?: string;
}

/** Counters that serve whoever waits, two to six minutes each, while one after another comes. */
export function busy(day: Story, { minutes, every, counters = ['1'], service = 'cash' }: Busy) {
  const from = day.now;
  let comes = from;
  let served = 0;
  const free = new Map(counters.map((counter) => [counter, from]));
  for (let now = from; now < from + minutes * 60_000; now += 5000) {
    day.now = now;
    if (now >= comes) {
      day.takes(service);
      comes += every * 1000;
    }
    for (const [counter, until] of free) {
      if (now < until) continue;
      if (day.counter(counter).present) day.starts(counter).ends(counter);
      if (!day.next(counter)) continue;
      day.calls(counter);
      free.set(counter, now + 120_000 + (served++ % 5) * 60_000);
    }
  }
  return day;
}
