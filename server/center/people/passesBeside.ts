import { join } from 'node:path';
import type { PersonId } from '../../../shared/city/ids.ts';
import { makeFolder, replaceFile } from '../../ledger/durable.ts';
import type { Place } from '../stretch.ts';
import type { Pass } from './vault.ts';

/**
 * Codes that the console makes beside a running center, each a file of its own by its digest: that one
 * holds `people.json` in its memory, and looks here when such a code is typed.
 */
export class PassesBeside {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  /** A person has one of them at a time. */
  async give(digest: string, pass: Pass & { readonly person: PersonId }): Promise<void> {
    await this.forget(pass.person);
    await makeFolder(this.#place.disk, this.#folder());
    const text = `${JSON.stringify({ ...pass, fromConsole: true })}\n`;
    await replaceFile(this.#place.disk, this.#fileOf(digest), Buffer.from(text));
  }

  /** Once: it is away before anybody is let in by it. */
  async use(digest: string): Promise<Pass | null> {
    const { disk } = this.#place;
    const bytes = await disk.read(this.#fileOf(digest));
    if (!bytes) return null;
    await disk.remove(this.#fileOf(digest));
    await disk.syncFolder(this.#folder());
    return JSON.parse(bytes.toString()) as Pass;
  }

  async forget(person: PersonId): Promise<void> {
    const { disk } = this.#place;
    for (const name of (await disk.list(this.#folder())) ?? []) {
      const path = join(this.#folder(), name);
      const bytes = await disk.read(path);
      if (bytes && whose(bytes) === person) await disk.remove(path);
    }
  }

  #folder = () => join(this.#place.folder, 'passes');
  #fileOf = (digest: string) => join(this.#folder(), `${digest}.json`);
}

/** null: it cannot be read, and lets nobody in. */
function whose(bytes: Buffer): PersonId | null {
  try {
    return (JSON.parse(bytes.toString()) as Pass).person;
  } catch {
    return null;
  }
}
