import type { BusinessDate } from '../../shared/ids.ts';
import type { Settings } from '../../shared/settings.ts';
import { anywhere, Chain } from '../ledger/chain.ts';
import type { Entry } from '../ledger/entry.ts';
import { pathOf } from '../ledger/files.ts';
import { streamLines } from '../ledger/lines.ts';
import type { Place } from './past.ts';

/** What a day takes over from those before it; null: no day before it says so. */
export interface Before {
  readonly settings: Settings | null;
  /** Wall time − hub time, milliseconds. */
  readonly offset: number;
}

/** The last word of one day's file on what the next takes over; null: it says nothing of it. */
interface Word {
  readonly settings: Settings | null;
  readonly offset: number | null;
  readonly first: number;
}

/** Most lines say nothing of either: only these are read. */
const SPEAKS = ['"settings.changed"', '"hub.started"', '"clock.stepped"'];

/** Settings and clock offset in force when a day began, found by going back from it. */
export class Carried {
  readonly #place: Place;
  readonly #words = new Map<string, Word>();

  constructor(place: Place) {
    this.#place = place;
  }

  async into(date: BusinessDate, dates: readonly BusinessDate[]): Promise<Before> {
    let settings: Settings | null = null;
    let offset: number | null = null;
    for (const earlier of dates.filter((d) => d < date).reverse()) {
      const word = await this.#wordOf(earlier);
      settings ??= word.settings;
      offset ??= word.offset;
      if (settings && offset !== null) break;
    }
    return { settings, offset: offset ?? 0 };
  }

  /** Whether the ledger's first entry stands in this day's file. */
  async beginsIn(date: BusinessDate): Promise<boolean> {
    return (this.#words.get(date) ?? (await this.#read(date))).first === 1;
  }

  /** For a day that another one followed: its file grows no more, so its word is kept. */
  async #wordOf(date: BusinessDate): Promise<Word> {
    const known = this.#words.get(date) ?? (await this.#read(date));
    this.#words.set(date, known);
    return known;
  }

  async #read(date: BusinessDate): Promise<Word> {
    const { disk, folder } = this.#place;
    let word: Word = { settings: null, offset: null, first: 0 };
    await streamLines(disk, pathOf(folder, date), (line, number) => {
      const speaks = SPEAKS.some((text) => line.includes(text));
      if (number > 1 && !speaks) return;
      const entry = new Chain(null, anywhere).parse(line, number);
      word = entry.facts.reduce(heard, number === 1 ? { ...word, first: entry.seq } : word);
    });
    return word;
  }
}

function heard(word: Word, fact: Entry['facts'][number]): Word {
  if (fact.type === 'settings.changed') return { ...word, settings: fact.settings };
  if (fact.type === 'hub.started' || fact.type === 'clock.stepped')
    return { ...word, offset: fact.offset };
  return word;
}
