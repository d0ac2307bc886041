import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startHub } from '../kit/hub.ts';

const wav = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(40)]);
const ogg = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(40)]);

/** A hub with a folder of recordings, and a secret beside it. */
async function branch(files: Record<string, Buffer | string> = {}) {
  const data = await mkdtemp(join(tmpdir(), 'tingtang-'));
  onTestFinished(() => rm(data, { recursive: true }));
  const clips = join(data, 'clips');
  await mkdir(clips);
  await writeFile(join(data, 'secret.wav'), wav);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(clips, name), bytes);
  const { url } = await startHub({ clips });
  const list = async () => (await fetch(`${url}/clips/`)).json();
  return { url, clips, list };
}

/** As it is written: a browser's URL would straighten the path out first. */
const raw = (url: string, path: string, method = 'GET') =>
  new Promise<{ status: number; body: string }>((done, fail) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, path, method }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk) => chunks.push(chunk));
      res.on('end', () =>
        done({ status: res.statusCode ?? 0, body: Buffer.concat(chunks).toString('latin1') }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });

test('the branch’s own recordings are listed and served, whatever they are recorded in', async () => {
  const { url, list } = await branch({ 'zh-3.wav': wav, 'letter-a.opus': ogg, 'notes.txt': 'x' });
  expect((await list()).sort()).toEqual(['letter-a', 'zh-3']);
  const answer = await fetch(`${url}/clips/zh-3`);
  expect(answer.headers.get('content-type')).toBe('audio/wav');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(wav);
  expect((await fetch(`${url}/clips/letter-a`)).headers.get('content-type')).toBe('audio/ogg');
});

test('a branch without recordings has an empty list', async () => {
  const { url } = await startHub();
  expect(await (await fetch(`${url}/clips/`)).json()).toEqual([]);
  const nowhere = await startHub({ clips: '/nowhere/at/all' });
  expect(await (await fetch(`${nowhere.url}/clips/`)).json()).toEqual([]);
  expect((await fetch(`${nowhere.url}/clips/zh-3`)).status).toBe(404);
});

test.each([
  ['../secret.wav'],
  ['../secret'],
  ['..%2fsecret'],
  ['..%2Fsecret.wav'],
  ['%2e%2e/secret.wav'],
  ['..%5csecret'],
  ['zh-3/../../secret'],
  ['zh-3%00.wav'],
  ['zh-3.wav'],
  ['ZH-3'],
  ['zh-99'],
  ['__proto__'],
  ['constructor'],
  ['/etc/passwd'],
  ['%2fetc%2fpasswd'],
  ['%ff'],
])('/clips/%s leads nowhere', async (name) => {
  const { url } = await branch({ 'zh-3.wav': wav });
  const { status, body } = await raw(url, `/clips/${name}`);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body).not.toMatch(/RIFF|root:/);
});

test('what is too large, empty, or no recording is as if it were not there', async () => {
  const large = Buffer.concat([wav, Buffer.alloc(2 * 1024 * 1024)]);
  const page = '<script>alert(1)</script>';
  const { url, list } = await branch({
    ...{ 'zh-0.wav': large, 'zh-1.ogg': page, 'zh-2.mp3': '', 'zh-4.wav': ogg, 'zh-3.wav': wav },
  });
  expect(await list()).toEqual(['zh-3']);
  for (const name of ['zh-0', 'zh-1', 'zh-2', 'zh-4'])
    expect((await fetch(`${url}/clips/${name}`)).status).toBe(404);
});

test('a link, a folder and a pipe are no recordings, and nobody waits for them', async () => {
  const { url, clips, list } = await branch();
  await symlink(join(clips, '..', 'secret.wav'), join(clips, 'zh-5.wav'));
  await mkdir(join(clips, 'zh-6.wav'));
  execFileSync('mkfifo', [join(clips, 'zh-7.wav')]);
  expect(await list()).toEqual([]);
  for (const name of ['zh-5', 'zh-6', 'zh-7'])
    expect((await fetch(`${url}/clips/${name}`)).status).toBe(404);
});

test('nothing can be put there', async () => {
  const { url } = await branch({ 'zh-3.wav': wav });
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    expect((await raw(url, '/clips/zh-3', method)).status).toBe(404);
  expect((await fetch(`${url}/clips/zh-3`)).status).toBe(200);
});
