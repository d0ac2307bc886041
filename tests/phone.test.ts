import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../server/ledger/disk.ts';
import { askerOf } from '../server/phone/limits.ts';
import { isNearby, phoneOptions } from '../server/phone/options.ts';
import { placeOf, ticketAt } from '../server/phone/places.ts';
import { openSecret } from '../server/phone/secret.ts';
import type { TicketId } from '../shared/ids.ts';
import { MemoryDisk } from './kit/memoryDisk.ts';

const told = (given: Parameters<typeof phoneOptions>[0], env = {}) => phoneOptions(given, env);
const url = 'https://wait.example';
const cert = { 'phone-cert': 'c.pem', 'phone-key': 'k.pem' };

test('phones are off until an address is given, and an option without it says so', () => {
  expect(told({})).toBeNull();
  expect(told({ port: '8080' } as object)).toBeNull();
  expect(() => told({ 'phone-url': url })).toThrow('needs --phone-host');
  const env = { TINGTANG_PHONE_HOST: 'localhost', TINGTANG_PHONE_PORT: '9000' };
  expect(told({}, env)).toMatchObject({ host: '127.0.0.1', port: 9000, proxied: false });
});

test('no ticket goes over a network in the clear', () => {
  for (const host of ['192.168.1.5', '0.0.0.0', '::', 'lobby-pc', '8.8.8.8'])
    expect(() => told({ 'phone-host': host }), host).toThrow('in the clear');
  expect(() => told({ 'phone-host': '10.0.0.2', 'phone-url': 'http://wait.example' })).toThrow(
    'in the clear',
  );
  for (const host of ['0.0.0.0', '8.8.8.8'])
    expect(() => told({ 'phone-host': host, 'phone-url': url }), host).toThrow('in the clear');
});

test('a proxy before a private address will do, and so does a certificate of one’s own', () => {
  for (const host of ['127.0.0.1', '192.168.1.5', '10.1.2.3', 'fd00::5'])
    expect(told({ 'phone-host': host, 'phone-url': url }), host).toMatchObject({ proxied: true });
  const own = { 'phone-host': '0.0.0.0', 'phone-url': url, ...cert };
  expect(told(own)).toMatchObject({ proxied: false, tls: { cert: 'c.pem' } });
  expect(() => told({ 'phone-host': '0.0.0.0', ...cert })).toThrow('--phone-url');
});

test('what cannot stand in a QR code is refused with what would', () => {
  for (const wrong of ['wait.example', 'ftp://wait.example', `${url}/queue`, `${url}?a=1`])
    expect(() => told({ 'phone-host': '127.0.0.1', 'phone-url': wrong }), wrong).toThrow(
      'https://',
    );
  expect(() => told({ 'phone-host': '127.0.0.1', 'phone-port': 'x' })).toThrow('--phone-port');
  expect(() => told({ 'phone-host': '127.0.0.1', 'phone-cert': 'c.pem' })).toThrow('needs its key');
});

test('the secret is made once, for its owner alone, and a damaged one is not replaced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-'));
  const secret = await openSecret(nodeDisk, folder);
  expect(secret).toHaveLength(32);
  expect(await openSecret(nodeDisk, folder)).toEqual(secret);
  expect((await stat(join(folder, 'phone.key'))).mode & 0o777).toBe(0o600);
  const disk = new MemoryDisk();
  await disk.makeFolder('/data');
  const file = await disk.open('/data/phone.key', 'fresh');
  await file.write(Buffer.from('short'));
  await expect(openSecret(disk, '/data')).rejects.toThrow('put it back');
});

test('a place names its ticket under its own secret, in one spelling', () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const ticket = '2026-11-24.17' as TicketId;
  const place = placeOf(one, ticket);
  expect(ticketAt(one, place)).toBe(ticket);
  expect(ticketAt(two, place)).toBeNull();
  // The last letter has two bits to spare: others decode to the same bytes.
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const spelled = [...letters].filter((letter) => ticketAt(one, place.slice(0, -1) + letter));
  expect(spelled).toEqual([place.at(-1)]);
});

test('who asks is whom a declared proxy names last, and nobody else is believed', () => {
  const asks = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as never;
  expect(askerOf(asks('127.0.0.1', '6.6.6.6, 5.5.5.5'), true)).toBe('5.5.5.5');
  expect(askerOf(asks('127.0.0.1', '5.5.5.5'), false)).toBe('127.0.0.1');
  expect(askerOf(asks('8.8.8.8', '5.5.5.5'), true)).toBe('8.8.8.8');
  expect(['::ffff:10.0.0.1', '172.31.0.1', '172.32.0.1', 'x', ''].map(isNearby)).toEqual([
    ...[true, true, false, false, false],
  ]);
});
