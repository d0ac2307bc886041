import { hash } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CityFiles, cityFolder } from '../../server/center/city/files.ts';
import { CityRoom } from '../../server/center/city/room.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { openKey } from '../../server/ledger/key.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import type { CityCommand } from '../../shared/city/city.ts';
import type { PersonId } from '../../shared/city/ids.ts';
import type { BranchId } from '../../shared/ids.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { Road } from './down.ts';
import { handClock } from './handClock.ts';
import { type Decided, WildBranch } from './wildBranch.ts';

/** A center's folder with the ledgers of some branches in it, as an intake would have left it. */
export async function keepWild(
  folder: string,
  id: string,
  {
    seed,
    dates,
    presses,
    epochs = 1,
    sends = {},
  }: {
    seed: number;
    dates: readonly string[];
    presses: number;
    epochs?: number;
    /** What the city sends down, by the date on which it is entered. */
    sends?: Readonly<Record<string, readonly object[]>>;
  },
): Promise<void> {
  const each = Math.ceil(dates.length / epochs);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const branch = new WildBranch(id, seed + epoch);
    const road = new Road();
    const to = { branch: id as BranchId, epoch };
    const own = dates.slice((epoch - 1) * each, epoch * each);
    const place = join(folder, 'branches', id, String(epoch));
    await mkdir(place, { recursive: true });
    const key = await openKey(nodeDisk, place, false);
    const { ledger } = await openLedger({ disk: nodeDisk, folder: place });
    for (const date of own) {
      await ledger.roll(date);
      const items = (sends[date] ?? []).map((body) => road.next(body, to));
      await ledger.append(branch.day(date, presses, items).map(draftOf));
    }
    await appendFile(join(place, 'heads.jsonl'), `${JSON.stringify(key.sign(ledger.head()))}\n`);
    await ledger.close();
    const row = { branch: id, name: `网点 ${id}`, epoch, key: key.publicPem(), code: '', at: 0 };
    await appendFile(
      join(folder, 'branches.jsonl'),
      `${JSON.stringify({ ...row, after: null })}\n`,
    );
  }
}

let n = 0;
function draftOf({ at, facts }: Decided) {
  const id = uuid7(
    at,
    Uint8Array.from({ length: 10 }, (_, i) => (++n >> i) & 255),
  );
  return { at, id, body: hash('sha256', id), device: null, person: null, facts };
}

/** The city's own ledger in that folder: what the commands come to. */
export async function decides(folder: string, commands: readonly unknown[]): Promise<CityRoom> {
  const key = await openKey(nodeDisk, folder, false);
  const log = await CityFiles.open({ disk: nodeDisk, folder: cityFolder(folder) }, key);
  const room = await CityRoom.open({
    log,
    clock: handClock(Date.parse('2026-09-01T09:00:00+08:00')),
  });
  for (const command of commands) {
    const who = { person: 'chief' as PersonId, role: 'administrator', scope: null } as const;
    const answer = await room.takeOwn(command as CityCommand, who);
    if (!answer.ok) throw new Error(answer.says.en);
  }
  await room.close();
  return room;
}
