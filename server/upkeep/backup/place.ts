import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { Plain } from '../../plainly.ts';

/** @throws Plain when one of the folders lies in the other */
export function backupPlace(data: string, backup: string): string {
  const [from, to] = [resolve(data), resolve(backup)];
  if (isWithin(from, to) || isWithin(to, from))
    throw new Plain(
      `${to} is no place for the backup of ${from}: neither may lie in the other; best is another drive.`,
    );
  return to;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  // On Windows, the way to another drive is that drive's own path.
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) !== way;
}

/** Whether both would be lost with one drive, as far as the system says. */
export async function onOneDrive(data: string, backup: string): Promise<boolean> {
  const drive = async (path: string) => (await stat(path)).dev;
  try {
    const there = await drive(backup).catch(() => drive(dirname(backup)));
    return there === (await drive(data));
  } catch {
    return false;
  }
}
