import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, SIZES, test } from './branch.ts';
import { takes } from './hands.ts';
import { datesIn } from './ledger.ts';

test('A9: on a ledger that somebody edited every screen says the first bad entry', async ({
  branch,
}) => {
  const paths = ['/kiosk/ticket/', '/kiosk/counter/?counter=2', '/kiosk/rating/?counter=2'];
  const more = ['lobby', 'manager', 'devices', 'home'].map((name) => `/display/${name}/`);
  const all: Page[] = [];
  for (const path of [...paths, '/kiosk/floor/', ...more])
    all.push(await branch.screen(path, SIZES.tablet));
  const [kiosk] = all;
  if (!kiosk) throw new Error('no kiosk');
  await takes(kiosk, '个人现金');
  await branch.powerCut();
  const [date = ''] = await datesIn(branch.folder);
  const file = join(branch.folder, 'ledger', `${date}.jsonl`);
  const lines = (await readFile(file, 'utf8')).split('\n');
  const bad = lines.findIndex((line) => line.includes('"number":"A001"'));
  const edited = lines.with(bad, (lines[bad] ?? '').replace('"A001"', '"A007"'));
  await writeFile(file, edited.join('\n'));
  await branch.powerBack();
  const where = `（ledger/${date}.jsonl:${bad + 1}）`;
  for (const page of all)
    await expect(page.getByText(`账本从第 ${bad + 1} 条起有损坏${where}`)).toBeVisible();
  // Shown as far as it is sound, and nothing is taken.
  await kiosk.getByRole('button', { name: '个人现金' }).click();
  await expect(kiosk.getByRole('alert').filter({ hasText: '主机只供查看' })).toBeVisible();
});
