import { join } from 'node:path';
import { z } from 'zod';
import type { Disk } from '../ledger/disk.ts';
import { replaceFile } from '../ledger/durable.ts';
import { isSafe } from '../notices/robots.ts';
import { Plain } from '../plainly.ts';

/** In the data folder, 0600: secrets stand there, and nowhere else. */
export const HOOKS = 'webhooks.json';

const hook = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
  /** Encrypted, or on this machine; its path may be anything. */
  url: z.string().max(500).refine(isSafe, {
    message: 'must be https, or http to this machine itself, without a query',
  }),
  /** What bodies are signed with, hex. */
  secret: z.string().regex(/^[0-9a-f]{64}$/),
});
/** 外部系统: a program that is told what happens in the lobby. */
export type Hook = z.infer<typeof hook>;

const hooksSchema = z.strictObject({
  hooks: z
    .array(hook)
    .max(10)
    .refine((all) => new Set(all.map((h) => h.id)).size === all.length, {
      message: 'two of them have the same id',
    }),
});

/**
 * The receivers of a data folder; none where nobody set any.
 *
 * @throws Plain, naming the field and never what stands in it, when the file cannot be used
 */
export async function readHooks(disk: Disk, folder: string): Promise<readonly Hook[]> {
  const bytes = await disk.read(join(folder, HOOKS));
  return bytes ? parseHooks(bytes.toString()) : [];
}

export function parseHooks(text: string): readonly Hook[] {
  const read = hooksSchema.safeParse(jsonOf(text));
  if (read.success) return read.data.hooks;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the file';
  throw new Plain(`${HOOKS}: ${where}: ${issue?.message}. Set them with npm run webhooks.`);
}

export const writeHooks = (disk: Disk, folder: string, hooks: readonly Hook[]) =>
  replaceFile(disk, join(folder, HOOKS), Buffer.from(`${JSON.stringify({ hooks }, null, 2)}\n`));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
