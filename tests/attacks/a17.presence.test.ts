import { expect, test } from 'vitest';
import { ask, device, get, openBranch, PIN, pair, signedIn } from '../kit/house.ts';
import { here, serve } from '../kit/visit.ts';

test('A17: a handover keeps the open service, and each entry names who pressed', async () => {
  const branch = await openBranch();
  const { rig, token } = branch;
  const { counter, ticket } = await serve(branch);
  const next = await device(rig, await signedIn(rig, token.counter, 't2', PIN));
  expect(next.you()?.person).toMatchObject({ id: 't2', post: 'teller' });
  const { visit } = rig.hub.pipeline.lobby;
  expect(visit.counters[here]).toMatchObject({ present: ticket, teller: 't2', press: null });
  // The one before is out: the old connection speaks for nobody.
  const end = { type: 'service.end', counter: here } as const;
  expect(await counter.send(end)).toMatchObject({ code: 'person.notSignedIn' });
  expect(await next.send(end)).toMatchObject({ ok: true });
  const lines = String(await rig.disk.read('/data/ledger/2026-11-24.jsonl'))
    .trim()
    .split('\n');
  const entries = lines.map((line) => JSON.parse(line));
  const by = (type: string) =>
    entries.find((e) => e.facts.some((f: { type: string }) => f.type === type));
  expect(by('service.started')).toMatchObject({ device: branch.id.counter, person: 't1' });
  expect(by('counter.handedOver')).toMatchObject({ device: branch.id.counter, person: 't2' });
  expect(by('service.ended')).toMatchObject({ device: branch.id.counter, person: 't2' });
});

test('A17: a session replayed after signing out speaks for nobody', async () => {
  const { rig, token } = await openBranch();
  const credential = await signedIn(rig, token.counter, 't1', PIN);
  await ask(rig, credential, { type: 'person.signOut' });
  const again = await device(rig, credential);
  await expect.poll(() => again.you()?.person).toBeNull();
  const open = { type: 'counter.open', counter: here } as const;
  expect(await again.send(open)).toMatchObject({ code: 'person.notSignedIn' });
  const other = await signedIn(rig, token.counter, 't2', PIN);
  expect((await device(rig, credential)).you()?.person ?? null).toBeNull();
  expect(await (await device(rig, other)).send(open)).toMatchObject({ ok: true });
});

test('A17: a token alone, and a session at another device, speak for nobody', async () => {
  const { rig, token } = await openBranch();
  const credential = await signedIn(rig, token.counter, 't1', PIN);
  const session = credential.split('.')[1];
  for (const stolen of [token.counter, `${token.floor}.${session}`]) {
    const on = await device(rig, stolen);
    await expect.poll(() => on.you()?.person).toBeNull();
  }
});

test('A17: one person at two devices is shown, and nobody stays signed in over night', async () => {
  const { rig, panel, token, id } = await openBranch();
  const boss = await signedIn(rig, panel, 'b1', PIN);
  const second = await pair(rig, boss, 'counter', '3');
  await signedIn(rig, token.counter, 't1', PIN);
  await signedIn(rig, second.token, 't1', PIN);
  const { view } = await (await get(rig, '/api/views/devices', boss)).json();
  const row = view.staff.find((m: { id: string }) => m.id === 't1');
  expect(row.devices.sort()).toEqual([id.counter, second.id].sort());
  rig.clock.turn(20 * 3_600_000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  expect(rig.hub.pipeline.lobby.devices.present).toEqual({});
});

test('A17: whoever leaves is out at once; the last branch manager cannot', async () => {
  const { rig, panel, token } = await openBranch();
  const boss = await device(rig, await signedIn(rig, panel, 'b1', PIN));
  await boss.watch({ name: 'devices' });
  const teller = await device(rig, await signedIn(rig, token.counter, 't1', PIN));
  expect(await boss.send({ type: 'staff.leave', person: 't1' as never })).toMatchObject({
    ok: true,
  });
  expect(await teller.send({ type: 'counter.open', counter: here })).toMatchObject({
    code: 'person.notSignedIn',
  });
  expect(await boss.send({ type: 'staff.leave', person: 'b1' as never })).toMatchObject({
    code: 'staff.lastManager',
  });
  const credential = await signedIn(rig, panel, 's1', PIN);
  expect(credential).toBeTypeOf('string');
  // The panel's other connection lost its branch manager, and with that what only they see.
  const before = boss.seen.length;
  await boss.send({ type: 'staff.add', person: 'x1' as never, post: 'teller' });
  rig.clock.turn(1000);
  await new Promise((done) => setTimeout(done, 100));
  expect(boss.seen.slice(before).filter((p) => p.key.name === 'devices')).toEqual([]);
});

test('A17: a name is erased, and what was done under the number stays', async () => {
  const { rig, panel } = await openBranch();
  const boss = await signedIn(rig, panel, 'b1', PIN);
  expect(String(await rig.disk.read('/data/people.json'))).toContain('姓名t2');
  await ask(rig, boss, { type: 'staff.erase', person: 't2' as never });
  const kept = String(await rig.disk.read('/data/people.json'));
  expect(kept).not.toContain('姓名t2');
  expect(rig.hub.pipeline.lobby.devices.staff).toHaveProperty('t2');
  const ledger = String(await rig.disk.read('/data/ledger/2026-11-24.jsonl'));
  expect(ledger).not.toContain('姓名');
});
