import { join } from 'node:path';
import { percentile } from '../../../shared/visit/spread.ts';
import type { OpenFile } from '../../ledger/disk.ts';
import { writeAll } from '../../ledger/durable.ts';
import { bad, type Look, notLooked, ok, type Patient, warning } from './check.ts';
import { nearest } from './place.ts';

/** Writes of one entry's size, each flushed. */
const TIMES = 48;
const BYTES = Buffer.alloc(700, 0x20);

/** Milliseconds. Below the first no medium was waited for; above the others a screen is felt to wait. */
const TOO_FAST = 0.08;
const SLOW = 25;
const VERY_SLOW = 500;

/**
 * Writes and flushes as the ledger does, in a file of its own that is taken away again, and says how
 * long it takes. It cannot see whether a medium lies; it sees when nothing waited for one.
 */
export const flush: Look = async (patient) => {
  const at = await nearest(patient);
  if (!(await patient.machine.mayWrite(at))) return notLooked((w) => w.flushNowhere(at));
  const path = join(at, `.tingtang-doctor-${process.pid}`);
  try {
    const took = await timed(patient, path);
    return judged(took, at);
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    return code === 'ENOSPC' ? bad((w) => w.flushFull(at)) : bad((w) => w.flushFails(at, code));
  } finally {
    await patient.machine.disk.remove(path).catch(() => {});
  }
};

function judged(took: readonly number[], at: string) {
  const sorted = took.toSorted((a, b) => a - b);
  const [median, longest] = [percentile(sorted, 0.5), sorted.at(-1) ?? 0];
  const said = [TIMES, shown(median), shown(longest)] as const;
  if (median < TOO_FAST) return warning((w) => w.flushTooFast(...said, at));
  if (median > SLOW || longest > VERY_SLOW) return warning((w) => w.flushSlow(...said));
  return ok((w) => w.flushFine(...said));
}

const shown = (ms: number) => ms.toFixed(ms < 10 ? 2 : 0);

async function timed({ machine }: Patient, path: string): Promise<number[]> {
  const file: OpenFile = await machine.disk.open(path, 'fresh');
  const took: number[] = [];
  try {
    for (let i = 0; i < TIMES; i++) {
      const { steady } = machine.now();
      await writeAll(file, BYTES, i * BYTES.length);
      await file.datasync();
      took.push(machine.now().steady - steady);
    }
  } finally {
    await file.close();
  }
  return took;
}
