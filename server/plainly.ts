import { LedgerDown, LedgerUnopened } from './ledger/damage.ts';
import { FolderLocked } from './ledger/lock.ts';

/** Something the person at the keyboard can mend: its message is one line that says how. */
export class Plain extends Error {
  override readonly name = 'Plain';
}

const SAYS_IT_ALL = [Plain, FolderLocked, LedgerDown, LedgerUnopened];

/** Whether an error's message is all that the person at the keyboard needs. */
export const saysItAll = (error: unknown) => SAYS_IT_ALL.some((kind) => error instanceof kind);

/** Runs a room; what a person can mend becomes one clear line and exit 1. */
export async function plainly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const line = oneLine(error);
    console.error(line ?? error);
    process.exitCode = 1;
  }
}

function oneLine(error: unknown): string | undefined {
  if (saysItAll(error)) return (error as Error).message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (String(code).startsWith('ERR_PARSE_ARGS')) return (error as Error).message;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${path} cannot be written: give this user the right to, or choose another folder with --data.`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${path} is not a folder: choose another one with --data.`;
  if (code === 'ENOSPC')
    return `The disk of ${path ?? 'the data folder'} is full: make room, then start again.`;
}
