import { expect, test } from 'vitest';
import type { DeviceId } from '../../shared/ids.ts';
import { handClock } from '../kit/handClock.ts';
import { device, firstPanel, get, knock, pair, startHouse } from '../kit/house.ts';
import { NINE, type Screen, screen } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

/** Milliseconds until a screen is cut off; never within three seconds is too late anyway. */
const cut = (screen: Screen) =>
  new Promise<number>((done) => {
    const from = performance.now();
    screen.socket.on('disconnect', () => done(performance.now() - from));
    setTimeout(done, 3000, Number.POSITIVE_INFINITY);
  });

test('A6: revoking cuts a device off within two seconds, and survives a restart', {
  retry: 2,
}, async () => {
  const disk = new MemoryDisk();
  const rig = await startHouse({ disk });
  const panel = await firstPanel(rig);
  const stolen = await pair(rig, panel, 'display');
  const [boss, here, there] = [
    await device(rig, panel),
    await device(rig, stolen.token),
    await device(rig, stolen.token),
  ];
  await here.watch({ name: 'lobby' });
  const gone = Promise.all([cut(here), cut(there)]);
  expect(await boss.send({ type: 'device.revoke', device: stolen.id })).toMatchObject({ ok: true });
  expect(Math.max(...(await gone))).toBeLessThan(2000);
  expect(await knock(rig, stolen.token)).toBe('device.unpaired');
  expect((await get(rig, '/api/views/lobby', stolen.token)).status).toBe(401);
  const kept = disk.peek('/data/devices.json');
  await rig.stop();

  const again = await startHouse({ disk, clock: handClock(NINE + 60_000) });
  expect(await knock(again, stolen.token)).toBe('device.unpaired');
  expect(await knock(again, panel)).toBeNull();
  await again.stop();
  // Even with the document of tokens put back as it was: the ledger's word is what counts.
  disk.put('/data/devices.json', kept);
  const third = await startHouse({ disk, clock: handClock(NINE + 120_000) });
  expect(await knock(third, stolen.token)).toBe('device.unpaired');
});

test('A6: a token used in two places is shown on the panel', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const { token } = await pair(rig, panel, 'display');
  const thief = { extraHeaders: { 'x-nothing': '1' }, localAddress: '127.0.0.9' };
  await device(rig, token);
  expect(await knock(rig, token, thief)).toBeNull();
  const elsewhere = await screen(rig, ['websocket'], token, thief);
  const { view } = await (await get(rig, '/api/views/devices', panel)).json();
  const row = view.devices.find((d: { role: string }) => d.role === 'display');
  expect(row).toMatchObject({ online: true, places: 2 });
  elsewhere.socket.disconnect();
});

test('A6: a display’s token is of no use for anything but what a display shows', async () => {
  const rig = await startHouse();
  const { token } = await pair(rig, await firstPanel(rig), 'display');
  for (const path of ['manager', 'figures', 'floor', 'devices', 'counter?counter=2'])
    expect((await get(rig, `/api/views/${path}`, token)).status, path).toBe(403);
  expect((await get(rig, '/api/views/lobby', token)).status).toBe(200);
});

test('A6: a device that is placed elsewhere is that from then on', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const { token, id } = await pair(rig, panel, 'rating', '2');
  const terminal = await device(rig, token);
  await terminal.watch({ name: 'rating', counter: '2' as never });
  const boss = await device(rig, panel);
  await boss.send({ type: 'device.place', device: id, role: 'rating', counter: '3' as never });
  await expect.poll(() => terminal.you()?.counter).toBe('3');
  await expect(terminal.watch({ name: 'rating', counter: '2' as never })).rejects.toThrow(
    'gate.forbidden',
  );
  const nowhere = { type: 'device.place', device: id, role: 'rating' } as const;
  expect(await boss.send(nowhere)).toMatchObject({ code: 'device.needsCounter' });
  const unknown = { type: 'device.revoke', device: 'dev-0' as DeviceId } as const;
  expect(await boss.send(unknown)).toMatchObject({ code: 'device.unknown' });
});

test('A6: one token holds no more than a few connections', async () => {
  const rig = await startHouse();
  const { token } = await pair(rig, await firstPanel(rig), 'display');
  const all = await Promise.all(
    Array.from({ length: 30 }, () =>
      device(rig, token).then(
        () => 'in',
        (error: Error) => error.message,
      ),
    ),
  );
  expect(all.filter((said) => said === 'in').length).toBeLessThanOrEqual(8);
  expect(all).toContain('rate.exceeded');
});
