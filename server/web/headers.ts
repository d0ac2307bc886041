import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { refused } from '../answers.ts';
import type { Log } from '../log.ts';
import type { Access } from './access.ts';

/**
 * Pages bring everything they need themselves: nothing inline, nothing from elsewhere. Frames are
 * allowed from the hub's own pages only, for the wall that shows all screens at once.
 */
export const secured = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        formAction: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    xFrameOptions: { action: 'sameorigin' },
    strictTransportSecurity: false,
  });

/** A page of another origin, or a name that is not ours (DNS rebinding), is turned away. */
export const onlyOurOwn =
  (access: Access, log: Log): RequestHandler =>
  (req, res, next) => {
    if (isOurOwn(req.headers, access) && !(isPage(req.path) ? false : isFromElsewhere(req.headers)))
      return next();
    noteStranger(req.headers, log);
    res.status(403).json(refused({ code: 'gate.forbidden' }));
  };

/** Answers that carry data or take commands; the others are files that anybody may have. */
const isPage = (path: string) => !/^\/(api|metrics|readyz|socket\.io)(\/|$)/i.test(path);

export function isOurOwn({ host, origin }: IncomingHttpHeaders, { hosts, tls }: Access): boolean {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '');
  if (!hosts.has(name)) return false;
  return origin === undefined || origin === `${tls ? 'https' : 'http'}://${host}`;
}

/** What a browser says of a request that another site's page made, also where it sends no Origin. */
export const isFromElsewhere = (headers: IncomingHttpHeaders) =>
  ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site'] ?? 'none'));

export const noteStranger = ({ host, origin }: IncomingHttpHeaders, log: Log) =>
  log('stranger.refused', { host: host ?? null, origin: origin ?? null });
