import { join } from 'node:path';
import { Low } from 'lowdb';
import type { PersonId } from '../../../shared/city/ids.ts';
import { Document } from '../../ledger/document.ts';
import type { Place } from '../stretch.ts';
import { Turns } from '../turns.ts';
import { PassesBeside } from './passesBeside.ts';
import type { Pass, Secret, Session, Vault } from './vault.ts';

export const PEOPLE = 'people.json';

interface Kept {
  readonly people: Readonly<Record<PersonId, Secret>>;
  readonly sessions: Readonly<Record<string, Session>>;
  readonly passes: Readonly<Record<string, Pass>>;
}

type Rows<T> = Readonly<Record<string, T>>;

const those = <T>(rows: Rows<T>, keep: (row: T, key: string) => boolean): Rows<T> =>
  Object.fromEntries(Object.entries(rows).filter(([key, row]) => keep(row, key)));

/** One document in the center's folder, written whole and flushed with each change. */
export class FileVault implements Vault {
  readonly #low: Low<Kept>;
  readonly #turns = new Turns();
  readonly #beside: PassesBeside;

  private constructor(place: Place) {
    const { disk, folder } = place;
    this.#beside = new PassesBeside(place);
    const file = new Document<Kept>(disk, join(folder, PEOPLE), 2);
    this.#low = new Low(file, { people: {}, sessions: {}, passes: {} });
  }

  static async open(place: Place): Promise<FileVault> {
    const vault = new FileVault(place);
    await vault.#low.read();
    return vault;
  }

  secretOf = async (person: PersonId) => this.#low.data.people[person] ?? null;

  async names() {
    const all = Object.entries(this.#low.data.people) as [PersonId, Secret][];
    return new Map(all.flatMap(([id, { name }]) => (name ? [[id, name]] : [])));
  }

  keep = (person: PersonId, secret: Secret) =>
    this.#change(({ people }) => ({ people: { ...people, [person]: secret } }));

  async erase(person: PersonId) {
    await this.#change(({ people, sessions, passes }) => ({
      people: those(people, (_, id) => id !== person),
      sessions: those(sessions, (s) => s.person !== person),
      passes: those(passes, (p) => p.person !== person),
    }));
    await this.#beside.forget(person);
  }

  session = async (digest: string) => this.#low.data.sessions[digest] ?? null;

  open = (digest: string, session: Session, now: number) =>
    this.#change(({ sessions }) => ({
      sessions: { ...those(sessions, ({ until }) => until > now), [digest]: session },
    }));

  close = (digest: string) =>
    this.#change(({ sessions }) => ({ sessions: those(sessions, (_, key) => key !== digest) }));

  closeAll = (person: PersonId) =>
    this.#change(({ sessions }) => ({ sessions: those(sessions, (s) => s.person !== person) }));

  givePass = (digest: string, pass: Pass) =>
    this.#change(({ passes }) => ({
      passes: { ...those(passes, (p) => p.person !== pass.person), [digest]: pass },
    }));

  async usePass(digest: string, now: number) {
    let found: Pass | null = null;
    await this.#change(({ passes }) => {
      found = passes[digest] ?? null;
      return { passes: those(passes, ({ until }, key) => key !== digest && until > now) };
    });
    return good(found ?? (await this.#turns.take(() => this.#beside.use(digest))), now);
  }

  #change(to: (kept: Kept) => Partial<Kept>): Promise<void> {
    return this.#turns.take(async () => {
      const before = this.#low.data;
      this.#low.data = { ...before, ...to(before) };
      try {
        await this.#low.write();
      } catch (error) {
        // Memory follows the disk: what could not be written is not so.
        this.#low.data = before;
        throw error;
      }
    });
  }
}

const good = (pass: Pass | null, now: number) => (pass && pass.until > now ? pass : null);
