import { readFile } from 'node:fs/promises';
import { isLoopback } from '../../devices/doorman.ts';
import { Plain } from '../../plainly.ts';
import type { Resumed } from '../../resume.ts';
import type { Former } from '../protocol.ts';
import { type Client, clientOf, NoAnswer } from './client.ts';
import { enrol, readMembership } from './membership.ts';
import type { UplinkParts } from './uplink.ts';

/** To be spread into `parseArgs`. */
export const uplinkArgs = {
  center: { type: 'string' },
  'center-code': { type: 'string' },
  'center-ca': { type: 'string' },
} as const;

/** Which center the hub was told of; each null where nothing was said. */
export interface UplinkOptions {
  readonly url: URL | null;
  readonly code: string | null;
  /** File, PEM. */
  readonly ca: string | null;
}

type Given = { readonly [K in keyof typeof uplinkArgs]?: string | undefined };

/** @throws Plain saying what to change */
export function uplinkOptions(given: Given, env = process.env): UplinkOptions {
  const center = given.center ?? env.TINGTANG_CENTER;
  const code = given['center-code'] ?? env.TINGTANG_CENTER_CODE;
  const ca = given['center-ca'] ?? env.TINGTANG_CENTER_CA;
  return { url: center ? centerUrl(center) : null, code: code || null, ca: ca || null };
}

/** A center's address. In the clear only within this machine. @throws Plain */
export function centerUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!isOrigin)
    throw new Plain(
      `"${text}" is no center: give --center https://NAME or https://NAME:PORT, nothing behind it.`,
    );
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol === 'https:' || name === 'localhost' || isLoopback(name)) return url;
  throw new Plain(`A ledger is never sent in the clear: give --center https://${url.host}.`);
}

/** @param patience milliseconds; as long as usual if left out */
export async function clientFor(url: URL, ca: string | null, patience?: number): Promise<Client> {
  const pem = ca === null ? null : await readFile(ca, 'utf8');
  return clientOf(url, { ...(pem && { ca: pem }), ...(patience && { patience }) });
}

/** What a hub needs to be linked with its center. */
export interface CenterParts extends Pick<UplinkParts, 'client' | 'join' | 'chance'> {
  /** What each start of a later epoch's ledger names. */
  readonly after: () => Former | null;
}

/**
 * null: this branch has no center. A new ledger is enrolled before its first entry, which may have to
 * name a former epoch; any other one later, beside its work.
 *
 * @throws Plain saying what to change
 */
export async function centerFor(
  { url: given, code, ca }: UplinkOptions,
  { place, keepsakes, since }: Pick<Resumed, 'place' | 'keepsakes' | 'since'>,
): Promise<CenterParts | null> {
  let membership = await readMembership(place);
  const url = given ?? (membership && new URL(membership.url));
  if (!url) return null;
  if (!membership && !code)
    throw new Plain(
      `This branch is not enrolled at ${url.origin}: add --center-code CODE, which the city center gives out.`,
    );
  const client = await clientFor(url, ca);
  const empty = since === null;
  const join: UplinkParts['join'] = async () => {
    if (membership) return membership;
    const key = await keepsakes.key();
    const joined = await enrol({ place, client, url, code: code ?? '', key, empty });
    if (!('ok' in joined)) membership = joined;
    return joined;
  };
  if (empty) await orPlain(url, join);
  return { client, join, after: () => membership?.after ?? null };
}

async function orPlain(url: URL, join: UplinkParts['join']): Promise<void> {
  try {
    const joined = await join();
    if ('ok' in joined) throw new Plain(joined.says.en);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw new Plain(
      `A new ledger begins once it is enrolled, and ${url.origin} cannot be reached: ${error.message}. Try again; or start without --center, and enrol it later.`,
    );
  }
}
