import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { NOTICES } from '../../server/notices/outbox.ts';
import { ROBOTS, readRobots, writeRobots } from '../../server/notices/robots.ts';
import type { ServiceId } from '../../shared/ids.ts';
import { viewOf } from '../../shared/views/views.ts';
import { screen, startHub } from '../kit/hub.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { groupDouble, KEY, SECRET } from './groupDouble.ts';
import { robotOf } from './rig.ts';

const MINUTE = 60_000;
const take = { type: 'ticket.issue', service: 'cash' as ServiceId, class: 'ordinary', by: 'kiosk' };

/** Real time, up to three seconds. */
async function until(is: () => boolean): Promise<void> {
  for (let waited = 0; waited < 3000 && !is(); waited += 10)
    await new Promise((done) => setTimeout(done, 10));
  expect(is(), String(is)).toBe(true);
}

test('a hub tells the group of what went past orange, and the panel what became of it', async () => {
  const folder = await temporaryFolder();
  const double = await groupDouble('dingtalk', () => rig.clock.now().wall);
  const robots = [robotOf('dingtalk', double.base)];
  const rig = await startHub({ disk: nodeDisk, folder, robots });
  const panel = await screen(rig);
  await panel.watch({ name: 'robots' });
  await panel.send(take as never);
  rig.clock.turn(21 * MINUTE);
  rig.clock.turn(1000);
  await until(() => double.took.length > 0);
  expect(double.took[0]).toMatch(/橙色预警[\s\S]*普通客户最长已等 21 分钟/);
  const view = await panel.sees('robots', (v) => v.letters[0]?.state === 'sent');
  expect(view.robots).toEqual([{ id: 'dingtalk', kind: 'dingtalk', waiting: 0, heldUntil: null }]);
  await rig.stop();
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  expect(names.map((n) => n.name)).toContain(NOTICES);
  const said = [...rig.logged, ...rig.said, JSON.stringify(panel.seen)];
  for (const file of names.filter((n) => n.isFile()))
    said.push(await readFile(join(file.parentPath, file.name), 'utf8'));
  // A20: the keys stand in their own file alone, and nothing of a ticket in what was sent.
  for (const secret of [KEY, SECRET]) expect(said.join('\n')).not.toContain(secret);
  for (const body of double.bodies) expect(body).not.toMatch(/A001|2026-11-24\.\d/);
});

test('without robots nothing is kept and nothing is shown', async () => {
  const rig = await startHub();
  expect(viewOf({ name: 'robots' }, rig.hub.pipeline.lobby, 0)).toEqual({
    robots: [],
    letters: [],
  });
  await rig.stop();
  expect(await rig.disk.read(`/data/${NOTICES}`)).toBeNull();
});

test('what is set at the machine is read back, and only its owner may read the file', async () => {
  const folder = await temporaryFolder();
  const robots = [robotOf('feishu', 'https://gateway.example')];
  await writeRobots(nodeDisk, folder, robots);
  expect(await readRobots(nodeDisk, folder)).toEqual(robots);
  if (process.platform !== 'win32')
    expect((await stat(join(folder, ROBOTS))).mode & 0o777).toBe(0o600);
  expect(await readRobots(nodeDisk, await temporaryFolder())).toEqual([]);
});
