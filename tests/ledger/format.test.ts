import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Keepsakes } from '../../server/keepsakes.ts';
import { GENESIS, seal, unseal } from '../../server/ledger/entry.ts';
import { verifyFolder } from '../../server/ledger/verify.ts';
import {
  draft,
  FOLDER,
  fileOf,
  filledDisk,
  linesOf,
  MONDAY,
  open,
  TUESDAY,
  temporaryFolder,
} from '../kit/ledgers.ts';

/** A line as the document describes it. It never changes: every later program must read it. */
const GOLDEN =
  '{"at":1795400001000,"body":"b4793bf45977acb4ee0269521749b51bc48b5873dd41b585654849792ca3dcb4","device":"取号机-1","facts":[{"at":1795400001000,"by":1,"offset":-1,"type":"clock.stepped"}],"group":1,"id":"019ac000-0000-7000-8000-000000000001","person":null,"prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"v":1,"hash":"0d43cc753c717ddede3648cbc7e361f1c0e3f9337a5f98f79fbc772f08afd0f3"}';

test('a line is the canonical form with the hash of it in place of the last brace', () => {
  const { entry, line } = seal(draft(1), GENESIS);
  expect(line.endsWith(`,"v":1,"hash":"${entry.hash}"}\n`)).toBe(true);
  const body = `${line.slice(0, -76)}}`;
  expect(createHash('sha256').update(body).digest('hex')).toBe(entry.hash);
  expect(Object.keys(JSON.parse(body))).toEqual(Object.keys(JSON.parse(body)).sort());
  expect(JSON.parse(line)).toEqual(entry);
});

test('a line of the first release is written and read the same for ever', () => {
  expect(seal(draft(1), GENESIS).line).toBe(`${GOLDEN}\n`);
  expect(unseal(Buffer.from(GOLDEN), GENESIS)).toMatchObject(draft(1));
});

test('reading a line leaves its bytes as they were', () => {
  const line = Buffer.from(GOLDEN);
  unseal(line, null);
  expect(String(line)).toBe(GOLDEN);
});

test('what a draft carries beyond its fields does not get into the ledger', () => {
  const { line } = seal({ ...draft(1), ...{ secret: 1 } }, GENESIS);
  expect(line).not.toContain('secret');
});

test('bytes that are no UTF-8 make no line, even under their own hash', () => {
  const { line } = seal(draft(1), GENESIS);
  const body = Buffer.from(`${line.slice(0, -76)}}`);
  body[body.indexOf('取')] = 0xff;
  const digest = createHash('sha256').update(body).digest('hex');
  const bytes = Buffer.concat([body.subarray(0, -1), Buffer.from(`,"hash":"${digest}"}`)]);
  expect(() => unseal(bytes, GENESIS)).toThrow('not a line of this format');
});

test('the script in the document comes to the same verdict as verify', async () => {
  const page = await readFile(new URL('../../docs/ledger.md', import.meta.url), 'utf8');
  const script = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'check.mjs'), script);
  await mkdir(join(folder, 'ledger'));

  const disk = await filledDisk(5, [MONDAY, TUESDAY]);
  const keepsakes = new Keepsakes(disk, FOLDER);
  await keepsakes.saveHead((await open(disk)).ledger.head());
  const check = async () => {
    for (const path of disk.paths)
      await writeFile(join(folder, path.slice(FOLDER.length)), disk.peek(path) ?? '');
    const { stdout, status } = spawnSync(process.execPath, ['check.mjs', '.'], { cwd: folder });
    return { text: String(stdout).trim(), ok: status === 0 };
  };

  const { hash } = (await open(disk)).ledger.head();
  expect(await check()).toEqual({ text: `ok  10 entries, head 10 ${hash}`, ok: true });
  const edits: ((lines: string[]) => string[])[] = [
    (l) => l.with(1, String(l[1]).replace('clock', 'block')),
    (l) => l.toSpliced(1, 1),
    (l) => l.toSpliced(1, 0, String(l[0])),
  ];
  for (const edit of edits) {
    const whole = disk.peek(fileOf(TUESDAY));
    disk.put(fileOf(TUESDAY), `${edit(linesOf(disk, TUESDAY)).join('\n')}\n`);
    const [finding] = (await verifyFolder(disk, FOLDER)).ledgers;
    const line = finding?.ok === false ? finding.damage.line : 0;
    expect(await check()).toEqual({
      text: `bad ${TUESDAY}.jsonl:${line}, entry ${line + 5}`,
      ok: false,
    });
    disk.put(fileOf(TUESDAY), whole);
  }

  disk.put(fileOf(TUESDAY), `${linesOf(disk, TUESDAY).slice(0, -1).join('\n')}\n`);
  const missing = 'bad heads.jsonl:1, entry 10 is missing or another one';
  expect(await check()).toEqual({ text: missing, ok: false });
  const heads = `${FOLDER}/heads.jsonl`;
  disk.put(heads, String(disk.peek(heads)).replace('"seq":10', '"seq":9'));
  expect(await check()).toEqual({ text: 'bad heads.jsonl:1, its signature', ok: false });
});
