import { join } from 'node:path';
import { pathOf } from '../../ledger/files.ts';
import { linesOf } from '../../ledger/lines.ts';
import { CLOSINGS } from '../../ledger/witnesses.ts';
import type { EpochId, Received } from '../books/received.ts';
import { type Place, Reader } from '../stretch.ts';
import { shelfFolder } from './shelves.ts';

/** What the shelves' folders hold. */
export class FilesReceived implements Received {
  readonly #place: Place;
  readonly #readers = new Map<string, Reader>();

  constructor(place: Place) {
    this.#place = place;
  }

  behind(of: EpochId, seq: number, until: number, most: number) {
    const folder = this.#folder(of);
    const reader = this.#readers.get(folder) ?? new Reader({ disk: this.#place.disk, folder });
    this.#readers.set(folder, reader);
    return reader.behind(seq, until, most);
  }

  async on(of: EpochId, date: string): Promise<readonly Buffer[]> {
    return linesOf(await this.#read(pathOf(this.#folder(of), date)));
  }

  async closings(of: EpochId, seq: number): Promise<readonly string[]> {
    const bytes = await this.#read(join(this.#folder(of), CLOSINGS));
    return linesOf(bytes)
      .map(String)
      .filter((line) => seqIn(line) > seq);
  }

  async #read(path: string): Promise<Buffer> {
    return (await this.#place.disk.read(path)) ?? Buffer.alloc(0);
  }

  #folder = (of: EpochId) => shelfFolder(this.#place.folder, of);
}

/** Every closing begins with its date and its entry. */
function seqIn(line: string): number {
  const [, seq] = /^\{"date":"[^"]*","seq":(\d+),/.exec(line) ?? [];
  return Number(seq ?? JSON.parse(line).seq);
}
