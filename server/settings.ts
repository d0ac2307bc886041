import { readFile } from 'node:fs/promises';
import { type Settings, settingsSchema } from '../shared/settings.ts';
import { canonical } from './ledger/canonical.ts';
import { Plain } from './plainly.ts';

/**
 * Settings from a file that a person wrote.
 *
 * @throws Plain naming the file, the field and what is wrong with it
 */
export async function readSettings(path: string): Promise<Settings> {
  const parsed = settingsSchema.safeParse(await jsonOf(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Plain(`${path}: ${issue?.path.join('.') || 'settings'}: ${issue?.message}`);
}

async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Plain(`${path} cannot be read as settings: ${(error as Error).message}`);
  }
}

/** Whatever the order of their keys: settings from the ledger come back in canonical order. */
export const sameSettings = (a: Settings | null, b: Settings) => canonical(a) === canonical(b);
