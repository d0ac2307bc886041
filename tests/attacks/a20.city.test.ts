import { readdir, readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCenter } from '../../server/center/center.ts';
import { codeBeside, codeInTables } from '../../server/center/people/resetCommand.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { jsonLog } from '../../server/log.ts';
import type { PersonId } from '../../shared/city/ids.ts';
import { type CenterRig, CITY, startBranch, startCenter, tickets } from '../kit/center.ts';
import {
  asks,
  BROWSER,
  decides,
  founded,
  joined,
  PASSWORD,
  toCity,
  withTree,
} from '../kit/cityDoor.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 60_000 });

const NEXT = 'eleven geese in a field';
const WRONG = 'forty crows in a tree';
/** A password that went into the wrong field. */
const SLIPPED = 'Slipped-Password-17';

interface Told {
  /** Nobody may find these anywhere, once they were told. */
  readonly secrets: string[];
  /** Of people: beside the ledger only. */
  readonly names: string[];
  /** What was answered meanwhile, but for the one answer that tells a secret. */
  readonly answers: string[];
}

/** What the console prints for somebody who lost their password. */
type Resets = (person: PersonId, wall: number) => Promise<string>;

/** A day at the door: founded, invited, chosen, mistyped, changed, enrolled, and begun anew. */
async function livedThrough(city: CenterRig, resets: Resets): Promise<Told> {
  const chief = await founded(city);
  const firstCode = /administrator: (\S+)/.exec(city.said.join('\n'))?.[1] ?? '';
  const answers: string[] = [];
  const keep = <T>(answer: T): T => {
    answers.push(JSON.stringify(answer));
    return answer;
  };
  await withTree(city, chief);
  const ops = await joined(city, chief, { person: 'ops', role: 'operations', node: null });
  const named = { type: 'account.name', person: 'ops', name: '周到的人' };
  keep(await toCity(city, 'requests', named, chief));
  const signIn = (person: string, password: string) =>
    toCity(city, 'sign-in', { person, password, browser: BROWSER });
  keep(await signIn('ops', WRONG));
  keep(await signIn(SLIPPED, 'ops'));
  keep(await toCity(city, 'sign-in', { person: 'ops', password: WRONG, browser: 'x' }));
  keep(await toCity(city, 'choose', { code: 'BBBB-CCCC', password: WRONG, browser: BROWSER }));
  const changed = await toCity(
    ...([
      city,
      'requests',
      { type: 'account.password', password: PASSWORD, next: NEXT },
      ops,
    ] as const),
  );
  const invited = await toCity(city, 'requests', { type: 'account.invite', person: 'ops' }, chief);
  const enrol = { type: 'branch.enrol', branch: 'east', name: '东街网点' };
  const enrolled = await toCity(city, 'requests', enrol, chief);
  const branch = await startBranch(city, (enrolled.ok && enrolled.code) || '', {
    clock: city.clock,
  });
  await tickets(branch, 3);
  await branch.synced();
  const epoch = await toCity(city, 'requests', { type: 'branch.epoch', branch: 'east' }, chief);
  const reset = await resets('ops' as PersonId, city.clock.now().wall);
  const spare = await toCity(city, 'requests', { ...enrol, branch: 'spare' }, chief);
  keep(await decides(city, chief, { type: 'account.close', person: 'nobody' }));
  for (const type of ['people', 'offices'] as const) keep(await asks(city, chief, { type }));
  keep(await asks(city, chief, { type: 'sent', node: 'city' as never }));
  const told = (answer: typeof changed, what: 'code' | 'session') =>
    (answer.ok && answer[what]) || 'no such secret';
  const codes = [
    ...[firstCode, told(invited, 'code'), told(enrolled, 'code')],
    ...[told(epoch, 'code'), told(spare, 'code'), reset],
  ];
  const secrets = [
    ...[PASSWORD, NEXT, WRONG, SLIPPED, chief, ops, told(changed, 'session')],
    ...codes.flatMap((code) => [code, code.replaceAll('-', '')]),
  ];
  expect(secrets.every((one) => one.length > 7 && one !== 'no such secret')).toBe(true);
  return { secrets, names: ['周到的人'], answers };
}

const foundIn = (text: string, secrets: readonly string[]) =>
  secrets.filter((secret) => text.includes(secret));

function listening() {
  const logged: string[] = [];
  const log = jsonLog(
    (said) => void logged.push(said),
    () => NINE,
  );
  return { logged, log };
}

const metricsOf = async ({ url }: CenterRig) => (await fetch(new URL('/metrics', url))).text();

/** A center in a real folder. */
async function inFolder(folder: string, { log }: ReturnType<typeof listening>): Promise<CenterRig> {
  const said: string[] = [];
  const clock = handClock(NINE);
  const say = (text: string) => void said.push(text);
  const center = await createCenter({ disk: nodeDisk, folder, clock, say, log });
  await new Promise<void>((done) => center.http.listen(0, '127.0.0.1', done));
  const { port } = center.http.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/`);
  const stop = () => center.stop();
  onTestFinished(() => stop().catch(() => {}));
  return { center, disk: nodeDisk, clock, url, said, stop };
}

test('A20 city: no password, session or code lies in the folder, the log, the metrics or another answer', async () => {
  const folder = await temporaryFolder();
  const heard = listening();
  const city = await inFolder(folder, heard);
  const { secrets, names, answers } = await livedThrough(city, (person, wall) =>
    codeBeside({ disk: nodeDisk, folder }, person, wall),
  );
  const pem = await readFile(join(folder, 'key.pem'), 'utf8');
  const own = pem.split('\n')[1] ?? '';
  expect(own.length).toBeGreaterThan(20);
  for (const text of [...heard.logged, ...answers, await metricsOf(city)])
    expect(foundIn(text, [...secrets, own]), text).toEqual([]);
  expect(heard.logged.join('')).toMatch(/door\.refused.*"person":"ops"/);
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  expect(files.length).toBeGreaterThan(8);
  for (const path of files) {
    const text = await readFile(path, 'latin1');
    expect(foundIn(text, secrets), path).toEqual([]);
    if (!path.endsWith('key.pem')) expect(foundIn(text, [own]), path).toEqual([]);
    const isNamed = Buffer.from(text, 'latin1')
      .toString()
      .includes(names[0] ?? '');
    expect(isNamed, path).toBe(path.endsWith('people.json'));
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777, path).toBe(0o600);
  }
  // What a console prints is for whoever sits at it: the first code, and nothing else of it.
  const console = city.said.filter((line) => !line.includes('one-time code')).join('\n');
  expect(foundIn(console, secrets)).toEqual([]);
});

test.skipIf(isAbsent('postgres'))(
  'A20 city: nor in any table of a database that servers share; names of people only in theirs',
  async () => {
    const heard = listening();
    const store = await openStore('postgres');
    const tables = { isRecord: true, store } as const;
    const city = await startCenter(new MemoryDisk(), { tables, log: heard.log });
    const center = { store, place: { disk: city.disk, folder: CITY } };
    const { secrets, names, answers } = await livedThrough(city, (person, wall) =>
      codeInTables(center, person, wall),
    );
    for (const text of [...heard.logged, ...answers, await metricsOf(city)])
      expect(foundIn(text, secrets), text).toEqual([]);
    const listed = await sql<{ name: string }>`
      select c.relname name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select')`.execute(
      store.db,
    );
    expect(listed.rows.length).toBeGreaterThan(15);
    for (const { name } of listed.rows) {
      const { rows } = await sql<{ text: string }>`
        select t::text text from ${sql.table(name)} t`.execute(store.db);
      const text = rows.map((row) => row.text).join('\n');
      expect(foundIn(text, secrets), name).toEqual([]);
      expect(foundIn(text, names).length > 0, name).toBe(name === 'people');
    }
  },
);
