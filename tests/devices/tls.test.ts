import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { hubOptions } from '../../server/hubOptions.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { type Identity, ownIdentity } from '../../server/tls/authority.ts';
import { startHouse } from '../kit/house.ts';
import { temporaryFolder } from '../kit/ledgers.ts';

const HOSTS = ['localhost', '127.0.0.1', '::1', '192.168.7.20', 'tingtang-hub.local'];

const identity = async (at = Date.now(), folder?: string) => {
  const place = folder ?? (await temporaryFolder());
  return { folder: place, ...(await ownIdentity(nodeDisk, place, HOSTS, at)) };
};

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test('openssl takes the hub’s certificate for every name it answers to', async () => {
  const { folder, cert, authority } = await identity();
  await writeFile(join(folder, 'hub.crt'), cert);
  const verify = (...how: string[]) =>
    openssl(
      'verify',
      '-x509_strict',
      '-purpose',
      'sslserver',
      ...how,
      '-CAfile',
      join(folder, 'tls/ca.crt'),
      join(folder, 'hub.crt'),
    );
  expect(verify()).toContain('OK');
  for (const ip of ['127.0.0.1', '::1', '192.168.7.20'])
    expect(verify('-verify_ip', ip)).toContain('OK');
  expect(verify('-verify_hostname', 'tingtang-hub.local')).toContain('OK');
  expect(() => verify('-verify_hostname', 'bank.example')).toThrow();
  const text = openssl('x509', '-in', join(folder, 'tls/ca.crt'), '-noout', '-text');
  expect(text).toContain('CA:TRUE, pathlen:0');
  expect(text).toMatch(/Name Constraints: critical[\s\S]*IP:192\.168\.0\.0\/255\.255\.0\.0/);
  expect(new X509Certificate(authority).ca).toBe(true);
});

test('the authority vouches for nothing outside the branch’s own network', async () => {
  const { folder } = await identity();
  const stray = await ownIdentity(nodeDisk, folder, ['bank.example', '203.0.113.5'], Date.now());
  await writeFile(join(folder, 'stray.crt'), stray.cert);
  const verify = () =>
    openssl('verify', '-CAfile', join(folder, 'tls/ca.crt'), join(folder, 'stray.crt'));
  expect(verify).toThrow(/permitted subtree/);
});

test('the authority is made once and kept, its key readable by its owner alone', async () => {
  const first = await identity();
  const again = await identity(Date.now(), first.folder);
  expect(again.authority).toBe(first.authority);
  expect(again.cert).not.toBe(first.cert);
  expect(again.key).not.toBe(first.key);
  if (process.platform !== 'win32')
    expect((await stat(join(first.folder, 'tls/ca.key'))).mode & 0o777).toBe(0o600);
  const tenYears = await identity(Date.now() + 9.5 * 365 * 86_400_000, first.folder);
  expect(tenYears.authority, 'one that soon runs out is made anew').not.toBe(first.authority);
  expect(new X509Certificate(first.cert).validTo).toBeTruthy();
});

const ask = (url: string, { authority }: Identity, headers = {}) =>
  new Promise<{ status: number; body: string }>((done, fail) => {
    const asked = request(url, { ca: authority, headers }, (res) => {
      let body = '';
      res.on('data', (text) => {
        body += text;
      });
      res.on('end', () => done({ status: res.statusCode ?? 0, body }));
    });
    asked.on('error', fail);
    asked.end();
  });

test('a hub speaks HTTPS with it, offers its authority, and knows its own origin', async () => {
  const own = await identity();
  const rig = await startHouse({ access: { tls: own, authority: own.authority } });
  expect(await ask(`${rig.url}/livez`, own)).toMatchObject({ status: 200 });
  expect((await ask(`${rig.url}/tingtang-ca.crt`, own)).body).toBe(own.authority);
  const plain = { origin: rig.url.replace('https', 'http') };
  expect((await ask(`${rig.url}/livez`, own, plain)).status).toBe(403);
  expect((await ask(`${rig.url}/livez`, own, { origin: rig.url })).status).toBe(200);
  const stranger = await identity();
  await expect(ask(`${rig.url}/livez`, stranger)).rejects.toThrow(/certificate/);
  await expect(oldTls(rig.url)).rejects.toThrow();
});

const oldTls = (url: string) =>
  new Promise((done, fail) => {
    const { port } = new URL(url);
    const options = { port: Number(port), host: '127.0.0.1', maxVersion: 'TLSv1.1' as const };
    connect({ ...options, rejectUnauthorized: false }, () => done(null)).on('error', fail);
  });

test('others may reach a hub only encrypted, or with the risk named', () => {
  expect(() => hubOptions(['--host', '0.0.0.0'])).toThrow('--insecure-lan');
  expect(hubOptions(['--host', '0.0.0.0', '--insecure-lan'])).toMatchObject({
    ...{ insecure: true, pairs: true },
  });
  expect(hubOptions(['--host', '0.0.0.0', '--tls'])).toMatchObject({
    insecure: false,
    pairs: true,
  });
  expect(hubOptions([])).toMatchObject({ host: '127.0.0.1', pairs: false, encrypts: null });
  expect(hubOptions(['--pair'])).toMatchObject({ pairs: true });
  expect(() => hubOptions(['--cert', 'x'])).toThrow('--key');
});
