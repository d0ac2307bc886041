import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SETTINGS } from '../../server/keepsakes.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { PUBLIC } from '../../server/ledger/key.ts';
import { CHECKPOINT, CLOSINGS, HEADS } from '../../server/ledger/witnesses.ts';
import { playDays } from './days.ts';
import { goldenOf } from './figures.ts';

/** No private key, no screens' and no people's documents: what signs or opens a door is nobody's to keep. */
const KEPT = ['ledger', CLOSINGS, HEADS, CHECKPOINT, SETTINGS, PUBLIC];

const [version = '', fixtures = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/.test(version))
  throw new Error('Say which version: npm run golden -- 0.1.0');

const folder = await mkdtemp(join(tmpdir(), 'tingtang-golden-'));
await playDays(folder);
const missing = await kindsMissingIn(folder);
if (missing.length > 0) throw new Error(`no ${missing.join(', ')}: let it happen in days.ts`);
const target = join(fixtures, version);
await rm(target, { recursive: true, force: true });
await mkdir(join(target, 'branch'), { recursive: true });
for (const name of KEPT)
  await cp(join(folder, name), join(target, 'branch', name), { recursive: true });
const golden = await goldenOf(nodeDisk, folder);
await writeFile(join(target, 'expected.json'), `${JSON.stringify(golden, null, 2)}\n`);
await rm(folder, { recursive: true });
console.log(`${target}: ${golden.verify}`);

/** Kinds of facts that a live hub can bring about, and that did not come to pass. */
async function kindsMissingIn(data: string): Promise<string[]> {
  const days = await readdir(join(data, 'ledger'));
  const texts = await Promise.all(days.map((day) => readFile(join(data, 'ledger', day), 'utf8')));
  const rooms = await readdir('shared', { recursive: true });
  const sources = rooms.filter((path) => path.endsWith('facts.ts'));
  const declared = await Promise.all(sources.map((path) => readFile(join('shared', path), 'utf8')));
  const kinds = new Set(declared.join().match(/'[a-z]+\.[a-zA-Z]+'/g));
  return [...kinds]
    .map((kind) => kind.replaceAll("'", ''))
    .filter((kind) => !kind.startsWith('observed.') && !texts.join().includes(`"type":"${kind}"`));
}
