import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { LiveView } from '../../shared/city/views/live.ts';
import type { ShellView } from '../../shared/city/views/shell.ts';
import type { CityPublished } from '../../shared/city/wire.ts';
import { type CenterRig, startBranch, startCenter, tickets } from '../kit/center.ts';
import { decides, founded, toCity } from '../kit/cityDoor.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A screen's line to one server of a center; the last of each view it was told. */
async function screen({ url }: CenterRig, token: string) {
  const socket = io(url.origin, { auth: { protocol: 1, token }, transports: ['websocket'] });
  onTestFinished(() => void socket.close());
  const told = new Map<string, unknown>();
  const take = ({ key, view }: CityPublished) => void told.set(key.name, view);
  socket.on('view', take);
  await new Promise<void>((done, fail) => {
    socket.on('connect', done);
    socket.on('connect_error', fail);
  });
  for (const name of ['live', 'shell']) take(await socket.emitWithAck('watch', { name }));
  return told;
}

test.skipIf(isAbsent('postgres'))(
  'what one server takes in is shown by a screen on another; so is what was decided there',
  async () => {
    const store = await openStore('postgres');
    const disk = new MemoryDisk();
    const tables = { isRecord: true, store } as const;
    const a = await startCenter(disk, { tables });
    const b = await startCenter(disk, { tables, clock: a.clock });
    const chief = await founded(a);
    const told = await screen(b, chief);
    const live = () => told.get('live') as LiveView;
    expect(live().rows).toEqual([]);
    const enrol = { type: 'branch.enrol', branch: 'east', name: '东街' };
    const given = await toCity(a, 'requests', enrol, chief);
    const east = await startBranch(a, (given.ok && given.code) || '', { clock: a.clock });
    await tickets(east, 3);
    await east.synced();
    await expect.poll(() => live().rows[0]?.lobby?.waiting, { timeout: 10_000 }).toBe(3);
    const name = { zh: '市分行', en: 'City' };
    const open = { type: 'node.open', node: 'city', level: 'city', parent: null, name };
    await decides(a, chief, { ...open, from: '2026-01-01' });
    const shell = () => told.get('shell') as ShellView;
    await expect.poll(() => shell().nodes[0]?.id, { timeout: 10_000 }).toBe('city');
  },
);
