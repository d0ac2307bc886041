import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  X509Certificate,
} from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Disk } from '../ledger/disk.ts';
import { makeFolder, replaceFile } from '../ledger/durable.ts';
import { certificate, days, ofAuthority, ofServer } from './certificate.ts';

/** The authority's certificate and its key, in the data folder. */
export const AUTHORITY = { cert: 'tls/ca.crt', key: 'tls/ca.key' } as const;

/** What a hub shows at an HTTPS connection, and what screens install to believe it. PEM throughout. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
  readonly authority: string;
}

const YEARS_10 = days(3650);
/** Browsers distrust anything longer. */
const YEAR = days(397);
const RENEW = days(400);

/**
 * The hub's own certificate authority, kept in `tls/`, and a certificate for this start: its key is
 * never on the disk. The authority can vouch for private addresses and this machine's name only, so
 * that installing it costs a screen nothing.
 *
 * @param hosts names and addresses screens use; `at` ms since the epoch
 */
export async function ownIdentity(
  disk: Disk,
  folder: string,
  hosts: readonly string[],
  at: number,
): Promise<Identity> {
  const { authority, key: signer, name } = await authorityIn(disk, folder, hosts, at);
  const issuer = { name, key: createPrivateKey(signer), publicKey: createPublicKey(authority) };
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cert = certificate({
    ...{ subject: hosts[0] ?? hostname(), publicKey, issuer },
    ...{ from: at - days(1), until: at + YEAR, extensions: ofServer(hosts) },
  });
  const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { cert, key, authority };
}

interface Authority {
  readonly authority: string;
  readonly key: string;
  readonly name: string;
}

async function authorityIn(
  disk: Disk,
  folder: string,
  hosts: readonly string[],
  at: number,
): Promise<Authority> {
  const [kept, key] = await Promise.all(
    [AUTHORITY.cert, AUTHORITY.key].map(async (file) =>
      String((await disk.read(join(folder, file))) ?? ''),
    ),
  );
  if (kept && key) {
    const { validTo, subject } = new X509Certificate(kept);
    if (Date.parse(validTo) > at + RENEW) return { authority: kept, key, name: subject.slice(3) };
  }
  const made = newAuthority(hosts, at);
  await makeFolder(disk, dirname(join(folder, AUTHORITY.key)));
  await replaceFile(disk, join(folder, AUTHORITY.key), Buffer.from(made.key));
  await replaceFile(disk, join(folder, AUTHORITY.cert), Buffer.from(made.authority));
  return made;
}

function newAuthority(hosts: readonly string[], at: number): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = `Tingtang ${hostname().replace(/[^A-Za-z0-9.-]/g, '')} ${new Date(at).getFullYear()}`;
  const issuer = { name, key: privateKey, publicKey };
  const authority = certificate({
    ...{ subject: name, publicKey, issuer, from: at - days(1), until: at + YEARS_10 },
    extensions: ofAuthority(hosts),
  });
  return { authority, key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), name };
}
