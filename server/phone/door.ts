import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Log } from '../log.ts';
import { isFromElsewhere } from '../web/headers.ts';

/** Nothing inline, nothing from elsewhere, in nobody's frame. */
export const sealed = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        formAction: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
  });

/** The address in the QR, and whatever the listener is called by who sits before it. */
export interface Names {
  readonly origin: string;
  readonly hosts: ReadonlySet<string>;
}

/** A name that is not ours, or a press that another site's page made, is turned away. */
export const onlyByName =
  (names: () => Names, log: Log): RequestHandler =>
  (req, res, next) => {
    const { host = '', origin } = req.headers;
    const ours = names();
    const isOurs = ours.hosts.has(host.toLowerCase().replace(/:\d+$/, ''));
    const isOwnPage = origin === undefined || origin === ours.origin;
    // Another app may open the page; what the page then asks for comes from itself.
    const isOpened = req.method === 'GET' && req.headers['sec-fetch-mode'] === 'navigate';
    if (isOurs && isOwnPage && (isOpened || !isFromElsewhere(req.headers))) return next();
    log('phone.stranger', { host, origin: origin ?? null });
    res.status(403).json({ ok: false, code: 'gate.forbidden' });
  };
