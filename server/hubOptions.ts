import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { parseArgs } from 'node:util';
import { type UplinkOptions, uplinkArgs, uplinkOptions } from './center/uplink/options.ts';
import { isLoopback } from './devices/doorman.ts';
import { nodeDisk } from './ledger/disk.ts';
import { type PhoneOptions, phoneArgs, phoneOptions } from './phone/options.ts';
import { Plain } from './plainly.ts';
import { ownIdentity } from './tls/authority.ts';
import { backupPlace } from './upkeep/backup/place.ts';
import { type Access, hostsOf } from './web/access.ts';

/** What `hub` was told on its command line, checked. */
export interface HubOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly settings: string;
  /** Where the data folder is copied to; null: nowhere. */
  readonly backup: string | null;
  /** Every screen pairs: asked for, or because others can reach this hub. */
  readonly pairs: boolean;
  /** Further names the network knows this hub by. */
  readonly names: readonly string[];
  readonly setUp: boolean;
  readonly encrypts: 'own' | { readonly cert: string; readonly key: string } | null;
  readonly insecure: boolean;
  /** null: customers' phones are not served. */
  readonly phone: PhoneOptions | null;
  readonly center: UplinkOptions;
}

/** @throws Plain saying what to change */
export function hubOptions(args: string[]): HubOptions {
  const { TINGTANG_PORT, TINGTANG_HOST, TINGTANG_DATA, TINGTANG_SETTINGS, TINGTANG_BACKUP } =
    process.env;
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: TINGTANG_PORT ?? '8080' },
      host: { type: 'string', default: TINGTANG_HOST ?? '127.0.0.1' },
      data: { type: 'string', default: TINGTANG_DATA ?? './data' },
      settings: { type: 'string', default: TINGTANG_SETTINGS ?? '' },
      backup: { type: 'string', default: TINGTANG_BACKUP ?? '' },
      name: { type: 'string', multiple: true, default: [] },
      pair: { type: 'boolean', default: false },
      'set-up': { type: 'boolean', default: false },
      tls: { type: 'boolean', default: false },
      cert: { type: 'string' },
      key: { type: 'string' },
      'insecure-lan': { type: 'boolean', default: false },
      ...phoneArgs,
      ...uplinkArgs,
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Plain(`"${values.port}" is not a port: give a number from 0 to 65535.`);
  const host = values.host === 'localhost' ? '127.0.0.1' : values.host;
  const { cert, key, data, settings, name: names } = values;
  if ((cert === undefined) !== (key === undefined))
    throw new Plain('A certificate needs its key: give both --cert FILE and --key FILE.');
  const encrypts: HubOptions['encrypts'] = cert && key ? { cert, key } : values.tls ? 'own' : null;
  const isShared = !isLoopback(host);
  const insecure = isShared && encrypts === null;
  if (insecure && !values['insecure-lan'])
    throw new Plain(
      `${host} can be reached by others: add --tls, or --cert FILE --key FILE; or --insecure-lan to do without, which every screen then shows.`,
    );
  const setUp = values['set-up'];
  const pairs = isShared || values.pair || setUp;
  const phone = phoneOptions(values);
  const backup = values.backup ? backupPlace(data, values.backup) : null;
  const center = uplinkOptions(values);
  const terms = { names, pairs, setUp, encrypts, insecure };
  return { port, host, data, settings, backup, ...terms, phone, center };
}

/** The terms on which these options let a hub be reached; `at` is wall time, ms since the epoch. */
export async function accessOf(
  options: Pick<HubOptions, 'pairs' | 'encrypts' | 'insecure' | 'names'>,
  folder: string,
  at: number,
): Promise<Access> {
  const { pairs, encrypts, insecure, names } = options;
  const hosts = hostsOf([...names, hostname(), `${hostname()}.local`]);
  const terms = { pairs, insecure, hosts, tls: null, authority: null };
  if (encrypts === null) return terms;
  if (encrypts !== 'own') {
    const read = (path: string) => readFile(path, 'utf8');
    return { ...terms, tls: { cert: await read(encrypts.cert), key: await read(encrypts.key) } };
  }
  const bare = [...hosts].map((name) => name.replace(/^\[|\]$/g, ''));
  const { cert, key, authority } = await ownIdentity(nodeDisk, folder, bare, at);
  return { ...terms, tls: { cert, key }, authority };
}
