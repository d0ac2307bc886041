import { join } from 'node:path';
import { Low } from 'lowdb';
import type { StaffId } from '../../shared/ids.ts';
import type { Disk } from '../ledger/disk.ts';
import { Document } from '../ledger/document.ts';
import { isRight, slowHash } from './slowHash.ts';

export const PEOPLE = 'people.json';

interface Person {
  readonly name: string | null;
  /** argon2id, with its salt and costs; null: this person cannot sign in. */
  readonly pin: string | null;
}

type Register = Record<StaffId, Person>;

export interface Newcomer {
  readonly person: StaffId;
  readonly name?: string | undefined;
  readonly pin?: string | undefined;
}

/**
 * Names and PINs of staff, outside the ledger: they can be erased, and what was done under a staff
 * number stays.
 */
export class People {
  readonly #low: Low<Register>;

  constructor(disk: Disk, folder: string) {
    this.#low = new Low(new Document<Register>(disk, join(folder, PEOPLE), 2), {});
  }

  read = () => this.#low.read();

  nameOf = (person: StaffId): string | null => this.#low.data[person]?.name ?? null;

  names(): Map<StaffId, string> {
    const all = Object.entries(this.#low.data) as [StaffId, Person][];
    return new Map(all.flatMap(([id, { name }]) => (name ? [[id, name]] : [])));
  }

  isPin = (person: StaffId, pin: string) => isRight(this.#low.data[person]?.pin, pin);

  async setPin(person: StaffId, pin: string): Promise<void> {
    const digest = await slowHash(pin);
    await this.#put(person, { ...this.#known(person), pin: digest });
  }

  setName = (person: StaffId, name: string) => this.#put(person, { ...this.#known(person), name });

  /** Name and PIN are gone from the disk with the next write of the document, which is this one. */
  async erase(...gone: readonly StaffId[]): Promise<void> {
    const rest = Object.entries(this.#low.data).filter(([id]) => !gone.includes(id as StaffId));
    await this.#write(Object.fromEntries(rest));
  }

  /** Several at once, in one write; what it answers with puts back what was known of them before. */
  async enter(staff: readonly Newcomer[]): Promise<() => Promise<void>> {
    const added: Register = {};
    for (const { person, name, pin } of staff)
      added[person] = { name: name ?? null, pin: pin ? await slowHash(pin) : null };
    const before = this.#low.data;
    await this.#write({ ...before, ...added });
    return () => {
      const now = { ...this.#low.data };
      for (const { person } of staff) {
        const known = before[person];
        if (known) now[person] = known;
        else delete now[person];
      }
      return this.#write(now);
    };
  }

  #known = (person: StaffId): Person => this.#low.data[person] ?? { name: null, pin: null };

  #put = (person: StaffId, entry: Person) => this.#write({ ...this.#low.data, [person]: entry });

  async #write(next: Register): Promise<void> {
    const before = this.#low.data;
    this.#low.data = next;
    try {
      await this.#low.write();
    } catch (error) {
      this.#low.data = before;
      throw error;
    }
  }
}
