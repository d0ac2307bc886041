import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Foreseen } from '../../shared/foresight/expectation.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { Disk } from '../ledger/disk.ts';
import type { Log } from '../log.ts';
import type { Pipeline } from '../pipeline.ts';
import { bracketed } from '../web/access.ts';
import { limitConnections, patience } from '../web/limits.ts';
import { listening } from '../web/listening.ts';
import type { Names } from './door.ts';
import { CONNECTIONS_EACH } from './limits.ts';
import type { PhoneOptions } from './options.ts';
import { placeOf } from './places.ts';
import { phoneRoutes } from './routes.ts';
import { openSecret } from './secret.ts';

export interface PhoneParts {
  readonly pipeline: Pick<Pipeline, 'lobby' | 'submit'>;
  readonly clock: Clock;
  readonly foreseen: Foreseen;
  readonly pages: string | null;
  readonly log: Log;
}

/** 我的号票 on customers' phones: a listener of its own, which knows none of the hub's other doors. */
export interface Phone {
  /** The address of a ticket's own page, for its QR code; null until phones are listened to. */
  pageOf(ticket: TicketId): string | null;
  /** Resolves to the address that stands in the QR codes. */
  listen(parts: PhoneParts): Promise<string>;
  stop(): Promise<void>;
}

/** @throws Plain when the secret is damaged */
export async function openPhone(options: PhoneOptions, disk: Disk, folder: string): Promise<Phone> {
  const secret = await openSecret(disk, folder);
  const { proxied } = options;
  let names: Names | null = null;
  let stop = async () => {};
  return {
    pageOf: (ticket) => names && `${names.origin}/v/${placeOf(secret, ticket)}`,
    async listen(parts) {
      const known = () => names ?? { origin: '', hosts: new Set<string>() };
      const { app, stop: stopStreams } = phoneRoutes({ ...parts, secret, proxied, names: known });
      const http = await serverFor(app, options);
      limitConnections(http, proxied ? Number.POSITIVE_INFINITY : CONNECTIONS_EACH);
      const at = await listening(http, options.port, options.host, '--phone-port');
      // The hub is what runs; phones alone keep nothing alive.
      http.unref();
      stop = async () => {
        stopStreams();
        http.closeAllConnections();
        await new Promise((done) => http.close(done));
      };
      names = namesOf(options, at);
      return names.origin;
    },
    stop: () => stop(),
  };
}

async function serverFor(app: RequestListener, { tls }: PhoneOptions): Promise<Server> {
  if (!tls) return createServer(patience, app);
  const read = (path: string) => readFile(path, 'utf8');
  const own = { cert: await read(tls.cert), key: await read(tls.key) };
  return createSecureServer({ ...patience, ...own }, app);
}

function namesOf({ url, host, tls }: PhoneOptions, { port }: AddressInfo): Names {
  const own = `${tls ? 'https' : 'http'}://${bracketed(host)}:${port}`;
  const { origin, hostname } = url ?? new URL(own);
  return { origin, hosts: new Set([hostname, bracketed(host)]) };
}
