import { saysItAll } from '../../plainly.ts';

const HINTS: Record<string, string> = {
  ENOENT: 'the folder above it is not there: put its drive in its place, or make that folder',
  ENOSPC: 'it is full: make room there',
  EROFS: 'it can only be read',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOTDIR: 'it is not a folder',
  EIO: 'the drive fails: check it',
};

/** Nothing else is missing from a copy without them. */
export const sayLeftOut = (names: readonly string[]) =>
  `The backup lacks ${names.join(', ')}: what the data folder has there cannot be read.`;

/** One sentence on why there is no backup, for whoever can mend it. */
export function sayWhy(error: unknown, folder: string): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (saysItAll(error)) return `No backup: ${message}`;
  return `No backup in ${folder}: ${HINTS[code] ?? message}.`;
}
