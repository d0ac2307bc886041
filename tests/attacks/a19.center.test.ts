import { request } from 'node:http';
import { expect, test, vi } from 'vitest';
import { MOST_BODY } from '../../server/center/protocol.ts';
import { credentialText } from '../../server/center/receipt.ts';
import { SigningKey } from '../../server/ledger/key.ts';
import { jsonLog } from '../../server/log.ts';
import {
  type BranchRig,
  codeFor,
  ledgerIn,
  shelfOf,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { strangersKey } from '../kit/intake.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A center with one branch, and somebody who has its key, another one, or none. */
async function given() {
  const logged: string[] = [];
  const log = jsonLog(
    (line) => void logged.push(line),
    () => 0,
  );
  const city = await startCenter(new MemoryDisk(), { log });
  const branch = await startBranch(city, await codeFor(city, 'east'));
  await tickets(branch, 5);
  await branch.synced();
  const before = await ledgerIn(city.disk, shelfOf('east'));
  const post = async (path: string, body: unknown, authorization = '') => {
    const answered = await fetch(new URL(`/api/center/${path}`, city.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answered.status, ...((await answered.json()) as object) };
  };
  const untouched = async () => {
    expect(await ledgerIn(city.disk, shelfOf('east'))).toEqual(before);
    await tickets(branch, 1);
    expect((await branch.synced()).refused).toBeNull();
  };
  return { city, branch, post, untouched, logged };
}

const keyOf = async ({ disk }: BranchRig) =>
  new SigningKey(String(await disk.read('/data/key.pem')));

async function badge(url: URL, key: SigningKey, branch = 'east', epoch = 1) {
  const { nonce } = (await (await fetch(new URL('/api/center', url))).json()) as { nonce: string };
  return shown({ branch, epoch, nonce, sig: key.signText(credentialText(branch, epoch, nonce)) });
}

const shown = (credential: object) =>
  `Tingtang ${Buffer.from(JSON.stringify(credential)).toString('base64url')}`;

const state = { v: 1, head: null, at: 0 };

test('A19 nobody without the branch’s key is heard: none, a stranger’s, another branch’s, an old nonce', async () => {
  const { city, branch, post, untouched, logged } = await given();
  const key = await keyOf(branch);
  expect(await post('state', state)).toMatchObject({ status: 400, code: 'center.malformed' });
  expect(await post('state', state, 'Bearer x')).toMatchObject({ code: 'center.malformed' });
  const strangers = await badge(city.url, strangersKey);
  expect(await post('state', state, strangers)).toMatchObject({
    status: 403,
    code: 'center.notYourKey',
  });
  const nobodys = await badge(city.url, key, 'west');
  expect(await post('fetch', state, nobodys)).toMatchObject({ code: 'center.unknownBranch' });
  const nonce = `${city.clock.now().at}.AAAA`;
  const sig = key.signText(credentialText('east', 1, nonce));
  const guessed = shown({ branch: 'east', epoch: 1, nonce, sig });
  expect(await post('state', state, guessed)).toMatchObject({ status: 401, code: 'center.stale' });
  const good = await badge(city.url, key);
  city.clock.turn(11 * 60_000);
  expect(await post('state', state, good)).toMatchObject({ code: 'center.stale' });
  expect(logged.filter((line) => line.includes('center.refused'))).toHaveLength(6);
  await untouched();
});

test('A19 what is no segment is refused before anything is kept: nonsense, extra keys, a newer version', async () => {
  const { city, branch, post, untouched } = await given();
  const may = await badge(city.url, await keyOf(branch));
  const nonsense = [
    '',
    'x',
    '[]',
    '{"v":1}',
    '{"v":1,"days":{},"head":null,"closings":[]}',
    '{"__proto__":{"v":1}}',
  ];
  for (const body of nonsense)
    expect(await post('segments', body, may), body).toMatchObject({ code: 'center.malformed' });
  expect(await post('segments', { ...state, v: 2, more: 1 }, may)).toMatchObject({
    status: 426,
    code: 'center.newer',
  });
  const head = { seq: 1, hash: 'a'.repeat(64), at: 1, key: 'b'.repeat(64), sig: '' };
  const outside = { v: 1, head, closings: [], days: [{ date: '../../../x', lines: ['y'] }] };
  expect(await post('segments', outside, may)).toMatchObject({ code: 'center.malformed' });
  await untouched();
});

test('A19 a huge body is refused by its length, and one without a length at once', async () => {
  const { city, branch, post, untouched } = await given();
  const may = await badge(city.url, await keyOf(branch));
  const huge = 'x'.repeat(MOST_BODY + 1);
  const refused = await post('segments', huge, may).catch(() => ({ code: 'center.tooLarge' }));
  expect(refused).toMatchObject({ code: 'center.tooLarge' });
  const chunked = await new Promise<number>((done, fail) => {
    const headers = { authorization: may, 'transfer-encoding': 'chunked' };
    const asked = request(new URL('/api/center/segments', city.url), { method: 'POST', headers });
    asked.on('response', (answer) => done(answer.statusCode ?? 0)).on('error', fail);
    asked.write('{');
  });
  expect(chunked).toBe(413);
  await untouched();
});

test('A19 another site’s page, another host’s name, and the network get nothing of the center’s own', async () => {
  const { city, untouched } = await given();
  const from = (headers: Record<string, string>) =>
    new Promise<number>((done, fail) => {
      const asked = request(new URL('/api/branches', city.url), { headers });
      asked.on('response', (answer) => done(answer.statusCode ?? 0)).on('error', fail);
      asked.end();
    });
  expect(await from({ host: 'evil.example' })).toBe(403);
  expect(await from({ origin: 'https://evil.example' })).toBe(403);
  expect(await from({ 'x-forwarded-for': '10.0.0.9' })).toBe(403);
  expect(await from({})).toBe(200);
  await untouched();
});

test('A19 codes cannot be guessed by the dozen', async () => {
  const { post, untouched } = await given();
  const body = { v: 1, code: 'AAAA', key: strangersKey.publicPem(), sig: '', empty: true };
  const codes = [];
  for (let n = 0; n < 14; n++) codes.push((await post('enrol', body)).status);
  expect(codes.filter((status) => status === 429).length).toBeGreaterThan(2);
  await untouched();
});
