import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../devices/doorman.ts';
import { Plain } from '../plainly.ts';
import { bracketed } from '../web/access.ts';

/** Where customers' phones come in, checked. */
export interface PhoneOptions {
  readonly host: string;
  readonly port: number;
  /** What stands in the QR, an origin; null: the address it listens on. */
  readonly url: URL | null;
  /** Files, PEM. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** A reverse proxy stands before it and says who asks. */
  readonly proxied: boolean;
}

/** To be spread into `parseArgs`. */
export const phoneArgs = {
  'phone-host': { type: 'string' },
  'phone-port': { type: 'string' },
  'phone-url': { type: 'string' },
  'phone-cert': { type: 'string' },
  'phone-key': { type: 'string' },
} as const;

type Given = { readonly [K in keyof typeof phoneArgs]?: string | undefined };

/**
 * null: off, as it is by default.
 *
 * @throws Plain saying what to change
 */
export function phoneOptions(given: Given, env = process.env): PhoneOptions | null {
  const asked = given['phone-host'] ?? env.TINGTANG_PHONE_HOST;
  if (!asked) {
    const names = Object.keys(phoneArgs) as (keyof Given)[];
    const alone = names.find((name) => given[name] !== undefined);
    if (alone)
      throw new Plain(`--${alone} needs --phone-host ADDR: without it no phone is served.`);
    return null;
  }
  const host = asked === 'localhost' ? '127.0.0.1' : asked;
  const port = portOf(given['phone-port'] ?? env.TINGTANG_PHONE_PORT ?? '8081');
  const { 'phone-cert': cert, 'phone-key': key } = given;
  if ((cert === undefined) !== (key === undefined))
    throw new Plain(
      'A certificate needs its key: give both --phone-cert FILE and --phone-key FILE.',
    );
  const tls = cert && key ? { cert, key } : null;
  const url = given['phone-url'] === undefined ? null : originIn(given['phone-url']);
  const proxied = tls === null && url?.protocol === 'https:';
  refuseOpen({ host, port, url, tls, proxied });
  return { host, port, url, tls, proxied };
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Plain(`"${text}" is not a port: give --phone-port a number from 0 to 65535.`);
}

function originIn(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (isOrigin) return url;
  throw new Plain(
    `"${text}" cannot stand in a QR code: give --phone-url as https://NAME or https://NAME:PORT, nothing behind it.`,
  );
}

const nearby = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  nearby.addSubnet(net, bits, 'ipv4');
nearby.addSubnet('fc00::', 7, 'ipv6');
nearby.addAddress('::1', 'ipv6');

/** An address that only this machine or its own network can reach. */
export function isNearby(address = ''): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, '');
  const family = isIP(bare);
  return family !== 0 && nearby.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}

/** No ticket goes over a network in the clear: a certificate here, or a proxy that has one. */
function refuseOpen({ host, port, url, tls, proxied }: PhoneOptions): void {
  const everywhere = host === '0.0.0.0' || host === '::';
  if (tls && everywhere && !url)
    throw new Plain(`${host} is no address a phone can open: add --phone-url https://NAME.`);
  if (tls && url?.protocol === 'http:')
    throw new Plain('With --phone-cert the address in the QR is https://…: change --phone-url.');
  if (tls || isLoopback(host) || (proxied && isNearby(host))) return;
  throw new Plain(
    `Phones would be served in the clear on ${bracketed(host)}:${port}: give --phone-cert FILE --phone-key FILE; or put a reverse proxy with a certificate in front, name it with --phone-url https://NAME, and let --phone-host be a loopback or private address.`,
  );
}
