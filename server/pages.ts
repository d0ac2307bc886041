import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the built screens lie, beside the built server; null where nothing was built. */
export function pagesFolder(): string | null {
  const folder = fileURLToPath(new URL('../pages', import.meta.url));
  return existsSync(folder) ? folder : null;
}
