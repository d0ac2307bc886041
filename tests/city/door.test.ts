import { expect, test } from 'vitest';
import { startCenter } from '../kit/center.ts';
import {
  asks,
  BROWSER,
  decides,
  firstCode,
  founded,
  joined,
  PASSWORD,
  toCity,
  withTree,
} from '../kit/cityDoor.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const signIn = (person: string, password = PASSWORD, browser = BROWSER) => ({
  ...{ person, password, browser },
});

test('the first administrator comes in by the code on the console, once, and signs in from then on', async () => {
  const city = await startCenter();
  const door = await fetch(new URL('/api/city/door', city.url));
  expect(await door.json()).toEqual({ ok: true, founding: true });
  const code = await firstCode(city);
  const first = { code, person: 'chief', name: '首位', password: PASSWORD, browser: BROWSER };
  const weak = await toCity(city, 'found', { ...first, password: '1234567890' });
  expect(weak).toMatchObject({ ok: false, code: 'door.weakPassword' });
  const wrong = await toCity(city, 'found', { ...first, code: 'AAAA-BBBB-CCCC-DDDD' });
  expect(wrong).toMatchObject({ ok: false, code: 'door.codeUnknown' });
  expect(await toCity(city, 'found', first)).toMatchObject({ ok: true });
  const again = await toCity(city, 'found', { ...first, person: 'other' });
  expect(again).toMatchObject({ ok: false, code: 'door.codeUnknown' });
  expect(await toCity(city, 'sign-in', signIn('chief'))).toMatchObject({ ok: true });
  const { accounts } = city.center.city.state.people;
  expect(Object.keys(accounts)).toEqual(['chief']);
  await city.center.screens.start();
  expect(city.said.filter((line) => line.includes('one-time'))).toHaveLength(1);
});

test('an invited person chooses a password; a session ends with signing out, and with a new password', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  const ops = await joined(city, chief, { person: 'ops', role: 'operations', node: null });
  const people = { type: 'people' } as const;
  expect(await asks(city, ops, people)).toMatchObject({ ok: true });
  await toCity(city, 'requests', { type: 'account.signOut' }, ops);
  expect(await asks(city, ops, people)).toMatchObject({ code: 'door.signedOut' });
  const one = await toCity(city, 'sign-in', signIn('ops'));
  const token = (one.ok && one.session) || '';
  const next = 'eleven geese in a field';
  const change = { type: 'account.password', password: PASSWORD, next };
  const other = await toCity(city, 'requests', change, token);
  expect(other).toMatchObject({ ok: true });
  expect(await asks(city, token, people)).toMatchObject({ code: 'door.signedOut' });
  expect(await toCity(city, 'sign-in', signIn('ops'))).toMatchObject({ code: 'door.notKnown' });
  expect(await toCity(city, 'sign-in', signIn('ops', next))).toMatchObject({ ok: true });
});

test('whoever is closed out is out at once; the last administrator stays', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  const ops = await joined(city, chief, { person: 'ops', role: 'operations', node: null });
  const close = (person: string) => decides(city, chief, { type: 'account.close', person });
  expect(await close('ops')).toMatchObject({ ok: true });
  expect(await asks(city, ops, { type: 'people' })).toMatchObject({ code: 'door.signedOut' });
  expect(await toCity(city, 'sign-in', signIn('ops'))).toMatchObject({ code: 'door.notKnown' });
  expect(await close('chief')).toMatchObject({ code: 'account.lastAdministrator' });
});

test('wrong passwords are counted for an account; its owner still comes in from the usual browser', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  await joined(city, chief, { person: 'ops', role: 'operations', node: null });
  expect(await toCity(city, 'sign-in', signIn('ops'))).toMatchObject({ ok: true });
  const answers = new Set<string>();
  for (let n = 0; n < 12; n++) {
    const said = await toCity(
      city,
      'sign-in',
      signIn('ops', 'wrong as can be', `stranger-${n}-somewhere`),
    );
    if (!said.ok) answers.add(said.code);
  }
  expect([...answers]).toEqual(['door.notKnown', 'door.wait']);
  expect(await toCity(city, 'sign-in', signIn('ops'))).toMatchObject({ ok: true });
  const nobody = await toCity(city, 'sign-in', signIn('nobody-at-all'));
  expect(nobody).toMatchObject({ code: 'door.notKnown' });
});

test('a leader lets nobody in, and administrators of a unit let others into that unit alone', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  await withTree(city, chief);
  const east = await joined(city, chief, {
    person: 'east-admin',
    role: 'administrator',
    node: 'E',
  });
  const add = (token: string, node: string | null) =>
    decides(city, token, { type: 'account.add', person: 'someone', role: 'leader', node });
  const leader = await joined(city, east, { person: 'leader', role: 'leader', node: 'east' });
  expect(await add(leader, 'east')).toMatchObject({ code: 'door.forbidden' });
  expect(await add(east, 'W')).toMatchObject({ code: 'door.outside' });
  expect(await add(east, null)).toMatchObject({ code: 'account.notYours' });
  expect(await add(east, 'nowhere')).toMatchObject({ ok: false });
  const erase = { type: 'account.erase', person: 'chief' };
  expect(await toCity(city, 'requests', erase, east)).toMatchObject({ code: 'door.outside' });
  expect(await add(east, 'E')).toMatchObject({ ok: true });
});

test('names and passwords stand in no fact, and all of it survives a restart', async () => {
  const disk = new MemoryDisk();
  const city = await startCenter(disk);
  const chief = await founded(city);
  await toCity(city, 'requests', { type: 'account.name', person: 'chief', name: '周到' }, chief);
  await city.stop();
  const ledger = disk.paths.filter((path) => path.includes('/city/ledger/'));
  const bytes = ledger.map((path) => disk.peek(path)?.toString() ?? '').join();
  expect(bytes).toContain('account.signedIn');
  for (const secret of ['周到', PASSWORD, chief, 'argon2']) expect(bytes).not.toContain(secret);
  expect(disk.peek('/city/people.json')?.toString()).not.toContain(chief);
  const later = await startCenter(disk);
  const asked = await asks(later, chief, { type: 'people' });
  expect(asked).toMatchObject({
    ok: true,
    answer: { accounts: [{ person: 'chief', name: '周到' }] },
  });
});
