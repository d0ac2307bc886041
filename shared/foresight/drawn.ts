import type { Lane, Walking } from './lanes.ts';
import type { Kind } from './simulate.ts';

/** One who waits or will come in one future; patience and the service's length are drawn already. */
export interface Customer extends Kind {
  /** Seconds from now, negative for those already there. */
  readonly from: number;
  readonly passed: number;
  readonly leaves: number;
  readonly lasts: number;
}

/** All of one kind, in the order in which they go. */
interface DrawnLane extends Lane {
  readonly customers: readonly Customer[];
}

export function lanesIn(customers: readonly Customer[]): DrawnLane[] {
  const kinds = new Map<string, Customer[]>();
  for (const customer of customers) {
    const key = `${customer.class} ${customer.service}`;
    const own = kinds.get(key);
    if (own) own.push(customer);
    else kinds.set(key, [customer]);
  }
  return [...kinds.values()].map((own) => ({
    ...{ service: own[0]?.service ?? ('' as Kind['service']), class: own[0]?.class ?? 'ordinary' },
    ...{ waiters: [], mine: -1, leaving: 0, rate: 0, within: 0 },
    customers: own.sort((a, b) => a.from - b.from),
  }));
}

const nobody: Customer = {
  ...{ service: '' as Kind['service'], class: 'ordinary', passed: 0 },
  ...{ from: Number.POSITIVE_INFINITY, leaves: 0, lasts: 0 },
};

/** A walk along such a lane: nothing is left to chance in it. */
export class DrawnWalk implements Walking {
  readonly lane: DrawnLane;
  readonly isMine = false;
  #next = 0;

  constructor(lane: DrawnLane) {
    this.lane = lane;
  }

  get first(): Customer {
    return this.lane.customers[this.#next] ?? nobody;
  }
  get from(): number {
    return this.first.from;
  }
  get passed(): number {
    return this.first.passed;
  }

  isThere(now: number): boolean {
    while (this.first.from <= now && this.first.leaves <= now) this.take();
    return this.first.from <= now;
  }

  take(): void {
    this.#next++;
  }
}
