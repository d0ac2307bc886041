import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { get, openBranch, PIN, signedIn } from '../kit/house.ts';
import { type HubRig, startHub } from '../kit/hub.ts';
import { exif, jpeg, png } from '../kit/pictures.ts';

const hand = (rig: HubRig, bytes: Buffer | string, token?: string, type = 'image/jpeg') =>
  fetch(`${rig.url}/api/photos`, {
    method: 'POST',
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    headers: { 'Content-Type': type, ...(token && { Authorization: `Bearer ${token}` }) },
  });
const see = (rig: HubRig, path: string, token?: string) =>
  fetch(`${rig.url}/api/photos/${path}`, {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
  });

test('a photo comes back as what it is, without what it told of its place, and under no other type', async () => {
  const rig = await startHub();
  const sent = await hand(rig, jpeg(exif('GPS 40.07N')), undefined, 'text/html');
  expect(sent.status).toBe(200);
  const { photo } = (await sent.json()) as { photo: string };
  const shown = await see(rig, photo);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  expect(shown.headers.get('cache-control')).toBe('no-store');
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(jpeg());
});

test.each([
  ['a page called a photo', '<!doctype html><script>alert(1)</script>'],
  [
    'a page behind the first bytes of one',
    Buffer.concat([jpeg().subarray(0, 4), Buffer.from('<html>')]),
  ],
  ['nothing', ''],
])('%s is refused', async (_, bytes) => {
  const rig = await startHub();
  const said = await hand(rig, bytes);
  expect(said.status).toBe(415);
  expect(await said.json()).toMatchObject({ ok: false, code: 'photo.notAPhoto' });
});

test('no name leads out of the folder', async () => {
  const rig = await startHub();
  const away = [
    '..%2fkey.pem',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e/ledger',
    'x.jpg',
    `${'a'.repeat(64)}.html`,
  ];
  for (const path of away) {
    const said = await see(rig, path);
    expect([path, said.status]).toEqual([path, 404]);
    expect(said.headers.get('content-type')).toMatch(/^application\/json/);
  }
});

test('sixty megabytes are refused before they are read', async () => {
  const rig = await startHub();
  const { port } = new URL(rig.url);
  const socket = connect(Number(port), '127.0.0.1');
  const size = 60 * 1024 * 1024;
  socket.write(
    `POST /api/photos HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: ${size}\r\n\r\n`,
  );
  const answer = await new Promise<string>((done) => socket.once('data', (b) => done(String(b))));
  expect(answer).toMatch(/^HTTP\/1\.1 413/);
  expect(answer).toContain('photo.tooLarge');
  await new Promise((done) => socket.once('close', done));
  const chunked = await fetch(`${rig.url}/api/photos`, {
    method: 'POST',
    body: new Blob([new Uint8Array(jpeg())]).stream(),
    ...{ duplex: 'half' },
  });
  expect(chunked.status).toBe(413);
});

test('only a panel or a tablet with one of the heads signed in hands photos in, or sees them', async () => {
  const { rig, panel, token } = await openBranch();
  for (const none of [
    undefined,
    'guessed',
    token.kiosk,
    token.counter,
    token.display,
    token.program,
  ])
    expect((await hand(rig, png(), none)).status).toBeGreaterThanOrEqual(401);
  expect((await hand(rig, png(), panel)).status).toBe(403);
  const head = await signedIn(rig, panel, 's1', PIN);
  const sent = await hand(rig, png(), head);
  const { photo } = (await sent.json()) as { photo: string };
  expect(sent.status).toBe(200);
  expect((await see(rig, photo, head)).status).toBe(200);
  for (const none of [undefined, panel, token.kiosk, token.counter])
    expect((await see(rig, photo, none)).status).toBeGreaterThanOrEqual(401);
});

test('a fact names no photo that the hub does not have', async () => {
  const rig = await startHub();
  const answers = [{ item: 'line', ok: false, remark: 'x', photos: [`${'a'.repeat(64)}.jpg`] }];
  const items = ['special', 'selfService', 'paper', 'clean', 'safety'];
  const said = await fetch(`${rig.url}/api/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ id: '019ab000-0000-7000-8000-000000000001', type: 'inspection.patrol', round: 'during' },
      answers: [...answers, ...items.map((item) => ({ item, ok: true }))],
    }),
  });
  expect(await said.json()).toMatchObject({ ok: false });
  expect(rig.hub.pipeline.lobby.floor.inspections.patrols).toEqual([]);
  expect(await get(rig, '/api/views/home')).toBeDefined();
});
