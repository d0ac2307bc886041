import type { RequestHandler } from 'express';
import helmet from 'helmet';

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
export const onlyOurOwn: RequestHandler = (req, res, next) => {
  if (isOurOwn(req.headers)) return next();
  res.status(403).json({ ok: false, code: 'gate.forbidden' });
};

export function isOurOwn({
  host,
  origin,
}: {
  host?: string | undefined;
  origin?: string | undefined;
}): boolean {
  const name = (host ?? '').replace(/:\d+$/, '');
  if (!['localhost', '127.0.0.1', '[::1]'].includes(name)) return false;
  return origin === undefined || origin === `http://${host}`;
}
