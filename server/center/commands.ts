import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { branchId } from '../../shared/ids.ts';
import { systemClock } from '../clock.ts';
import { nodeDisk } from '../ledger/disk.ts';
import { Plain } from '../plainly.ts';
import { type Beside, besideFiles, besideTables } from './beside.ts';
import { makeCode } from './codes.ts';
import { dataOf } from './options.ts';
import { branchName } from './protocol.ts';
import { currentOf } from './roster.ts';
import { openRecord } from './tables.ts';

/** Commands that only look, and put a code beside what a center has: it may be running. */
interface Given {
  readonly data: string | undefined;
  readonly branch: string;
  readonly name: string | undefined;
}

function givenIn(args: string[], word: string): Given {
  const options = { data: { type: 'string' }, name: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [branch] = positionals;
  if (positionals.length !== 1 || !branchId.safeParse(branch).success)
    throw new Plain(
      `Name one branch by its id (letters, digits, - and _): npm run center -- ${word} BRANCH --data DIR`,
    );
  if (values.name !== undefined && !branchName.safeParse(values.name).success)
    throw new Plain(`"${values.name}" is no name: give one line of at most 40 letters.`);
  return { data: values.data, branch: String(branch), name: values.name };
}

/** Works on the database where there is one, else on the files of a folder. */
async function beside<T>(data: string | undefined, work: (it: Beside) => Promise<T>): Promise<T> {
  const store = await openRecord(console.error);
  if (!store) return work(besideFiles({ disk: nodeDisk, folder: resolve(dataOf(data)) }));
  try {
    return await work(besideTables(store));
  } finally {
    await store.close();
  }
}

const wall = () => systemClock(0).now().wall;

async function nowOf(it: Beside, branch: string) {
  const now = (await it.enrolled()).findLast((row) => row.branch === branch);
  if (!now) throw new Plain(`${branch} is not enrolled: npm run center -- enrol ${branch}`);
  if ((await it.endedAt(branch)) !== null)
    throw new Plain(`${branch} was closed for good: give another branch an id of its own.`);
  const { seq, hash, at } = await it.headOf(now);
  const until = seq === 0 ? '' : ` of ${new Date(at).toISOString()}`;
  return { now, end: `entry ${seq}${until}, ${hash}` };
}

/** `center enrol BRANCH [--name NAME]`: prints a code, once. */
export async function runEnrol(args: string[]): Promise<void> {
  const { data, branch, name = branch } = givenIn(args, 'enrol');
  await beside(data, async (it) => {
    const rows = await it.enrolled();
    const same = rows.find((row) => row.branch.toLowerCase() === branch.toLowerCase());
    if (same)
      throw new Plain(
        `${same.branch} is enrolled already, epoch ${rows.filter((row) => row.branch === same.branch).length}: a new ledger for it is opened with npm run center -- epoch ${same.branch}.`,
      );
    console.log(await makeCode(it.codes, { branch, name, epoch: 1 }, wall()));
  });
}

/** `center epoch BRANCH`: prints a code for a new ledger, and what is lost by it. */
export async function runEpoch(args: string[]): Promise<void> {
  const { data, branch, name } = givenIn(args, 'epoch');
  await beside(data, async (it) => {
    const { now, end } = await nowOf(it, branch);
    const grant = { branch, name: name ?? now.name, epoch: now.epoch + 1 };
    console.log(await makeCode(it.codes, grant, wall()));
    console.error(
      `Once it is used, epoch ${now.epoch} of ${branch} ends for good at ${end}: whatever its ledger holds behind that is lost to the center.`,
    );
  });
}

/** `center end BRANCH`: a branch that closes for good. Nothing more is taken from it; all stays. */
export async function runEnd(args: string[]): Promise<void> {
  const { data, branch } = givenIn(args, 'end');
  await beside(data, async (it) => {
    const { end } = await nowOf(it, branch);
    await it.end(branch, wall());
    console.log(`${branch} has ended at ${end}. What it sent stays, and counts for its months.`);
  });
}

/** `center list [--json]`: every branch, up to where it was witnessed, and what it was refused for. */
export async function runList(args: string[]): Promise<void> {
  const options = { data: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args, options });
  const list = await beside(values.data, listed);
  if (values.json) return console.log(JSON.stringify(list));
  for (const { branch, name, epoch, head, refused: no, endedAt, differs } of list)
    console.log(
      [
        `${branch}  ${name}  epoch ${epoch}  entry ${head.seq}  ${timeOf(head.seq ? head.at : null)}`,
        no ? `refused ${timeOf(no.at)}: ${no.code}` : '',
        differs ? `ITS OWN SUMS DIFFER on ${differs.days} days, last ${differs.last}` : '',
        endedAt === null ? '' : `ended ${timeOf(endedAt)}`,
      ]
        .filter(Boolean)
        .join('  '),
    );
}

const timeOf = (at: number | null) => (at === null ? '–' : new Date(at).toISOString());

export async function listed(it: Beside) {
  const [refused, alarms] = [await it.refused(), await it.alarms()];
  const rows = currentOf(await it.enrolled());
  return Promise.all(
    rows.map(async (row) => {
      const { branch, name, epoch, at: enrolledAt, after } = row;
      const { seq, hash, at } = await it.headOf(row);
      const last = refused.get(row.branch);
      const why = last ? { code: last.code, at: last.at, details: last.details } : null;
      const { differs = null } = alarms.get(row.branch) ?? {};
      const endedAt = await it.endedAt(row.branch);
      return {
        ...{ branch, name, epoch, at: enrolledAt, after },
        head: { seq, hash, at },
        refused: why,
        endedAt,
        differs,
      };
    }),
  );
}
