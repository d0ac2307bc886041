import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { handClock } from '../kit/handClock.ts';
import { ask, openBranch, PIN, pair, signedIn, signIn, startHouse } from '../kit/house.ts';
import { NINE } from '../kit/hub.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { ran } from '../kit/process.ts';

const code = async (answer: ReturnType<typeof signIn>) => {
  const said = await answer;
  return typeof said === 'string' ? 'in' : said.code;
};

test('A16: an account takes at most twenty wrong PINs an hour, however many try at once', async () => {
  const { rig, panel, token } = await openBranch();
  await signedIn(rig, token.counter, 't1', PIN);
  const boss = await signedIn(rig, panel, 'b1', PIN);
  const other = await pair(rig, boss, 'counter', '3');
  const guesses = [token.counter, other.token, token.floor].flatMap((at) =>
    Array.from({ length: 15 }, (_, i) => code(signIn(rig, at, 't1', `4455${10 + i}`))),
  );
  const said = await Promise.all(guesses);
  expect(said.filter((s) => s === 'person.notKnown').length).toBeLessThanOrEqual(20);
  expect(said).not.toContain('in');
  rig.clock.turn(3_600_001);
  expect(await code(signIn(rig, token.counter, 't1', PIN))).toBe('in');
}, 30_000);

test('A16: a stranger’s guesses lock neither the owner out nor anybody else', async () => {
  const { rig, token } = await openBranch();
  await signedIn(rig, token.counter, 't1', PIN);
  for (let i = 0; i < 12; i++) await signIn(rig, token.floor, 't1', `9137${10 + i}`);
  expect(await code(signIn(rig, token.floor, 't1', PIN))).toBe('person.wait');
  expect(await code(signIn(rig, token.counter, 't1', PIN))).toBe('in');
  expect(await code(signIn(rig, token.floor, 'l1', PIN))).toBe('in');
}, 30_000);

test('A16: one PIN sprayed over many numbers from one device runs dry', async () => {
  const { rig, token } = await openBranch();
  const said = await Promise.all(
    Array.from({ length: 60 }, (_, i) => code(signIn(rig, token.floor, `n${i}`, '246813'))),
  );
  expect(said.filter((s) => s === 'person.notKnown')).toHaveLength(40);
  expect(await code(signIn(rig, token.counter, 't1', PIN))).toBe('in');
}, 30_000);

test('A16: a wrong number and a wrong PIN are told alike, and take about as long', async () => {
  const { rig, token } = await openBranch();
  const timed = async (person: string) => {
    const from = performance.now();
    const said = await signIn(rig, token.counter, person, '919283');
    return { ms: performance.now() - from, said };
  };
  await timed('t1');
  const [known, unknown] = [await timed('t1'), await timed('ghost')];
  expect(known.said).toEqual(unknown.said);
  expect(unknown.ms).toBeGreaterThan(known.ms / 5);
});

test('A16: easy PINs are refused, and what is kept of a PIN is slow to try', async () => {
  const { rig, panel, token } = await openBranch();
  const boss = await signedIn(rig, panel, 'b1', PIN);
  for (const pin of ['000000', '123456', '987654'])
    expect(
      await ask(rig, boss, { type: 'staff.setPin', person: 't1' as never, pin }),
    ).toMatchObject({ code: 'person.weakPin' });
  const kept = String(await rig.disk.read('/data/people.json'));
  expect(kept).toContain('$argon2id$v=19$m=19456,t=2');
  expect(kept).not.toContain(PIN);
  const mine = await signedIn(rig, token.counter, 't1', PIN);
  const next = '602948';
  expect(await ask(rig, mine, { type: 'person.changePin', pin: '111222', next })).toMatchObject({
    code: 'person.notKnown',
  });
  expect(await ask(rig, mine, { type: 'person.changePin', pin: PIN, next })).toEqual(
    expect.objectContaining({ ok: true }),
  );
  expect(await code(signIn(rig, token.counter, 't1', next))).toBe('in');
});

test('A16: a lost PIN is reset at the hub’s own console alone, as a fact', async () => {
  const folder = await temporaryFolder();
  const { rig } = await openBranch({ disk: nodeDisk, folder });
  await rig.stop();
  expect(await ran('pin', ['ghost', '--data', folder])).toMatchObject({ code: 1 });
  const { code: exit, output } = await ran('pin', ['b1', '--data', folder]);
  expect(exit, output).toBe(0);
  const pin = /new PIN of b1: (\d{6})/.exec(output)?.[1] ?? '';
  const clock = handClock(Math.max(NINE, Date.now()) + 1000);
  const again = await startHouse({ disk: nodeDisk, folder, clock });
  const files = await readdir(`${folder}/ledger`);
  const all = await Promise.all(files.map((f) => readFile(`${folder}/ledger/${f}`, 'utf8')));
  expect(all.join('')).toContain('"by":"console","person":"b1","type":"staff.pinSet"');
  expect(all.join('')).not.toContain(pin);
  await again.stop();
}, 60_000);
