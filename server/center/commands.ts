import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { branchId } from '../../shared/ids.ts';
import { systemClock } from '../clock.ts';
import { nodeDisk } from '../ledger/disk.ts';
import { GENESIS, type Head } from '../ledger/entry.ts';
import { readLines } from '../ledger/lines.ts';
import { HEADS } from '../ledger/witnesses.ts';
import { Plain } from '../plainly.ts';
import { makeCode } from './codes.ts';
import { REFUSED, type Refused } from './evidence.ts';
import { dataOf } from './options.ts';
import { branchName } from './protocol.ts';
import { type Enrolment, ROSTER } from './roster.ts';
import type { Place } from './stretch.ts';

/** Commands that only read a center's files, and put a code beside them: the center may be running. */
interface Given {
  readonly place: Place;
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
  const place = { disk: nodeDisk, folder: resolve(dataOf(values.data)) };
  return { place, branch: String(branch), name: values.name };
}

async function rowsOf<T>({ disk, folder }: Place, name: string): Promise<T[]> {
  const bytes = (await disk.read(join(folder, name))) ?? Buffer.alloc(0);
  return readLines(bytes, { parse: (line) => JSON.parse(line.toString()) as T }).rows;
}

export const enrolled = (place: Place) => rowsOf<Enrolment>(place, ROSTER);

export async function headOf({ disk, folder }: Place, { branch, epoch }: Enrolment): Promise<Head> {
  const shelf = { disk, folder: join(folder, 'branches', branch, String(epoch)) };
  return (await rowsOf<Head>(shelf, HEADS)).at(-1) ?? GENESIS;
}

const wall = () => systemClock(0).now().wall;

/** `center enrol BRANCH [--name NAME]`: prints a code, once. */
export async function runEnrol(args: string[]): Promise<void> {
  const { place, branch, name = branch } = givenIn(args, 'enrol');
  const rows = await enrolled(place);
  const same = rows.find((row) => row.branch.toLowerCase() === branch.toLowerCase());
  if (same)
    throw new Plain(
      `${same.branch} is enrolled already, epoch ${rows.filter((row) => row.branch === same.branch).length}: a new ledger for it is opened with npm run center -- epoch ${same.branch}.`,
    );
  console.log(await makeCode(place, { branch, name, epoch: 1 }, wall()));
}

/** `center epoch BRANCH`: prints a code for a new ledger, and what is lost by it. */
export async function runEpoch(args: string[]): Promise<void> {
  const { place, branch, name } = givenIn(args, 'epoch');
  const now = (await enrolled(place)).findLast((row) => row.branch === branch);
  if (!now) throw new Plain(`${branch} is not enrolled: npm run center -- enrol ${branch}`);
  const { seq, hash, at } = await headOf(place, now);
  const grant = { branch, name: name ?? now.name, epoch: now.epoch + 1 };
  console.log(await makeCode(place, grant, wall()));
  const until = seq === 0 ? '' : ` of ${new Date(at).toISOString()}`;
  console.error(
    `Once it is used, epoch ${now.epoch} of ${branch} ends for good at entry ${seq}${until}, ${hash}: whatever its ledger holds behind that is lost to the center.`,
  );
}

/** Every branch as the files say it, also beside a running center. */
export async function standsIn(place: Place) {
  const rows = await enrolled(place);
  const refused = await rowsOf<Refused>(place, REFUSED);
  const latest = rows.filter(
    (row) => !rows.some((r) => r.branch === row.branch && r.epoch > row.epoch),
  );
  return Promise.all(
    latest.map(async ({ key: _, code: __, ...row }) => {
      const last = refused.findLast((r) => r.branch === row.branch);
      const { seq, hash, at } = await headOf(place, { ...row, key: '', code: '' });
      const why = last && { code: last.code, at: last.at, details: last.details };
      return { ...row, head: { seq, hash, at }, refused: why ?? null };
    }),
  );
}

/** `center list [--json]`: every branch, up to where it was witnessed, and what it was refused for. */
export async function runList(args: string[]): Promise<void> {
  const options = { data: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args, options });
  const place = { disk: nodeDisk, folder: resolve(dataOf(values.data)) };
  const list = await standsIn(place);
  if (values.json) return console.log(JSON.stringify(list));
  for (const { branch, name, epoch, head, refused: no } of list)
    console.log(
      `${branch}  ${name}  epoch ${epoch}  entry ${head.seq}  ${head.seq ? new Date(head.at).toISOString() : '–'}${no ? `  refused ${new Date(no.at).toISOString()}: ${no.code}` : ''}`,
    );
}
