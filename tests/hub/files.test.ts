import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { expect, test } from 'vitest';
import { assets, files } from '../../server/web/files.ts';

const SCRIPT = 'export const greeting = "您好";\n'.repeat(100);

interface Got {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** As it comes off the wire: fetch would unpack it. */
const get = (port: number, path: string, takes?: string) =>
  new Promise<Got>((done, fail) => {
    const headers = takes ? { 'accept-encoding': takes } : {};
    const asked = request({ host: '127.0.0.1', port, path, headers }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () =>
        done({ status: res.statusCode, headers: res.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', fail).end();
  });

test('built files come as the browser takes them best, and are kept for good; pages are not', async () => {
  const pages = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'index.html'), '<p>page</p>');
  await writeFile(join(pages, 'assets/a-1.js'), SCRIPT);
  await writeFile(join(pages, 'assets/a-1.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(pages, 'assets/a-1.js.gz'), gzipSync(SCRIPT));
  const http = express().use('/assets', assets(pages)).use(files(pages)).listen(0, '127.0.0.1');
  await new Promise((ready) => http.once('listening', ready));
  const { port } = http.address() as AddressInfo;
  try {
    const best = await get(port, '/assets/a-1.js', 'gzip, deflate, br');
    expect(best.headers['content-encoding']).toBe('br');
    expect(best.headers['content-type']).toMatch(/javascript/);
    expect(best.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(best.headers.vary).toMatch(/accept-encoding/i);
    expect(String(brotliDecompressSync(best.body))).toBe(SCRIPT);
    const other = await get(port, '/assets/a-1.js', 'gzip');
    expect(String(gunzipSync(other.body))).toBe(SCRIPT);
    const plain = await get(port, '/assets/a-1.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(String(plain.body)).toBe(SCRIPT);
    const page = await get(port, '/', 'br');
    expect(String(page.body)).toBe('<p>page</p>');
    expect(page.headers['cache-control']).toBeUndefined();
    expect((await get(port, '/assets/none.js', 'br')).status).toBe(404);
    expect((await get(port, '/assets/../secret', 'br')).status).not.toBe(200);
  } finally {
    http.close();
    await rm(pages, { recursive: true });
  }
});
