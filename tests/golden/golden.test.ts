import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { STATE } from '../../server/keepsakes.ts';
import { handClock } from '../kit/handClock.ts';
import { idAt, screen, startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { take } from '../kit/visit.ts';
import { digestOf, type Golden, goldenOf } from './figures.ts';

const fixtures = fileURLToPath(new URL('../fixtures/golden', import.meta.url));
const versions = readdirSync(fixtures);
const expectedOf = (version: string) =>
  JSON.parse(readFileSync(join(fixtures, version, 'expected.json'), 'utf8')) as Golden;

/** A golden folder on a disk that may be written to. */
function branchOf(version: string): MemoryDisk {
  const disk = new MemoryDisk();
  const folder = join(fixtures, version, 'branch');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    disk.put(path.replace(folder, FOLDER), readFileSync(path));
  }
  return disk;
}

test('there is a golden ledger of the first release', () => {
  expect(versions).toContain('0.1.0');
});

/** Where these fail, an older ledger is no longer read as it was: that is never the fixture's fault. */
test.each(versions)(
  'a ledger of %s verifies, and comes to the figures it came to then',
  async (version) => {
    const then = expectedOf(version);
    const now = await goldenOf(branchOf(version), FOLDER);
    expect(now.verify).toBe(then.verify);
    expect(now.figures).toMatchObject(then.figures as object);
    // A state of another shape has another digest; that its figures are the same was just seen.
    if (then.state === STATE) expect(now.digest).toBe(then.digest);
  },
);

test.each(versions)(
  'the state of %s is the same with its checkpoint and without',
  async (version) => {
    const bare = branchOf(version);
    bare.put(`${FOLDER}/checkpoint.json`, null);
    expect(await digestOf(bare, FOLDER)).toBe(await digestOf(branchOf(version), FOLDER));
  },
);

test.each(versions)('a hub goes on from a ledger of %s', async (version) => {
  const disk = branchOf(version);
  const last = Date.UTC(2026, 10, 26, 2);
  const rig = await startHub({ disk, clock: handClock(last) });
  const answer = await (await screen(rig)).raw({ ...take, id: idAt(last) });
  expect(answer).toMatchObject({ ok: true });
  expect(rig.hub.pipeline.lobby.visit.day?.date).toBe('2026-11-26');
});

test.each(versions)('no key, no person and no token is kept of %s', (version) => {
  const names = branchOf(version).paths.join();
  expect(names).not.toMatch(/key\.pem|people\.json|devices\.json|phone|tls/);
});
