import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseHooks, readHooks, writeHooks } from '../../server/webhooks/hooks.ts';
import { Reader } from '../../server/webhooks/reader.ts';
import { SENT } from '../../server/webhooks/webhooks.ts';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import { handClock } from '../kit/handClock.ts';
import { type HubRig, NINE, screen, startHub } from '../kit/hub.ts';
import { FOLDER, filled, MONDAY, TUESDAY } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { receiver, SECRET } from './receiver.ts';

const cash = 'cash' as ServiceId;
const one = '1' as CounterId;

/** Somebody takes a number and is served at counter 1. */
async function served(rig: HubRig): Promise<void> {
  const { send: press } = await screen(rig);
  await press({ type: 'counter.open', counter: one });
  await press({ type: 'ticket.issue', service: cash, class: 'ordinary', by: 'kiosk' });
  await press({ type: 'call.next', counter: one });
  await press({ type: 'service.start', counter: one });
  await press({ type: 'service.end', counter: one });
}

const visit = ['ticket.issued', 'ticket.called', 'service.started', 'service.ended'];
const ofTickets = (took: readonly { readonly ticket?: string; readonly type: string }[]) =>
  took.filter(({ ticket }) => ticket).map(({ type }) => type);

test('a receiver is told a visit in its order, signed, and nothing about a person', async () => {
  const bi = await receiver();
  const rig = await startHub({ webhooks: [bi.hook] });
  await served(rig);
  await bi.sees((took) => took.some(({ type }) => type === 'service.ended'));
  expect(ofTickets(bi.took)).toEqual(visit);
  expect(bi.unsigned).toBe(0);
  expect(bi.took[0]).toMatchObject({ branch: 'branch-1' });
  expect(bi.bodies.join()).not.toMatch(/"(class|reason|teller|person|device|level|by)"/);
});

test('one that fails is told everything once it is back, still in order, and holds nobody up', async () => {
  const [bad, good] = [await receiver('bad'), await receiver('good')];
  bad.mood.push(500, 'cut');
  const rig = await startHub({ webhooks: [bad.hook, good.hook] });
  await served(rig);
  await good.sees((took) => ofTickets(took).length === 4);
  await bad.sees((took) => ofTickets(took).length === 4);
  expect(ofTickets(bad.took)).toEqual(visit);
  const states = () => rig.logged.filter((line) => line.includes('webhook.state'));
  expect(states().join()).toContain('http 500');
  // It has its last message a moment before the hub has its answer.
  await expect.poll(() => states().at(-1)).toContain('"why":null');
});

const isNoted = (disk: MemoryDisk, id = '') =>
  String(disk.peek(join(FOLDER, SENT))).includes(`"seq":${id.split('.')[0]},`);

test('after a restart it goes on behind what was taken, from the ledger', async () => {
  const bi = await receiver();
  const disk = new MemoryDisk();
  const rig = await startHub({ disk, webhooks: [bi.hook] });
  await served(rig);
  // Cut off before its answer is noted, the last message would rightly come twice.
  await bi.sees((took) => ofTickets(took).length === 4 && isNoted(disk, took.at(-1)?.id));
  await rig.stop();
  const silent = await startHub({ disk });
  await served(silent);
  await silent.stop();
  const before = bi.took.length;
  await startHub({ disk, webhooks: [bi.hook] });
  await bi.sees((took) => ofTickets(took.slice(before)).includes('ticket.issued'));
  expect(new Set(bi.took.map(({ id }) => id)).size).toBe(bi.took.length);
});

test('without its cursor it is told the day once more, by the same ids', async () => {
  const bi = await receiver();
  const disk = new MemoryDisk();
  const rig = await startHub({ disk, webhooks: [bi.hook] });
  await served(rig);
  await bi.sees((took) => ofTickets(took).length === 4);
  await rig.stop();
  const first = bi.took.map(({ id }) => id);
  disk.put(join(FOLDER, SENT), 'nothing of sense');
  await startHub({ disk, webhooks: [bi.hook] });
  await bi.sees((took) => took.length >= 2 * first.length);
  expect(
    bi.took
      .slice(first.length)
      .map(({ id }) => id)
      .slice(0, first.length),
  ).toEqual(first);
});

test('one that was never reached is told where it began, also when a day has ended since', async () => {
  const bi = await receiver();
  const disk = new MemoryDisk();
  const yesterday = await startHub({ disk });
  await served(yesterday);
  await yesterday.stop();
  bi.mood.push(500, 500, 500);
  const tomorrow = handClock(NINE + 86_400_000);
  const rig = await startHub({ disk, clock: tomorrow, webhooks: [bi.hook] });
  await served(rig);
  await bi.sees((took) => ofTickets(took).filter((type) => type === 'service.ended').length === 2);
  expect(ofTickets(bi.took).filter((type) => type === 'ticket.issued')).toHaveLength(2);
});

test('what is not flushed is told to nobody', async () => {
  const disk = new MemoryDisk();
  await filled(disk, 5, [MONDAY, TUESDAY]);
  let flushed = 7;
  const parts = { disk, folder: FOLDER, flushed: () => flushed };
  const reader = await Reader.open(parts, 2);
  const all: number[] = [];
  const read = async () => {
    for (let next = await reader.next(); next.length > 0; next = await reader.next())
      all.push(...next.map(({ seq }) => seq));
  };
  await read();
  expect(all).toEqual([3, 4, 5, 6, 7]);
  flushed = 10;
  await read();
  expect(all).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  const today = await Reader.open(parts, null);
  expect((await today.next()).map(({ seq }) => seq)).toEqual([6, 7, 8, 9, 10]);
});

test('an address that anybody could read along, a short secret and a double id are refused by name', () => {
  const hook = { id: 'bi', url: 'https://bi.lan/hook', secret: SECRET };
  const refused = (hooks: object[]) => () => parseHooks(JSON.stringify({ hooks }));
  expect(parseHooks(JSON.stringify({ hooks: [hook] }))).toEqual([hook]);
  expect(refused([{ ...hook, url: 'http://bi.lan/hook' }])).toThrow('hooks.0.url: must be https');
  expect(refused([{ ...hook, secret: 'short' }])).toThrow('hooks.0.secret');
  expect(refused([hook, hook])).toThrow('the same id');
});

test('receivers are kept for their owner alone, and read again', async () => {
  const disk = new MemoryDisk();
  disk.put(`${FOLDER}/x`, '');
  expect(await readHooks(disk, FOLDER)).toEqual([]);
  const hook = { id: 'bi', url: 'https://bi.lan/hook', secret: SECRET };
  await writeHooks(disk, FOLDER, [hook]);
  expect(await readHooks(disk, FOLDER)).toEqual([hook]);
});
