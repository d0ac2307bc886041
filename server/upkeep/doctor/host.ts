import { join } from 'node:path';
import { bad, type Look, notLooked, ok, warning } from './check.ts';
import type { Machine } from './machine.ts';

const GB = 1024 ** 3;
/** A hub takes about 150 MB; the rest is for its build, its reports and whatever else runs here. */
const LEAST = GB / 2;
const ENOUGH = GB;
const FREE = GB / 5;

type Json = Readonly<Record<string, unknown>>;

async function json(machine: Machine, path: string): Promise<Json | null> {
  const bytes = await machine.disk.read(path).catch(() => null);
  try {
    return bytes && JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

export const node: Look = async ({ machine, program }) => {
  const own = await json(machine, join(program, 'package.json'));
  const least = /\d+\.\d+/.exec(String((own?.engines as Json | undefined)?.node))?.[0];
  if (!least) return notLooked((w) => w.noProgram(program));
  return isOlder(machine.node, least)
    ? bad((w) => w.nodeOld(machine.node, least))
    : ok((w) => w.nodeFine(machine.node));
};

function isOlder(version: string, least: string): boolean {
  const [a = [], b = []] = [version, least].map((text) => text.split('.').map(Number));
  const [major, minor] = [(a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)];
  return major < 0 || (major === 0 && minor < 0);
}

/** What npm installed is what the lock file names: nothing is asked of the network. */
export const packages: Look = async ({ machine, program }) => {
  const [own, lock, installed] = await Promise.all([
    json(machine, join(program, 'package.json')),
    json(machine, join(program, 'package-lock.json')),
    json(machine, join(program, 'node_modules/.package-lock.json')),
  ]);
  if (!own || !lock) return notLooked((w) => w.noProgram(program));
  if (!installed) return bad((w) => w.notInstalled);
  const wanted = Object.keys((own.dependencies ?? {}) as Json);
  const off = wanted.filter((name) => versionIn(installed, name) !== versionIn(lock, name));
  return off.length > 0
    ? bad((w) => w.packagesOff(off.join(', ')))
    : ok((w) => w.packagesFine(wanted.length));
};

function versionIn({ packages }: Json, name: string): unknown {
  const found = (packages as Record<string, Json> | undefined)?.[`node_modules/${name}`];
  return found?.version ?? null;
}

export const memory: Look = ({ machine }) => {
  const { all, free } = machine.memory();
  const [total, left] = [(all / GB).toFixed(1), (free / GB).toFixed(1)];
  if (all < LEAST) return bad((w) => w.memoryLittle(total));
  if (all < ENOUGH || free < FREE) return warning((w) => w.memoryShort(total, left));
  return ok((w) => w.memoryFine(total, left));
};
