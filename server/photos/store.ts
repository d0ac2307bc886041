import { join } from 'node:path';
import type { PhotoId } from '../../shared/ids.ts';
import type { Fact } from '../../shared/lobby.ts';
import { isVisit } from '../../shared/owners.ts';
import type { RefusalCode } from '../../shared/wire.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../ledger/disk.ts';
import { makeFolder, replaceFile } from '../ledger/durable.ts';
import { datesIn, pathOf } from '../ledger/files.ts';
import { isPhotoName, isTrue, namedIn, photoOf } from './photo.ts';

export const PHOTOS = 'photos';

export interface PhotoParts {
  readonly disk: Disk;
  /** The data folder. */
  readonly folder: string;
  readonly clock: Clock;
  readonly say: (line: string) => void;
  /** Resolves once every press that was sent is on the disk, or refused. */
  readonly settled?: () => Promise<void>;
}

/** Photos in all: at a third of a megabyte each, some gigabytes. */
const MOST = 8000;
/** Photos that nothing names yet: a form or two that was not sent. */
const MOST_UNNAMED = 200;
/** A photo that nothing names is swept a day after it came, or after this start. Milliseconds. */
const DAY = 86_400_000;

type Kept =
  | { readonly ok: true; readonly photo: PhotoId }
  | { readonly ok: false; readonly code: Extract<RefusalCode, `photo.${string}` | 'hub.notSaved'> };

/**
 * The branch's photos, `photos/<digest>.jpg` beside the ledger. One is whole on the medium before its
 * name is given out, so no fact ever names a photo that a power cut can take.
 */
export class Photos {
  readonly #parts: PhotoParts;
  /** Since when each has been here, hub time. */
  readonly #since = new Map<PhotoId, number>();
  readonly #named = new Set<PhotoId>();
  #opened: Promise<void> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: PhotoParts) {
    this.#parts = parts;
  }

  /** Which are there is known, as far as the disk says; one that failed is asked again. */
  opened(): Promise<void> {
    this.#opened ??= this.#open().catch(() => {
      this.#opened = null;
    });
    return this.#opened;
  }

  has = (photo: PhotoId): boolean => this.#since.has(photo);

  /** Takes one in, if it is one. One at a time: two of the same would share the file that is renamed. */
  keep(bytes: Buffer): Promise<Kept> {
    const kept = this.#last.then(() => this.#keep(bytes));
    this.#last = kept.catch(() => {});
    return kept;
  }

  /** null: there is none of that name; 'changed': what is there is not what the name says. */
  async read(photo: PhotoId): Promise<Buffer | 'changed' | null> {
    await this.opened();
    if (!this.has(photo)) return null;
    const bytes = await this.#parts.disk.read(this.#path(photo));
    if (!bytes) return null;
    return isTrue(photo, bytes) ? bytes : 'changed';
  }

  /** What the ledger took: its photos are here to stay. What a customer brings about has none. */
  noticed(facts: readonly Fact[]): void {
    const text = JSON.stringify(facts.filter((fact) => !isVisit(fact)));
    if (!text.includes('"photos"')) return;
    for (const photo of namedIn(Buffer.from(text))) this.#named.add(photo);
  }

  /** Removes what no fact has named within a day. Reads the ledger only when there is something to ask. */
  async sweep(): Promise<number> {
    await this.opened();
    const { clock, disk, folder } = this.#parts;
    const before = clock.now().at - DAY;
    const old = [...this.#since].filter(([photo, at]) => at < before && !this.#named.has(photo));
    if (old.length === 0) return 0;
    for (const date of (await datesIn(disk, folder)) ?? [])
      for (const photo of namedIn((await disk.read(pathOf(folder, date))) ?? Buffer.alloc(0)))
        this.#named.add(photo);
    // From here on no press can name one of these; those under way are waited for, and counted.
    const orphans = old.filter(([photo]) => !this.#named.has(photo));
    for (const [photo] of orphans) this.#since.delete(photo);
    await this.#parts.settled?.();
    let swept = 0;
    for (const [photo, at] of orphans) {
      if (this.#named.has(photo)) this.#since.set(photo, at);
      // Taken in anew meanwhile, it is a day old only tomorrow.
      else if (!this.has(photo) && ++swept) await disk.remove(this.#path(photo));
    }
    return swept;
  }

  async #keep(bytes: Buffer): Promise<Kept> {
    await this.opened();
    const found = photoOf(bytes);
    if (!found) return { ok: false, code: 'photo.notAPhoto' };
    const { at } = this.#parts.clock.now();
    if (!this.has(found.id)) {
      const unnamed = [...this.#since.keys()].filter((photo) => !this.#named.has(photo)).length;
      if (this.#since.size >= MOST || unnamed >= MOST_UNNAMED)
        return { ok: false, code: 'photo.full' };
      if (!(await this.#put(found.id, found.bytes))) return { ok: false, code: 'hub.notSaved' };
    }
    this.#since.set(found.id, at);
    return { ok: true, photo: found.id };
  }

  /** What a full disk took of it is removed again: it must not stay full of halves. */
  async #put(photo: PhotoId, bytes: Buffer): Promise<boolean> {
    const { disk, folder, say } = this.#parts;
    try {
      await makeFolder(disk, join(folder, PHOTOS));
      await replaceFile(disk, this.#path(photo), bytes);
      return true;
    } catch (error) {
      say(`A photo could not be saved: ${error}`);
      await disk.remove(`${this.#path(photo)}.new`).catch(() => {});
      return false;
    }
  }

  async #open(): Promise<void> {
    const { disk, folder, clock } = this.#parts;
    const { at } = clock.now();
    const names = (await disk.list(join(folder, PHOTOS))) ?? [];
    for (const name of names) {
      if (isPhotoName(name)) this.#since.set(name, at);
      // A power cut came between the first byte and the name.
      else if (name.endsWith('.new')) await disk.remove(join(folder, PHOTOS, name));
    }
  }

  #path(photo: PhotoId): string {
    return join(this.#parts.folder, PHOTOS, photo);
  }
}
