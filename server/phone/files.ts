import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const PAGE = 'display/visit/index.html';

/** The visit page and the names of the files it needs, from the build's own list; no others. */
export interface PageFiles {
  readonly html: Buffer;
  readonly has: (name: string) => boolean;
}

/** @param pages folder of the built pages */
export function visitFiles(pages: string): PageFiles {
  const manifest = JSON.parse(
    readFileSync(join(pages, '.vite', 'manifest.json'), 'utf8'),
  ) as Record<string, Chunk>;
  const files = new Set<string>();
  const seen = new Set<string>();
  const walk = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) walk(next);
  };
  walk(PAGE);
  const html = readFileSync(join(pages, PAGE));
  // The icon is named by the page itself, in no chunk.
  for (const [, name] of html.toString().matchAll(/"\/(assets\/[^"]+)"/g)) files.add(name ?? '');
  return { html, has: (name) => files.has(name) };
}
