import { join } from 'node:path';
import { makeFolder, replaceFile } from '../../ledger/durable.ts';
import type { CodeGrant, Codes } from '../codes.ts';
import type { Place } from '../stretch.ts';

/**
 * A code is a file of its own: it may be made beside a running center, which looks for it when it is
 * used.
 */
export class FilesCodes implements Codes {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  async keep(digest: string, grant: CodeGrant): Promise<void> {
    const { disk, folder } = this.#place;
    await makeFolder(disk, join(folder, 'codes'));
    await replaceFile(disk, this.#fileOf(digest), Buffer.from(`${JSON.stringify(grant)}\n`));
  }

  async read(digest: string): Promise<CodeGrant | null> {
    const bytes = await this.#place.disk.read(this.#fileOf(digest));
    return bytes && JSON.parse(bytes.toString());
  }

  #fileOf = (digest: string) => join(this.#place.folder, 'codes', `${digest}.json`);
}
