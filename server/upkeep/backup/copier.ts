import { dirname } from 'node:path';
import { datesIn, ledgerFolder } from '../../ledger/files.ts';
import type { Lock } from '../../ledger/lock.ts';
import { Plain } from '../../plainly.ts';
import { copyBeside, mayTake, readWitnesses } from './beside.ts';
import { copyDay, daysDue } from './days.ts';
import type { Copying, Place } from './lines.ts';

export interface CopierParts extends Copying {
  /** Keeps other backups out of the folder for as long as this one lives. */
  readonly lock?: (folder: string) => Promise<Lock>;
}

/**
 * Copies a data folder, which it only reads, also while a hub writes to it. The copy is a data folder
 * too: sound at any moment, never behind what its signed heads say, never with less than it had.
 */
export class Copier {
  readonly #parts: CopierParts;
  #lock: Lock | null = null;
  /** The folder was there, with a ledger: one that is empty now is another drive, or none. */
  #known = false;
  /** Days found equal byte for byte; everything is compared again each business day. */
  readonly #compared = new Set<string>();
  #today: string | undefined;

  constructor(parts: CopierParts) {
    this.#parts = parts;
  }

  /**
   * Copies everything that the copy lacks; two calls must follow one another.
   *
   * @returns documents that cannot be read, and were left out
   * @throws Plain saying why nothing may be copied, or no further; what the disks throw
   */
  async copy(): Promise<readonly string[]> {
    await this.#enter();
    const trusted = this.#compared.size > 0;
    try {
      return await this.#pass();
    } catch (error) {
      // Perhaps an older copy was put in this one's place: then nothing is known of it.
      this.#compared.clear();
      if (!trusted) throw error;
      return await this.#pass();
    }
  }

  async release(): Promise<void> {
    await this.#lock?.release();
    this.#lock = null;
  }

  /** Makes the folder itself, never those above it: a drive that is not there must not be replaced by a folder. */
  async #enter(): Promise<void> {
    const { to, lock } = this.#parts;
    if (this.#known && !(await datesIn(to.disk, to.folder)))
      throw new Plain(`${to.folder} holds no backup any more: put its drive back in its place.`);
    if (!this.#known) await addFolder(to, to.folder);
    this.#lock ??= (await lock?.(to.folder)) ?? null;
  }

  async #pass(): Promise<readonly string[]> {
    const { from, to } = this.#parts;
    const witnesses = await readWitnesses(this.#parts);
    const today = (await datesIn(from.disk, from.folder))?.at(-1);
    if (!today) throw new Plain(`There is no ledger in ${from.folder}: name a data folder.`);
    if (today !== this.#today) this.#compared.clear();
    this.#today = today;
    const due = await daysDue(this.#parts, this.#compared);
    await mayTake(this.#parts, witnesses);
    await addFolder(to, ledgerFolder(to.folder));
    for (const date of due) await copyDay(this.#parts, date);
    this.#known = true;
    return copyBeside(this.#parts, witnesses);
  }
}

async function addFolder({ disk }: Place, folder: string): Promise<void> {
  await disk.makeFolder(folder);
  await disk.syncFolder(dirname(folder));
}
