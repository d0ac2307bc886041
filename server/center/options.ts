import { parseArgs } from 'node:util';
import { isLoopback } from '../devices/doorman.ts';
import type { HubOptions } from '../hubOptions.ts';
import { Plain } from '../plainly.ts';

/** What `center` was told on its command line, checked. */
export type CenterOptions = Pick<
  HubOptions,
  'port' | 'host' | 'data' | 'names' | 'encrypts' | 'insecure' | 'pairs'
>;

export const dataOf = (data: string | undefined) => data ?? process.env.TINGTANG_DATA ?? './center';

/** @throws Plain saying what to change */
export function centerOptions(args: string[]): CenterOptions {
  const { TINGTANG_PORT, TINGTANG_HOST } = process.env;
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: TINGTANG_PORT ?? '8090' },
      host: { type: 'string', default: TINGTANG_HOST ?? '127.0.0.1' },
      data: { type: 'string' },
      name: { type: 'string', multiple: true, default: [] },
      tls: { type: 'boolean', default: false },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      'insecure-lan': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Plain(`"${values.port}" is not a port: give a number from 0 to 65535.`);
  const host = values.host === 'localhost' ? '127.0.0.1' : values.host;
  const { 'tls-cert': cert, 'tls-key': key, name: names } = values;
  if ((cert === undefined) !== (key === undefined))
    throw new Plain('A certificate needs its key: give both --tls-cert FILE and --tls-key FILE.');
  const encrypts = cert && key ? { cert, key } : values.tls ? 'own' : null;
  const insecure = !isLoopback(host) && encrypts === null;
  if (insecure && !values['insecure-lan'])
    throw new Plain(
      `${host} can be reached by others: add --tls, or --tls-cert FILE --tls-key FILE; or --insecure-lan behind a proxy that encrypts.`,
    );
  return { port, host, data: dataOf(values.data), names, encrypts, insecure, pairs: true };
}
