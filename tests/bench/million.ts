import { join } from 'node:path';
import type { Bench, Terms } from './benches.ts';
import { atLeast, atMost, figureOf } from './figure.ts';
import { keepPast } from './history.ts';
import { leftFolder, ranToEnd, startHub, startLimit } from './processes.ts';
import { inTurn } from './rounds.ts';

/** Days of 400 tickets that come to a million entries, and entries of the day that is not over. */
const DAYS = 471;
const TODAY = 1000;

interface Million {
  readonly folder: string;
  readonly data: string;
  readonly today: string;
}
let made: Promise<Million> | null = null;

/** One folder for all who need it: its making takes longer than its use. */
function million({ quick }: Terms): Promise<Million> {
  made ??= leftFolder().then(async (folder) => {
    const days = quick ? 20 : DAYS;
    return { folder, ...(await keepPast(folder, { days, tickets: 400, today: TODAY })) };
  });
  return made;
}

/** B6: from a start to ready, with a million entries behind it. */
export const start: Bench = {
  ids: ['B6'],
  async measure(terms) {
    const { folder, data, today } = await million(terms);
    const file = join(data, 'ledger', `${today}.jsonl`);
    const given = await inTurn(
      terms.quick ? 3 : 7,
      () => readyAfter(() => startHub({ folder })),
      () => readyAfter(() => startLimit('start', file)),
    );
    const goals = [atMost(1000, 'ours'), atMost(1.5)];
    const what = 'start to ready, 1,000,000 entries';
    return { figures: [figureOf({ id: 'B6', what, unit: 'ms', ...given, goals })] };
  },
};

async function readyAfter(start: () => ReturnType<typeof startHub>): Promise<number> {
  const server = await start();
  await server.end();
  return server.readyAfter;
}

/** B7: every entry verified; and with what was made of them, which is rebuilt and compared. */
export const verify: Bench = {
  ids: ['B7'],
  async measure(terms) {
    const { data } = await million(terms);
    let entries = 0;
    const rate = async (run: ReturnType<typeof ranToEnd>) => {
      const { took, said } = await run;
      entries = Number(/([\d,]+) entries/.exec(said)?.[1]?.replaceAll(',', '') ?? entries);
      return (1000 * entries) / took;
    };
    const verified = (...how: string[]) => rate(ranToEnd('hub', ['verify', ...how, data]));
    const bare = () => rate(ranToEnd('limits/verify', [join(data, 'ledger')]));
    const [few, more] = terms.quick ? [1, 2] : [2, 4];
    const whole: number[] = [];
    const ours = async () => {
      if (whole.length < few) whole.push(await verified());
      return verified('--chain');
    };
    const chain = await inTurn(more, ours, bare);
    const all = { id: 'B7', unit: '/s', goals: [atLeast(0.6), atLeast(entries / 10, 'ours')] };
    const says = `${entries.toLocaleString('en')} entries`;
    return {
      figures: [
        figureOf({ ...all, what: `verify --chain, ${says}`, ...chain }),
        figureOf({
          ...all,
          what: `verify, ${says}, all rebuilt`,
          ours: whole,
          bare: chain.bare.slice(0, few),
        }),
      ],
    };
  },
};
