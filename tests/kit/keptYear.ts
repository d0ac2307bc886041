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
/** Days whose answers are still known at the end: a week, and a little more. */
const REMEMBERED = 9;

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
  const moved = mover(played, from);
  let lobby = branch.begun;
  let date = from as BusinessDate;
  for (let day = 0; day < days; day++, date = dayAfter(date)) {
    await ledger.roll(date);
    const entries = await ledger.append(draftsOf(moved(date, day), day));
    for (const entry of entries) {
      lobby = entry.facts.reduce(evolve, lobby);
      if (days - day <= REMEMBERED) answers.learn(entry);
      if (!closesDay(entry.facts)) continue;
      answers.forget(entry.at);
      await keepsakes.saveClosing(closingOf(entry, lobby));
    }
  }
  await keepsakes.saveSettings(lobby.visit.settings);
  await keepsakes.saveCheckpoint(ledger.mark(), lobby, answers.all());
  if (today > 0) {
    await ledger.roll(date);
    await ledger.append(draftsOf(moved(date, days).slice(0, today), days));
  }
  await ledger.close();
  await keepsakes.close();
  return lobby;
}

const draftsOf = (decided: readonly Decided[], day: number) =>
  decided.map(({ at, facts }, i) => draftOf(at + day * DAY, facts, i));

function draftOf(at: number, facts: readonly Fact[], n: number): Draft {
  const id = uuid7(
    at,
    Uint8Array.from({ length: 10 }, (_, i) => (n >> i) & 255),
  );
  return { at, id, body: hash('sha256', id), device: null, person: null, facts };
}

/** The first day's facts as those of a later date: whatever names that day or its times names the later one. */
function mover(played: readonly Decided[], from: string) {
  const text = JSON.stringify(played.map(({ facts }) => facts));
  return (to: string, day: number): readonly Decided[] => {
    // Times of hub time have thirteen digits; no duration of a day has.
    const moved = text
      .replaceAll(from, to)
      .replace(/(?<=[:[,])\d{13}(?=[,}\]])/g, (at) => String(Number(at) + day * DAY));
    const facts = JSON.parse(moved) as readonly (readonly Fact[])[];
    return played.map(({ at }, i) => ({ at, facts: facts[i] ?? [] }));
  };
}
