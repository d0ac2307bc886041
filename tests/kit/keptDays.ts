import { hash } from 'node:crypto';
import { Answers } from '../../server/answers.ts';
import { closesDay, closingOf, Keepsakes } from '../../server/keepsakes.ts';
import type { Disk } from '../../server/ledger/disk.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import { dayAfter } from '../../shared/calendar.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { Lively, type LivelyOptions } from './lively.ts';

/**
 * Writes a data folder as a hub would have left it: day files, closings, checkpoint, settings. Days are
 * played without a hub and each is flushed once, so a year takes a minute or two.
 */
export async function keepDays(disk: Disk, folder: string, options: LivelyOptions): Promise<Lobby> {
  const { from = '2026-10-01', days = 1 } = options;
  const branch = new Lively(options);
  const keepsakes = new Keepsakes(disk, folder);
  await keepsakes.readRows();
  const { ledger } = await openLedger({ disk, folder });
  const answers = new Answers();
  let [n, date] = [0, from as BusinessDate];
  for (let day = 0; day < days; day++, date = dayAfter(date)) {
    const drafts = branch.day(date).map(({ at, facts }) => {
      const id = uuid7(
        at,
        Uint8Array.from({ length: 10 }, (_, i) => (++n >> i) & 255),
      );
      return { at, id, body: hash('sha256', id), device: null, person: null, facts };
    });
    await ledger.roll(date);
    const entries = await ledger.append(drafts);
    for (const entry of entries) answers.learn(entry);
    const closing = entries.find((entry) => closesDay(entry.facts));
    if (!closing) throw new Error(`${date} was never closed`);
    answers.forget(closing.at);
    await keepsakes.saveClosing(closingOf(closing, branch.lobby));
  }
  await keepsakes.saveSettings(branch.lobby.visit.settings);
  await keepsakes.saveCheckpoint(ledger.mark(), branch.lobby, answers.all());
  await ledger.close();
  await keepsakes.close();
  return branch.lobby;
}
