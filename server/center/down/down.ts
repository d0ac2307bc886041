import type { SentBody } from '../../../shared/down/item.ts';
import { ITEM, type Item, NOTHING } from '../../../shared/down/item.ts';
import type { BranchId, SendingId } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import type { SigningKey } from '../../ledger/key.ts';
import type { Log } from '../../log.ts';
import { type Going, type Gone, type No, no, SEGMENT } from '../protocol.ts';
import type { Member } from '../roster.ts';
import { behind, sealItem } from './seal.ts';

/** One thing that goes down to some branches, as the city's own ledger has it. */
export interface Sending {
  readonly id: SendingId;
  /** The center's time, ms. */
  readonly at: number;
  readonly body: SentBody;
}

/** What goes down to each branch, in its order; it only grows. */
export interface Sendings {
  count(branch: string, epoch: number): number;
  /** By its place, from 0. */
  at(branch: string, epoch: number, place: number): Sending | undefined;
  /** Looks whether another server has sent anything meanwhile. */
  refresh(): Promise<unknown>;
}

export interface DownParts {
  readonly sendings: Sendings;
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (line: string) => void;
}

/** What goes down to a branch; what it has entered, its own ledger says. */
export interface DownStand {
  readonly due: number;
  /** By its own word since this center started: the item that it does not enter, and why. */
  readonly refused: { readonly n: number; readonly code: string; readonly at: number } | null;
}

/** Items in one answer, at most. */
const MANY = 100;

/**
 * Hands each branch what was sent down to it. Items are made of the city's ledger alone, and their
 * seals are the same each time: all servers with the center's key hand out the same, and nothing has
 * to be kept beside.
 */
export class Down {
  readonly #parts: DownParts;
  /** Hashes of the items so far, by branch and epoch. */
  readonly #chains = new Map<string, string[]>();
  readonly #refused = new Map<string, DownStand['refused']>();

  constructor(parts: DownParts) {
    this.#parts = parts;
  }

  due({ branch, epoch }: Member): number {
    return this.#parts.sendings.count(branch, epoch);
  }

  standOf(member: Member): DownStand {
    return { due: this.due(member), refused: this.#refused.get(nameOf(member)) ?? null };
  }

  async page(member: Member, { after, refused }: Going): Promise<Gone | No> {
    const { n, hash } = after;
    this.#hear(member, refused);
    if (n > this.due(member)) await this.#parts.sendings.refresh();
    const chain = this.#chainOf(member);
    const own = n === 0 ? NOTHING : chain[n - 1];
    if (own !== hash) return no('center.otherItems', { n });
    const items: Item[] = [];
    let size = 0;
    for (let at = n; at < chain.length && items.length < MANY; at++) {
      const item = this.#item(member, at, chain);
      size += JSON.stringify(item).length;
      if (items.length > 0 && size > SEGMENT) break;
      items.push(item);
    }
    return { ok: true, items };
  }

  #chainOf(member: Member): readonly string[] {
    const name = nameOf(member);
    const chain = this.#chains.get(name) ?? [];
    this.#chains.set(name, chain);
    while (chain.length < this.due(member))
      chain.push(this.#item(member, chain.length, chain).hash);
    return chain;
  }

  /** The item at a place, from 0. */
  #item({ branch, epoch }: Member, place: number, chain: readonly string[]): Item {
    const sending = this.#parts.sendings.at(branch, epoch, place);
    if (!sending) throw new Error(`${branch} has no item ${place + 1}`);
    const { id, at, body } = sending;
    const hash = chain[place - 1];
    const before = hash === undefined ? null : { n: place, hash };
    const to = { v: ITEM, branch: branch as BranchId, epoch };
    return sealItem(this.#parts.key, { ...to, ...behind(before), id, at, body });
  }

  #hear(member: Member, refused: Going['refused']): void {
    const name = nameOf(member);
    const { clock, log, say } = this.#parts;
    const before = this.#refused.get(name);
    const at = clock.now().at;
    this.#refused.set(name, refused && { ...refused, at });
    if (!refused || (before?.n === refused.n && before.code === refused.code)) return;
    log('center.downRefused', { branch: member.branch, n: refused.n, code: refused.code });
    say(`${member.branch}: item ${refused.n} is not entered there (${refused.code})`);
  }
}

const nameOf = ({ branch, epoch }: Member) => `${branch}/${epoch}`;
