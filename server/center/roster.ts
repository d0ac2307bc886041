import { join } from 'node:path';
import { AppendOnly } from '../ledger/appendOnly.ts';
import { PublicKey } from '../ledger/key.ts';
import type { Former } from './protocol.ts';
import type { Place } from './stretch.ts';

export const ROSTER = 'branches.jsonl';

/** A branch let in, for one epoch of its ledger. The next epoch ends it; nothing else does. */
export interface Enrolment {
  readonly branch: string;
  readonly name: string;
  /** From 1; each has a ledger and a key of its own. */
  readonly epoch: number;
  /** Public key, SPKI in PEM. */
  readonly key: string;
  /** SHA-256 of the code it came with. */
  readonly code: string;
  /** The center's time, ms. */
  readonly at: number;
  /** Where the former epoch's ledger ends for good. */
  readonly after: Former | null;
}

/** An enrolment, with its key ready to check with. */
export interface Member extends Enrolment {
  readonly publicKey: PublicKey;
}

const memberOf = (row: Enrolment): Member => ({ ...row, publicKey: new PublicKey(row.key) });

/** Who is enrolled: an append-only file of its own, each row flushed before it counts. */
export class Roster {
  readonly #adapter: AppendOnly<Enrolment>;
  #rows: Enrolment[] = [];
  #members = new Map<string, Member[]>();

  constructor({ disk, folder }: Place) {
    const torn = join(folder, 'torn');
    this.#adapter = new AppendOnly<Enrolment>({ disk, folder, name: ROSTER, torn });
  }

  /** @throws when the file is damaged: nobody could say any more whose key is whose */
  async read(): Promise<void> {
    this.#rows = await this.#adapter.read();
    if (this.#adapter.bad)
      throw new Error(`${ROSTER}:${this.#adapter.bad.number} cannot be read: restore it`);
    this.#members = new Map();
    for (const row of this.#rows) this.#learn(row);
  }

  /** The epoch that a branch is in; undefined when it is not enrolled. */
  current(branch: string): Member | undefined {
    return this.#members.get(branch)?.at(-1);
  }

  of(branch: string, epoch: number): Member | undefined {
    return this.#members.get(branch)?.find((member) => member.epoch === epoch);
  }

  byCode(code: string): Member | undefined {
    return this.all().find((member) => member.code === code);
  }

  /** Every epoch of every branch, in the order enrolled. */
  all(): Member[] {
    return [...this.#members.values()].flat();
  }

  branches(): string[] {
    return [...this.#members.keys()];
  }

  /** To be called in turn. */
  async add(row: Enrolment): Promise<Member> {
    if (!this.#adapter.ready) await this.read();
    await this.#adapter.write([...this.#rows, row]);
    this.#rows.push(row);
    return this.#learn(row);
  }

  close(): Promise<void> {
    return this.#adapter.close();
  }

  #learn(row: Enrolment): Member {
    const member = memberOf(row);
    this.#members.set(row.branch, [...(this.#members.get(row.branch) ?? []), member]);
    return member;
  }
}
