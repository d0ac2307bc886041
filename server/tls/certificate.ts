import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';
import * as der from './der.ts';

/** X.509 certificates (RFC 5280), signed with ECDSA on P-256. */
export interface CertificateParts {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly issuer: {
    readonly name: string;
    readonly key: KeyObject;
    readonly publicKey: KeyObject;
  };
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  readonly extensions: readonly der.Der[];
}

const DAY = 86_400_000;
const ecdsaWithSha256 = der.sequence(der.oid('1.2.840.10045.4.3.2'));
const nameOf = (text: string) =>
  der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.utf8(text))));

function extension(id: string, value: der.Der, critical = false): der.Der {
  return der.sequence(der.oid(id), ...(critical ? [der.yes] : []), der.octets(value));
}

const spkiOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });
const keyId = (key: KeyObject) => createHash('sha1').update(spkiOf(key)).digest();

/** @returns PEM */
export function certificate(parts: CertificateParts): string {
  const { subject, publicKey, issuer, from, until, extensions } = parts;
  const identified = [
    extension('2.5.29.14', der.octets(keyId(publicKey))),
    extension('2.5.29.35', der.sequence(der.context(0, keyId(issuer.publicKey)))),
  ];
  const serial = randomBytes(16);
  serial.writeUInt8(serial.readUInt8(0) & 0x7f || 1, 0);
  const body = der.sequence(
    der.around(0, der.integer(Buffer.from([2]))),
    der.integer(serial),
    ecdsaWithSha256,
    nameOf(issuer.name),
    der.sequence(der.time(from), der.time(until)),
    nameOf(subject),
    spkiOf(publicKey),
    der.around(3, der.sequence(...extensions, ...identified)),
  );
  const signature = der.bits(sign('sha256', body, issuer.key));
  return pem('CERTIFICATE', der.sequence(body, ecdsaWithSha256, signature));
}

const pem = (what: string, bytes: Buffer) =>
  `-----BEGIN ${what}-----\n${bytes.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END ${what}-----\n`;

/** An authority that may vouch for private addresses and the given names, and for nothing else. */
export const ofAuthority = (names: readonly string[]): der.Der[] => [
  extension('2.5.29.19', der.sequence(der.yes, der.integer(Buffer.from([0]))), true),
  extension('2.5.29.15', der.bits(Buffer.from([0b0000_0110]), 1), true),
  extension('2.5.29.30', der.sequence(der.around(0, ...permitted(names))), true),
];

export const ofServer = (hosts: readonly string[]): der.Der[] => [
  extension('2.5.29.19', der.sequence(), true),
  extension('2.5.29.15', der.bits(Buffer.from([0b1000_0000]), 7), true),
  extension('2.5.29.37', der.sequence(der.oid('1.3.6.1.5.5.7.3.1'))),
  extension('2.5.29.17', der.sequence(...hosts.map(hostName))),
];

const hostName = (host: string) =>
  isIP(host) ? der.context(7, addressBytes(host)) : der.context(2, Buffer.from(host, 'latin1'));

const PRIVATE = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '169.254.0.0/16'],
  ...['::1/128', 'fc00::/7', 'fe80::/10'],
];

function permitted(names: readonly string[]): der.Der[] {
  const ranges = PRIVATE.map((range) => {
    const [address = '', length = '0'] = range.split('/');
    const bytes = addressBytes(address);
    return der.context(7, Buffer.concat([bytes, mask(Number(length), bytes.length)]));
  });
  const known = names.filter((name) => !isIP(name)).map(hostName);
  return [...known, ...ranges].map((base) => der.sequence(base));
}

const mask = (length: number, bytes: number) =>
  Buffer.from(
    Array.from(
      { length: bytes },
      (_, i) => 0xff & (0xff00 >> Math.min(8, Math.max(0, length - i * 8))),
    ),
  );

/** Four or sixteen bytes. */
function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const words = (text = '') => (text ? text.split(':').map((w) => Number.parseInt(w, 16)) : []);
  const [before, after] = [words(head), words(tail)];
  const zeros = Array<number>(8 - before.length - after.length).fill(0);
  const all = [...before, ...(tail === undefined ? [] : zeros), ...after];
  return Buffer.from(all.flatMap((word) => [word >> 8, word & 0xff]));
}

export const days = (n: number) => n * DAY;
