import { expect, test, vi } from 'vitest';
import { sealItem } from '../../server/center/down/seal.ts';
import { regain } from '../../server/center/uplink/fetch.ts';
import { clientFor } from '../../server/center/uplink/options.ts';
import { openKey } from '../../server/ledger/key.ts';
import { restore } from '../../server/upkeep/backup/restore.ts';
import type { Item } from '../../shared/down/item.ts';
import {
  type CenterRig,
  CITY,
  codeFor,
  nextDay,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { BACKUP, copied, verdictOf } from '../kit/copies.ts';
import { circular, cityKey, fromCity, Sent } from '../kit/down.ts';
import { handClock } from '../kit/handClock.ts';
import { type HubRig, NINE } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

const entered = ({ hub }: HubRig) => hub.pipeline.lobby.down.entered.map(({ kind }) => kind);
const board = ({ hub }: HubRig) => hub.pipeline.lobby.floor.notices.list.map(({ title }) => title);

async function linked() {
  const sendings = new Sent();
  const city = await startCenter(new MemoryDisk(), { sendings });
  const branch = await startBranch(city, await codeFor(city, 'east'));
  await branch.synced();
  return { city, branch, sendings };
}

/** What the center hands out is changed on its way, as whoever sits between would. */
function tampered({ center }: CenterRig, change: (items: Item[]) => unknown) {
  const [handler] = center.http.listeners('request');
  center.http.removeAllListeners('request');
  center.http.on('request', (req, res) => {
    if (req.url === '/api/center/down') {
      const end = res.end.bind(res);
      res.end = ((body: string) => {
        const answer = JSON.parse(String(body));
        const text = JSON.stringify({ ...answer, items: change(answer.items) });
        res.removeHeader('ETag');
        res.setHeader('Content-Length', Buffer.byteLength(text));
        return end(text);
      }) as never;
    }
    (handler as (...all: unknown[]) => void)(req, res);
  });
}

test('what the city sends stands in the branch’s ledger within a round, and the center sees it there', async () => {
  const { city, branch, sendings } = await linked();
  sendings.sends(circular, 'east', 'west');
  sendings.sends(fromCity, 'east');
  const link = await branch.synced();
  expect(link).toMatchObject({ linked: true, refused: null, down: null, behind: 0 });
  expect(entered(branch)).toEqual(['notice', 'inspection']);
  expect(await city.center.branches()).toMatchObject([{ down: { due: 2, refused: null } }]);
});

test('a branch that was cut off for days gets all of it, in its order, and none twice', async () => {
  const { city, branch, sendings } = await linked();
  const port = Number(city.url.port);
  await city.stop();
  for (let day = 0; day < 3; day++) {
    for (let n = 0; n < 20; n++) sendings.sends({ ...circular, title: `第${day}-${n}期` }, 'east');
    await nextDay(branch);
    await branch.hub.links.sync();
  }
  expect(entered(branch)).toEqual([]);
  await startCenter(city.disk, { sendings, port });
  await branch.synced();
  await branch.synced();
  expect(board(branch)).toHaveLength(60);
  expect(board(branch)[59]).toBe('第2-19期');
});

test.each([
  ['altered', 'center.itemForged', (all: Item[]) => all.map((i) => ({ ...i, body: fromCity }))],
  ['sealed by another', 'center.itemForged', (all: Item[]) => all.map((i) => sealItem(cityKey, i))],
  ['turned round', 'center.itemOrder', (all: Item[]) => all.toReversed()],
  ['with one left out', 'center.itemOrder', (all: Item[]) => all.slice(1)],
  ['no items at all', 'center.itemForged', () => ['nonsense', null]],
] as const)(
  'items %s are not entered; it is said on both sides, and the branch works on',
  async (_, code, change) => {
    const { city, branch, sendings } = await linked();
    for (const n of [1, 2, 3]) sendings.sends({ ...circular, title: `第${n}期` }, 'east');
    tampered(city, change as never);
    const link = await branch.synced();
    expect(link).toMatchObject({ linked: true, refused: null, down: { code, details: { n: 1 } } });
    expect(entered(branch)).toEqual([]);
    await tickets(branch, 2);
    await branch.synced();
    expect(await city.center.branches()).toMatchObject([{ down: { refused: { n: 1, code } } }]);
    expect(city.said.filter((line) => line.includes(code))).toHaveLength(1);
  },
);

test('an item for another branch, or of another epoch, is nobody’s here', async () => {
  const { city, branch, sendings } = await linked();
  const key = await openKey(city.disk, CITY, true);
  sendings.sends(circular, 'east');
  for (const other of [{ branch: 'west' }, { epoch: 2 }]) {
    tampered(city, (all) => all.map((one) => sealItem(key, { ...one, ...other } as Item)));
    expect((await branch.synced()).down).toMatchObject({ code: 'center.itemForged' });
  }
  expect(entered(branch)).toEqual([]);
});

test('items told once more are passed over: each takes effect once', async () => {
  const { city, branch, sendings } = await linked();
  sendings.sends(circular, 'east');
  tampered(city, (all) => [...all, ...all]);
  await branch.synced();
  sendings.sends(fromCity, 'east');
  await branch.synced();
  expect(entered(branch)).toEqual(['notice', 'inspection']);
  // Said when it was noticed, and no more once nothing is left that is wrong.
  expect(branch.hub.links.state()?.down).toBeNull();
});

test('a center that has lost what it sent is told so, and sends nothing over it', async () => {
  const { city, branch, sendings } = await linked();
  const port = Number(city.url.port);
  sendings.sends(circular, 'east');
  sendings.sends(circular, 'east');
  await branch.synced();
  await city.stop();
  const other = new Sent();
  const back = await startCenter(city.disk, { sendings: other, port });
  expect(await branch.synced()).toMatchObject({ down: { code: 'center.otherItems' } });
  for (const n of [1, 2, 3]) other.sends({ ...circular, title: `另第${n}期` }, 'east');
  expect(await branch.synced()).toMatchObject({
    linked: true,
    down: { code: 'center.otherItems' },
  });
  expect(board(branch)).toHaveLength(2);
  await back.stop();
  await startCenter(city.disk, { sendings, port });
  expect(await branch.synced()).toMatchObject({ linked: true, down: null });
});

test('a center of the past says nothing of items: nothing is asked, nothing is wrong', async () => {
  const { city, branch, sendings } = await linked();
  sendings.sends(circular, 'east');
  const asked: string[] = [];
  const [handler] = city.center.http.listeners('request');
  city.center.http.removeAllListeners('request');
  city.center.http.on('request', (req, res) => {
    asked.push(String(req.url));
    const end = res.end.bind(res);
    res.end = ((body: string) => {
      const text = String(body).replace(/,"down":\d+/, '');
      res.removeHeader('ETag');
      res.setHeader('Content-Length', Buffer.byteLength(text));
      return end(text);
    }) as never;
    (handler as (...all: unknown[]) => void)(req, res);
  });
  await tickets(branch, 2);
  expect(await branch.synced()).toMatchObject({ linked: true, down: null, refused: null });
  expect(asked).toContain('/api/center/segments');
  expect(asked).not.toContain('/api/center/down');
});

test('no page and no device sends an item: it is the hub’s own', async () => {
  const { branch } = await linked();
  const command = { type: 'center.deliver', id: '019ab000-0000-7000-8000-000000000001' };
  const answer = await fetch(`${branch.url}/api/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...command, item: {}, body: null }),
  }).then((r) => r.json());
  expect(answer).toMatchObject({ ok: false });
  expect(entered(branch)).toEqual([]);
});

test('a hub whose power is cut at any call while items come enters each once, after a new start', async () => {
  const sendings = new Sent();
  for (let n = 1; n <= 4; n++) sendings.sends({ ...circular, title: `第${n}期` }, 'east');
  const run = async (call: number | null) => {
    const [disk, clock] = [new MemoryDisk(), handClock(NINE)];
    const city = await startCenter(new MemoryDisk(), { clock, sendings });
    const first = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
    const cut = { keeps: () => Number(call) % 2 === 0 };
    disk.fail(call === null ? null : { call, code: 'EIO', forGood: true, cut });
    await first.synced();
    const calls = disk.calls.length;
    await first.stop().catch(() => {});
    disk.fail(null);
    const again = await startBranch(city, null, { disk, clock });
    await again.synced();
    expect(board(again), `call ${call}`).toEqual(['第1期', '第2期', '第3期', '第4期']);
    await again.stop();
    await city.stop();
    return calls;
  };
  const calls = await run(null);
  expect(calls).toBeGreaterThan(4);
  for (let call = 1; call <= Math.min(calls, 16); call += 3) await run(call);
});

test('a branch restored from its backup has each item once, and goes on behind the last', async () => {
  const sendings = new Sent();
  const city = await startCenter(new MemoryDisk(), { sendings });
  const [disk, clock, drive] = [new MemoryDisk(), handClock(NINE), new MemoryDisk()];
  const branch = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
  sendings.sends({ ...circular, title: '第1期' }, 'east');
  await branch.synced();
  await branch.hub.sign();
  await copied(disk, drive);
  sendings.sends({ ...circular, title: '第2期' }, 'east');
  await branch.synced();
  await branch.stop();
  const restored = new MemoryDisk();
  await restore({ from: { disk: drive, folder: BACKUP }, to: { disk: restored, folder: FOLDER } });
  await regain({ disk: restored, folder: FOLDER }, await clientFor(city.url, null));
  const back = await startBranch(city, null, { disk: restored, clock });
  sendings.sends({ ...circular, title: '第3期' }, 'east');
  expect(await back.synced()).toMatchObject({ linked: true, refused: null, down: null });
  expect(board(back)).toEqual(['第1期', '第2期', '第3期']);
  expect(await verdictOf(restored, FOLDER)).toMatch(/^ok/);
});
