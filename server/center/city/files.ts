import { join } from 'node:path';
import type { City } from '../../../shared/city/city.ts';
import { Chain, lawful } from '../../ledger/chain.ts';
import { LedgerDamaged, Unsound } from '../../ledger/damage.ts';
import { replaceFile } from '../../ledger/durable.ts';
import type { Draft, Entry, Head } from '../../ledger/entry.ts';
import { datesIn, pathOf } from '../../ledger/files.ts';
import { PUBLIC, PublicKey, type SignedHead, type SigningKey } from '../../ledger/key.ts';
import { type Ledger, openLedger } from '../../ledger/ledger.ts';
import { streamLines } from '../../ledger/lines.ts';
import { HEADS } from '../../ledger/witnesses.ts';
import { holds } from '../files/held.ts';
import { LastOf } from '../rows.ts';
import type { Place } from '../stretch.ts';
import { type CityDraft, type CityEntry, type CityLog, cityOf } from './log.ts';

/** The city's part of a center's data folder. */
export const cityFolder = (folder: string) => join(folder, 'city');

/**
 * Reads a city's ledger, and writes nothing: the center may be running.
 *
 * @throws Unsound at the first line that does not belong there
 */
export async function readCityFolder({ disk, folder }: Place, after = 0): Promise<CityEntry[]> {
  const entries: Entry[] = [];
  let head: Head | null = null;
  for (const date of (await datesIn(disk, folder)) ?? []) {
    const chain: Chain = new Chain(head, lawful([]));
    await streamLines(disk, pathOf(folder, date), (line, number) => {
      const entry = chain.parse(line, number);
      if (entry.seq > after) entries.push(entry);
    });
    head = chain.head;
  }
  return entries as unknown as CityEntry[];
}

/** @throws LedgerDamaged when the last head that was signed is not the ledger's, or not this center's */
async function held(place: Place, last: SignedHead | null, key: PublicKey): Promise<void> {
  if (!last || (key.signed(last) && (await holds(place, last)))) return;
  const what = key.signed(last) ? 'disputed' : 'forged';
  throw new LedgerDamaged({ file: `city/${HEADS}`, line: 0, seq: last.seq, what });
}

/** What the city in a center's folder has decided so far; only reads, too. */
export async function cityIn({ disk, folder }: Place): Promise<City> {
  return cityOf(await readCityFolder({ disk, folder: cityFolder(folder) }));
}

/**
 * The city's ledger in files of its own, beside the branches': this center is its one writer. Each head
 * is signed with the center's key, so that `verify` shows the folder as sound as a branch's.
 */
export class CityFiles implements CityLog {
  readonly #place: Place;
  readonly #ledger: Ledger;
  readonly #heads: LastOf<SignedHead>;
  readonly #key: SigningKey;
  /** The last append failed: whether its line is there, only the disk can tell. */
  #down = false;

  private constructor(place: Place, ledger: Ledger, heads: LastOf<SignedHead>, key: SigningKey) {
    this.#place = place;
    this.#ledger = ledger;
    this.#heads = heads;
    this.#key = key;
  }

  /** @throws LedgerUnopened, LedgerDamaged, or what the disk throws */
  static async open(place: Place, key: SigningKey): Promise<CityFiles> {
    const { disk, folder } = place;
    const torn = join(folder, 'torn');
    const { ledger, damage } = await openLedger({ disk, folder });
    if (damage) throw new LedgerDamaged(damage);
    const heads = new LastOf<SignedHead>({ disk, folder, name: HEADS, torn }, (line) =>
      JSON.parse(line.toString()),
    );
    await heads.read();
    await held(place, heads.last, new PublicKey(key.publicPem()));
    const log = new CityFiles(place, ledger, heads, key);
    if (ledger.head().seq > 0) await log.#sign();
    return log;
  }

  async behind({ seq }: Head): Promise<readonly CityEntry[]> {
    if (seq >= this.#ledger.head().seq) return [];
    try {
      return await readCityFolder(this.#place, seq);
    } catch (error) {
      if (!(error instanceof Unsound)) throw error;
      throw new LedgerDamaged({ file: 'city/ledger', line: 0, what: error.flaw });
    }
  }

  async append(draft: CityDraft, head: Head, date: string): Promise<CityEntry | null> {
    if (this.#down) await this.#ledger.reopen();
    this.#down = false;
    if (this.#ledger.head().hash !== head.hash) return null;
    const { file } = this.#ledger.mark();
    this.#down = true;
    await this.#ledger.roll(date < file ? file : date);
    const [entry] = await this.#ledger.append([draft as unknown as Draft]);
    this.#down = false;
    await this.#sign().catch(() => {});
    return entry as unknown as CityEntry;
  }

  async close(): Promise<void> {
    await this.#ledger.close();
    await this.#heads.close();
  }

  /** A head that could not be written is signed with the next one, or at the next start. */
  async #sign(): Promise<void> {
    const head = this.#ledger.head();
    const last = this.#heads.last;
    if (last && last.seq >= head.seq) return;
    const { disk, folder } = this.#place;
    if (!(await disk.read(join(folder, PUBLIC))))
      await replaceFile(disk, join(folder, PUBLIC), Buffer.from(this.#key.publicPem()));
    await this.#heads.add(this.#key.sign(head));
  }
}
