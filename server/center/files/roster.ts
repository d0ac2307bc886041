import { join } from 'node:path';
import { AppendOnly } from '../../ledger/appendOnly.ts';
import { makeFolder, replaceFile } from '../../ledger/durable.ts';
import { type Enrolment, type Member, memberOf, type Roster } from '../roster.ts';
import type { Place } from '../stretch.ts';

export const ROSTER = 'branches.jsonl';

/** An append-only file of its own, each row flushed before it counts; and a file for each that closed. */
export class FilesRoster implements Roster {
  readonly #place: Place;
  readonly #adapter: AppendOnly<Enrolment>;
  #rows: Enrolment[] = [];
  #members = new Map<string, Member[]>();

  constructor(place: Place) {
    const { disk, folder } = place;
    const torn = join(folder, 'torn');
    this.#place = place;
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

  async of(branch: string): Promise<readonly Member[]> {
    return this.#members.get(branch) ?? [];
  }

  async byCode(code: string): Promise<Member | undefined> {
    return [...this.#members.values()].flat().find((member) => member.code === code);
  }

  async all(): Promise<readonly Member[]> {
    return [...this.#members.values()].flat();
  }

  /** To be called in turn. */
  async add(row: Enrolment): Promise<Member> {
    if (!this.#adapter.ready) await this.read();
    await this.#adapter.write([...this.#rows, row]);
    this.#rows.push(row);
    return this.#learn(row);
  }

  /** Looked for each time: it may be written beside a running center. */
  async endedAt(branch: string): Promise<number | null> {
    const bytes = await this.#place.disk.read(this.#endOf(branch));
    return bytes && Number(JSON.parse(bytes.toString()).at);
  }

  async ended(): Promise<ReadonlyMap<string, number>> {
    const ended = new Map<string, number>();
    const names = await this.#place.disk.list(join(this.#place.folder, 'ended'));
    for (const branch of names ? this.#members.keys() : []) {
      const at = await this.endedAt(branch);
      if (at !== null) ended.set(branch, at);
    }
    return ended;
  }

  async end(branch: string, at: number): Promise<void> {
    const { disk, folder } = this.#place;
    await makeFolder(disk, join(folder, 'ended'));
    await replaceFile(
      disk,
      this.#endOf(branch),
      Buffer.from(`${JSON.stringify({ branch, at })}\n`),
    );
  }

  close(): Promise<void> {
    return this.#adapter.close();
  }

  #endOf = (branch: string) => join(this.#place.folder, 'ended', `${branch}.json`);

  #learn(row: Enrolment): Member {
    const member = memberOf(row);
    this.#members.set(row.branch, [...(this.#members.get(row.branch) ?? []), member]);
    return member;
  }
}
