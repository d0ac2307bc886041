import { join } from 'node:path';
import type { BusinessDate } from '../../shared/ids.ts';
import { initialLobby, type Lobby } from '../../shared/lobby.ts';
import { type DayRow, rowOf } from '../../shared/month/dayRow.ts';
import { folding } from '../folding.ts';
import type { Place } from '../history/past.ts';
import type { Closing } from '../keepsakes.ts';
import { anywhere, Chain } from '../ledger/chain.ts';
import { Unsound } from '../ledger/damage.ts';
import { datesIn, pathOf } from '../ledger/files.ts';
import { streamLines } from '../ledger/lines.ts';
import { CLOSINGS } from '../ledger/witnesses.ts';
import { Days } from '../upkeep/days.ts';
import type { Folded } from '../upkeep/kept.ts';

export interface Rows {
  /** Oldest first. */
  readonly rows: readonly DayRow[];
  /** All days there ever were, also those whose rows were not wanted. */
  readonly dates: readonly BusinessDate[];
  /** Days that were closed by an older program, and whose files are gone. */
  readonly lost: readonly BusinessDate[];
}

export type Wanted = (date: string) => boolean;

/** What concerns other days than its own is read wherever it stands. */
const CONCERNS_OTHERS = ['"inspections":[{', '"withdrawn":[{', '"corrections":[{'];

/**
 * Day rows of a data folder: of the closings, of today so far, and, for days that an older program
 * closed, made from their files once and kept at hand. Years of closings are read line by line, and
 * only lines that are wanted are looked into.
 */
export class DayRows {
  readonly #place: Place;
  readonly #lobby: () => Lobby;
  readonly #at: () => number;
  /** As text, the small way to hold them. */
  readonly #made = new Map<string, string>();

  constructor(place: Place, lobby: () => Lobby, at: () => number) {
    this.#place = place;
    this.#lobby = lobby;
    this.#at = at;
  }

  /** @throws Unsound where a closing or a day's file is damaged */
  async read(wanted: Wanted): Promise<Rows> {
    const today = rowOf(this.#lobby(), this.#at());
    const { rows, bare } = await readClosed(this.#place, wanted);
    const open = today && !rows.has(today.date) && !bare.has(today.date) ? today : null;
    const files = new Set((await datesIn(this.#place.disk, this.#place.folder)) ?? []);
    const unmade = [...bare].filter((date) => files.has(date));
    for (const date of unmade) rows.set(date, null);
    for (const row of await this.#madeFor(unmade, wanted)) rows.set(row.date, row);
    if (open) rows.set(open.date, open);
    return ordered(rows, new Set([...bare].filter((date) => !files.has(date))));
  }

  async #madeFor(dates: readonly string[], wanted: Wanted): Promise<DayRow[]> {
    if (dates.some((date) => wanted(date) && !this.#made.has(date)))
      for (const row of await rowsFromFiles(this.#place, this.#lobby()))
        this.#made.set(row.date, JSON.stringify(row));
    return dates.filter(wanted).flatMap((date) => {
      const text = this.#made.get(date);
      return text === undefined ? [] : [JSON.parse(text) as DayRow];
    });
  }
}

/**
 * Rows of a folder that no hub runs in: made from the facts of its ledger where that is whole. Once old
 * days were pruned, a closing's own word counts, for the state before the first entry left is not known.
 */
export async function rowsOfFolder(place: Place, folded: Folded, wanted: Wanted): Promise<Rows> {
  const { rows, bare } = await readClosed(place, wanted);
  const made = new Map(folded.days.map(({ row }) => [row.date as string, row]));
  for (const [date, row] of made)
    if (folded.first === 1 || !rows.has(date)) rows.set(date, wanted(date) ? row : null);
  return ordered(rows, new Set([...bare].filter((date) => !made.has(date))));
}

function ordered(rows: ReadonlyMap<string, DayRow | null>, lost: ReadonlySet<string>): Rows {
  const dates = [...new Set([...rows.keys(), ...lost])].sort() as BusinessDate[];
  const found = dates.flatMap((date) => rows.get(date) ?? []);
  return { rows: found, dates, lost: [...lost].sort() as BusinessDate[] };
}

/** Rows by date, null where it was not wanted; `bare`: closed days that have none. */
async function readClosed({ disk, folder }: Place, wanted: Wanted) {
  const rows = new Map<string, DayRow | null>();
  const bare = new Set<string>();
  const names = (await disk.list(folder)) ?? [];
  if (!names.includes(CLOSINGS)) return { rows, bare };
  await streamLines(disk, join(folder, CLOSINGS), (line) => {
    const date = dateIn(line);
    const isWanted = wanted(date) || CONCERNS_OTHERS.some((text) => line.includes(text));
    if (!line.includes('"row":{')) bare.add(date);
    else rows.set(date, isWanted ? (parsed(line).row ?? null) : null);
  });
  return { rows, bare };
}

/** Every closing begins with its date: so are they written, and most need no more than that. */
function dateIn(line: Buffer): string {
  const [, date] = /^\{"date":"(\d{4}-\d\d-\d\d)"/.exec(line.toString('latin1', 0, 22)) ?? [];
  return date ?? parsed(line).date;
}

function parsed(line: Buffer): Closing {
  try {
    return JSON.parse(line.toString()) as Closing;
  } catch {
    throw new Unsound('unreadable');
  }
}

/** Every day's row from the files that are there; what came before the first was `lobby`'s settings. */
async function rowsFromFiles({ disk, folder }: Place, { visit }: Lobby): Promise<DayRow[]> {
  const days = new Days(initialLobby(visit.settings));
  const chain = { head: null as Chain['head'] };
  for (const date of (await datesIn(disk, folder)) ?? []) {
    const links: Chain = new Chain(chain.head, anywhere);
    await streamLines(disk, pathOf(folder, date), (line, number) => {
      const { seq, facts } = links.parse(line, number);
      folding(seq, () => {
        for (const fact of facts) days.take(fact);
      });
    });
    chain.head = links.head;
  }
  return days.all().map(({ row }) => row);
}
