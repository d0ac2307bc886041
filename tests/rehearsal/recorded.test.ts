import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { replay } from '../../server/rehearsal/replay/replay.ts';

/** Recorded logs are not part of the project; where they lie beside it, they are used. */
const logs =
  process.env.TINGTANG_LOGS ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const weeks = `${logs}/bank_1999-02-07_20.csv`;
const absent = existsSync(weeks) ? '' : ' (no recorded logs here: not tried)';

test.skipIf(absent !== '')(
  `on two recorded weeks the expected wait is far better than the length of the queue says${absent}`,
  async () => {
    const options = { policy: 'recorded', skipBad: false, unrecordedAsOrdinary: false } as const;
    const { prediction } = await replay({ file: weeks, ...options });
    const { n, mae, rmse, meanWait, covered } = prediction;
    expect(n).toBe(7252);
    // People waiting plus one, by the mean service, over those at work: 0.652 and 0.955.
    expect((mae ?? 0) / (meanWait ?? 1)).toBeLessThanOrEqual(0.54);
    expect((rmse ?? 0) / (meanWait ?? 1)).toBeLessThanOrEqual(0.81);
    expect(covered).toBeGreaterThanOrEqual(0.57);
    expect(covered).toBeLessThanOrEqual(0.63);
  },
  120_000,
);
