import { isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { isLoopback } from '../devices/doorman.ts';
import type { Disk } from '../ledger/disk.ts';
import { replaceFile } from '../ledger/durable.ts';
import { Plain } from '../plainly.ts';

/** In the data folder, 0600: keys are secrets, and stand nowhere else. */
export const ROBOTS = 'robots.json';

const key = z.string().regex(/^[A-Za-z0-9_-]{8,128}$/);
const secret = z.string().regex(/^[\x21-\x7e]{8,128}$/);

/** A test double, or a bank's own gateway: encrypted, or on this machine. */
const base = z.string().max(300).refine(isSafe, {
  message: 'must be https, or http to this machine itself',
});

export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, search, hash } = new URL(address);
  if (username || search || hash) return false;
  const bare = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' || (protocol === 'http:' && isIP(bare) !== 0 && isLoopback(bare));
}

const common = {
  id: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
  key,
  base: base.optional(),
  /** The least level it is told about. */
  level: z.enum(['yellow', 'orange', 'red']).default('orange'),
  /** The day's sums once the day is closed. */
  daily: z.boolean().default(true),
  language: z.enum(['zh', 'en']).default('zh'),
};

/** `key`: of WeCom the `key`, of DingTalk the `access_token`, of Feishu the end of the hook's address. */
export const robot = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('wecom'),
    format: z.enum(['text', 'markdown']).default('text'),
  }),
  z.strictObject({ ...common, kind: z.literal('dingtalk'), secret: secret.optional() }),
  z.strictObject({ ...common, kind: z.literal('feishu'), secret: secret.optional() }),
]);
export type Robot = z.infer<typeof robot>;

const robotsSchema = z.strictObject({
  robots: z
    .array(robot)
    .max(10)
    .refine((all) => new Set(all.map((r) => r.id)).size === all.length, {
      message: 'two robots have the same id',
    }),
});

/**
 * The robots of a data folder; none where nobody set any.
 *
 * @throws Plain, naming the field and never what stands in it, when the file cannot be used
 */
export async function readRobots(disk: Disk, folder: string): Promise<readonly Robot[]> {
  const bytes = await disk.read(join(folder, ROBOTS));
  return bytes ? parseRobots(bytes.toString()) : [];
}

export function parseRobots(text: string): readonly Robot[] {
  const read = robotsSchema.safeParse(jsonOf(text));
  if (read.success) return read.data.robots;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the file';
  throw new Plain(`${ROBOTS}: ${where}: ${issue?.message}. Set robots with npm run robots.`);
}

/** Only its owner may read it: the disk makes files 0600. */
export const writeRobots = (disk: Disk, folder: string, robots: readonly Robot[]) =>
  replaceFile(disk, join(folder, ROBOTS), Buffer.from(`${JSON.stringify({ robots }, null, 2)}\n`));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
