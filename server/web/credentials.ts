import type { IncomingMessage } from 'node:http';
import { isProxied, type Knock } from '../devices/doorman.ts';

const BEARER = /^Bearer ([A-Za-z0-9_.-]{1,200})$/;

/** What a request shows of itself. Never a cookie: a page of another site could not but send it. */
export function knockOf({ headers, socket }: IncomingMessage): Knock {
  return {
    address: socket.remoteAddress,
    proxied: isProxied(headers),
    credential: BEARER.exec(headers.authorization ?? '')?.[1] ?? null,
  };
}
