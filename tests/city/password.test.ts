import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { codeBeside, codeInTables, runPassword } from '../../server/center/people/resetCommand.ts';
import { runCenter } from '../../server/center/run.ts';
import { type CenterRig, CITY, startCenter } from '../kit/center.ts';
import { asks, BROWSER, decides, founded, joined, PASSWORD, toCity } from '../kit/cityDoor.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';
import { decides as inFolder } from '../kit/wildCity.ts';

vi.setConfig({ testTimeout: 60_000 });

const NEXT = 'eleven geese in a field';
const chief = 'chief' as never;
const people = { type: 'people' } as const;
const choose = (city: CenterRig, code: string, password = NEXT) =>
  toCity(city, 'choose', { code, password, browser: BROWSER });
const beside = ({ disk, clock }: CenterRig, person = chief) =>
  codeBeside({ disk, folder: CITY }, person, clock.now().wall);
const factsOf = async ({ disk }: CenterRig) => {
  const paths = (disk as MemoryDisk).paths.filter((path) => path.includes('/city/ledger/'));
  const text = paths.map((path) => (disk as MemoryDisk).peek(path)?.toString() ?? '').join('');
  return [...text.matchAll(/"type":"(account\.[a-zA-Z]+)"/g)].map(([, type]) => type);
};

test('the console gives a code beside a running center; it works once, ends what was open, and is a fact', async () => {
  const city = await startCenter();
  const token = await founded(city);
  const first = await beside(city);
  const code = await beside(city);
  expect(await choose(city, first)).toMatchObject({ code: 'door.codeUnknown' });
  expect(await choose(city, code, '1234567890')).toMatchObject({ code: 'door.weakPassword' });
  expect(await choose(city, code)).toMatchObject({ ok: true });
  expect((await factsOf(city)).slice(-3)).toEqual([
    ...['account.invited', 'account.passwordSet', 'account.signedIn'],
  ]);
  expect(await choose(city, code)).toMatchObject({ code: 'door.codeUnknown' });
  expect(await asks(city, token, people)).toMatchObject({ code: 'door.signedOut' });
  const shown = { person: 'chief', browser: BROWSER };
  const old = await toCity(city, 'sign-in', { ...shown, password: PASSWORD });
  expect(old).toMatchObject({ code: 'door.notKnown' });
  expect(await toCity(city, 'sign-in', { ...shown, password: NEXT })).toMatchObject({ ok: true });
});

test('whoever has no account is given none, and a code is worth nothing once its account is closed or old', async () => {
  const city = await startCenter();
  const token = await founded(city);
  await expect(beside(city, 'nobody' as never)).rejects.toThrow(/no account nobody.*chief/);
  const ops = 'ops' as never;
  await joined(city, token, { person: 'ops', role: 'operations', node: null });
  const code = await beside(city, ops);
  await decides(city, token, { type: 'account.close', person: 'ops' });
  await expect(beside(city, ops)).rejects.toThrow(/no account ops/);
  expect(await choose(city, code)).toMatchObject({ code: 'account.unknown' });
  const late = await beside(city);
  city.clock.turn(3 * 24 * 3_600_000 + 1);
  expect(await choose(city, late)).toMatchObject({ code: 'door.codeUnknown' });
});

test('on the command line it names what to do, and prints nothing but the code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-password-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());
  const reset = (...args: string[]) => runCenter(['password', ...args, '--data', folder]);
  await expect(reset('chief')).rejects.toThrow(/no account in .*start the center/);
  await inFolder(folder, [{ type: 'account.found', person: 'chief' }]);
  await expect(runPassword(['--data', folder])).rejects.toThrow(/Name one person/);
  await expect(reset('chief', 'ops')).rejects.toThrow(/Name one person/);
  await reset('chief');
  expect(said.mock.calls).toEqual([[expect.stringMatching(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/)]]);
});

test.skipIf(isAbsent('postgres'))(
  'in a database the code lies where all servers look, and the ledger says so at once',
  async () => {
    const store = await openStore('postgres');
    const tables = { isRecord: true, store } as const;
    const city = await startCenter(new MemoryDisk(), { tables });
    await founded(city);
    const { wall } = city.clock.now();
    const center = { store, place: { disk: city.disk, folder: CITY } };
    await expect(codeInTables(center, 'nobody' as never, wall)).rejects.toThrow(
      /no account nobody/,
    );
    const code = await codeInTables(center, chief, wall);
    await city.center.city.catchUp();
    expect(city.center.city.state.people.accounts[chief]?.invitedAt).not.toBeNull();
    expect(await choose(city, code)).toMatchObject({ ok: true });
  },
);
