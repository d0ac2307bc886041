import { hash } from 'node:crypto';
import { Answers } from '../../server/answers.ts';
import { closesDay, closingOf, Keepsakes } from '../../server/keepsakes.ts';
import type { Disk } from '../../server/ledger/disk.ts';
import { type Draft, openLedger } from '../../server/ledger/ledger.ts';
import { dayAfter } from '../../shared/calendar.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { evolve, type Fact, type Lobby } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { type Decided, Lively, type LivelyOptions } from './lively.ts';

const DAY = 86_400_000;

export interface YearOptions extends LivelyOptions {
  /** So many entries of one more day, which is not closed yet. */
  readonly today?: number;
}

/**
 * A data folder with very many days, quickly: one day is played, and each later one is that day moved on.
 * The state is folded, not decided, so the closings are what a hub would have written.
 */
export async function keepYear(disk: Disk, folder: string, options: YearOptions): Promise<Lobby> {
  const { from = '2025-10-01', days = 1, today = 0 } = options;
  const branch = new Lively(options);
  const played = branch.day(from);
  const keepsakes = new Keepsakes(disk, folder);
  await keepsakes.readRows();
  const { ledger } = await openLedger({ disk, folder });
  const answers = new Answers();
  let lobby = branch.begun;
  let date = from as BusinessDate;
  for (let day = 0; day < days; day++, date = dayAfter(date)) {
    await ledger.roll(date);
    const entries = await ledger.append(draftsOf(played, from, date, day));
    for (const entry of entries) {
      lobby = entry.facts.reduce(evolve, lobby);
      answers.learn(entry);
      if (!closesDay(entry.facts)) continue;
      answers.forget(entry.at);
      await keepsakes.saveClosing(closingOf(entry, lobby));
    }
  }
  await keepsakes.saveSettings(lobby.visit.settings);
  await keepsakes.saveCheckpoint(ledger.mark(), lobby, answers.all());
  if (today > 0) {
    await ledger.roll(date);
    await ledger.append(draftsOf(played.slice(0, today), from, date, days));
  }
  await ledger.close();
  await keepsakes.close();
  return lobby;
}

/** The first day's entries as those of `date`, so many days later. */
const draftsOf = (played: readonly Decided[], from: string, date: string, day: number) =>
  played.map(({ at, facts }, i) => draftOf(at + day * DAY, moved(facts, from, date, day * DAY), i));

function draftOf(at: number, facts: readonly Fact[], n: number): Draft {
  const id = uuid7(
    at,
    Uint8Array.from({ length: 10 }, (_, i) => (n >> i) & 255),
  );
  return { at, id, body: hash('sha256', id), device: null, person: null, facts };
}

/** Whatever names the first day or its times names the later one. */
function moved(facts: readonly Fact[], from: string, to: string, by: number): readonly Fact[] {
  if (by === 0) return facts;
  const text = JSON.stringify(facts).replaceAll(from, to);
  // Times of hub time have thirteen digits; no duration of a day has.
  return JSON.parse(text.replace(/(?<=[:[,])\d{13}(?=[,}\]])/g, (at) => String(Number(at) + by)));
}
