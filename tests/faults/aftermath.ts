import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import type { ServiceId } from '../../shared/ids.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { MemoryDisk } from '../kit/memoryDisk.ts';
import { FOLDER, Life, type LifeParts } from './life.ts';
import { countIds, linesOn } from './onDisk.ts';
import { quiet } from './world.ts';

/** What is found when the hub is started after a fault. */
export interface Aftermath {
  /** Why it does not start, or takes nothing; null when it does. */
  readonly down: string | null;
  /** Acknowledged ids that the ledger lacks, or holds twice. */
  readonly lost: readonly string[];
}

/**
 * Starts the hub on what a fault left behind, has one more ticket taken, and cuts the power: whatever
 * was acknowledged, before or now, must be in the ledger once.
 */
export async function aftermath(
  parts: LifeParts & { readonly medium: MemoryDisk },
  told: Iterable<string>,
): Promise<Aftermath> {
  const { medium, world } = parts;
  const known = [...told];
  let down: string | null = null;
  try {
    const life = await Life.begin(parts);
    if (!life) throw new Error('it died at once');
    const id = uuid7(life.clock.now().at, new Uint8Array(10).fill(known.length));
    const service = 'cash' as ServiceId;
    const take = { type: 'ticket.issue', service, class: 'ordinary', by: 'hand', id };
    const answer = await life.press(take);
    if (answer?.ok) known.push(id);
    else down = `a ticket is refused: ${answer ? answer.code : 'no answer'}`;
    await world.leap(3000);
    await life.kill();
    medium.powerCut();
    down ??= await unsound(medium);
  } catch (error) {
    down = String(error);
  }
  await quiet();
  const counts = countIds(linesOn(medium));
  return { down, lost: known.filter((id) => counts.get(id) !== 1) };
}

/** What the full verification has against the folder. */
export async function unsound(disk: MemoryDisk): Promise<string | null> {
  const verdict = await verifyHistory(disk, FOLDER);
  return verdict.ok ? null : printVerdict(verdict);
}
