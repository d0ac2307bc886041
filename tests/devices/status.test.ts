import { expect, test } from 'vitest';
import { device, firstPanel, get, pair, startHouse } from '../kit/house.ts';

const rows = async (rig: Awaited<ReturnType<typeof startHouse>>, panel: string) => {
  const { view } = await (await get(rig, '/api/views/devices', panel)).json();
  return view.devices as { role: string; offMinutes: number; online: boolean; touchedAt: number }[];
};

test('off-line minutes of a day, last seen and last touch are told by device', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const kiosk = await pair(rig, panel, 'kiosk');
  rig.clock.turn(7 * 60_000);
  const on = await device(rig, kiosk.token);
  const press = { type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' };
  await expect.poll(async () => (await rows(rig, panel)).some((r) => r.online)).toBe(true);
  expect(await on.send(press as never)).toMatchObject({ ok: true });
  rig.clock.turn(60 * 60_000);
  const row = (await rows(rig, panel)).find((r) => r.role === 'kiosk');
  expect(row).toMatchObject({ online: true, offMinutes: 7 });
  expect(row?.touchedAt).toBe(rig.clock.now().at - 60 * 60_000);
});

test('a new day counts off-line minutes anew', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  await pair(rig, panel, 'kiosk');
  rig.clock.turn(19 * 3_600_000 + 60_000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  rig.clock.turn(5 * 60_000);
  expect((await rows(rig, panel)).find((r) => r.role === 'kiosk')?.offMinutes).toBe(5);
});
