import { join } from 'node:path';
import type { RequestHandler } from 'express';
import compressed from 'express-static-gzip';

/**
 * Built files, as the browser takes them best: each text was compressed when it was built. The folder
 * is looked through once the first is asked for: a start does without.
 */
function served(folder: string, how: compressed.ExpressStaticGzipOptions): RequestHandler {
  const options = { enableBrotli: true, orderPreference: ['br', 'gz'], ...how };
  let found: RequestHandler | null = null;
  return (request, response, next) => {
    found ??= compressed(folder, options);
    return found(request, response, next);
  };
}

/** Names of built files carry their content's hash: they never change. */
export const assets = (pages: string): RequestHandler =>
  served(join(pages, 'assets'), { index: false, serveStatic: { immutable: true, maxAge: '1y' } });

/** The pages themselves may change with every build. */
export const files = (pages: string): RequestHandler =>
  served(pages, { serveStatic: { cacheControl: false } });
