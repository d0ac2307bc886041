import { join } from 'node:path';
import type { Bench, Terms } from './benches.ts';
import { atLeast, atMost, figureOf } from './figure.ts';
import { keepPast } from './history.ts';
import { inFolder, ranToEnd, startHub, startLimit } from './processes.ts';
import { inTurn } from './rounds.ts';

/** Days of 400 tickets that come to a million entries, and entries of the day that is not over. */
const DAYS = 471;
const TODAY = 1000;

/** Makes the folder, uses it, and takes it away. */
const withMillion = <T>(
  { quick }: Terms,
  use: (folder: string, data: string, today: string) => Promise<T>,
) =>
  inFolder(async (folder) => {
    const days = quick ? 20 : DAYS;
    const { data, today } = await keepPast(folder, { days, tickets: 400, today: TODAY });
    return await use(folder, data, today);
  });

/** B6: from a start to ready, with a million entries behind it. */
export const start: Bench = {
  ids: ['B6'],
  measure: (terms) =>
    withMillion(terms, async (folder, data, today) => {
      const file = join(data, 'ledger', `${today}.jsonl`);
      const given = await inTurn(
        terms.quick ? 3 : 7,
        () => readyAfter(() => startHub({ folder })),
        () => readyAfter(() => startLimit('start', file)),
      );
      const goals = [atMost(1000, 'ours'), atMost(1.5)];
      const what = 'start to ready, 1,000,000 entries';
      return { figures: [figureOf({ id: 'B6', what, unit: 'ms', ...given, goals })] };
    }),
};

async function readyAfter(start: () => ReturnType<typeof startHub>): Promise<number> {
  const server = await start();
  await server.end();
  return server.readyAfter;
}

/** B7: every entry verified, and what was made of them rebuilt and compared. */
export const verify: Bench = {
  ids: ['B7'],
  measure: (terms) =>
    withMillion(terms, async (_, data) => {
      let entries = 0;
      const rate = async (run: ReturnType<typeof ranToEnd>) => {
        const { took, said } = await run;
        entries = Number(/([\d,]+) entries/.exec(said)?.[1]?.replaceAll(',', '') ?? entries);
        return (1000 * entries) / took;
      };
      const given = await inTurn(
        terms.quick ? 3 : 5,
        () => rate(ranToEnd('hub', ['verify', data])),
        () => rate(ranToEnd('limits/verify', [join(data, 'ledger')])),
      );
      const what = `verify, ${entries.toLocaleString('en')} entries`;
      const goals = [atLeast(0.6), atLeast(entries / 10, 'ours')];
      return { figures: [figureOf({ id: 'B7', what, unit: '/s', ...given, goals })] };
    }),
};
