import { expect, test } from 'vitest';
import { device, firstPanel, get, openBranch, startHouse } from '../kit/house.ts';
import { startHub } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { here, serve } from '../kit/visit.ts';

const proxied = { 'x-forwarded-for': '10.0.0.9' };

test('/readyz and /metrics answer this machine and a paired panel, and nobody else', async () => {
  const { rig, panel, token } = await openBranch();
  for (const path of ['/readyz', '/metrics']) {
    expect((await get(rig, path)).status, path).toBe(200);
    expect((await get(rig, path, undefined, proxied)).status, path).toBe(403);
    expect((await get(rig, path, token.display, proxied)).status, path).toBe(403);
    expect((await get(rig, path, panel, proxied)).status, path).toBe(200);
  }
});

test('/readyz names what is wrong: the disk, the history, the clock', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  const ready = async () => {
    const answered = await get(rig, '/readyz');
    return {
      status: answered.status,
      ...((await answered.json()) as { ok: boolean; checks: object }),
    };
  };
  rig.hub.history = 'verified';
  expect(await ready()).toMatchObject({
    status: 200,
    checks: { ledger: 'writable', history: 'verified', clock: 'sane' },
  });
  rig.clock.stepWall(-400 * 86_400_000);
  expect(await ready()).toMatchObject({ status: 503, checks: { clock: 'wrong' } });
  rig.clock.stepWall(400 * 86_400_000);
  disk.fail({ call: 1, code: 'ENOSPC', forGood: true });
  await rig.hub.pipeline.submitOwn({ type: 'clock.step', by: 0, offset: 0 });
  expect(await ready()).toMatchObject({ status: 503, checks: { ledger: 'refuses' } });
  disk.fail(null);
  await expect.poll(async () => (await ready()).status).toBe(200);
  rig.hub.history = 'damaged';
  expect(await ready()).toMatchObject({ status: 503, checks: { history: 'damaged' } });
});

test('metrics count what happened in base units, with no ticket and no person in a label', async () => {
  const branch = await openBranch();
  const { counter, ticket } = await serve(branch);
  await counter.send({ type: 'service.end', counter: here });
  await get(branch.rig, '/api/views/manager', branch.token.display);
  const text = await (await get(branch.rig, '/metrics')).text();
  expect(text).toMatch(/^tingtang_refusals_total\{code="gate.forbidden"\} 1$/m);
  expect(text).toMatch(/^tingtang_tickets_issued_total 1$/m);
  expect(text).toMatch(/^tingtang_ratings_offered_total 1$/m);
  expect(text).toMatch(/^tingtang_ledger_flush_seconds_count [1-9]/m);
  expect(text).toMatch(/^tingtang_accepting 1$/m);
  const labels = [...text.matchAll(/\{([^}]*)\}/g)].map((m) => m[1] ?? '');
  expect(labels.every((l) => /^(le|code|condition)="/.test(l))).toBe(true);
  for (const hidden of [ticket, 't1', branch.id.counter, 'A001'])
    expect(text).not.toContain(`"${hidden}"`);
});

test('a hub on a shared network without encryption says so with every beat', async () => {
  const rig = await startHouse({ access: { insecure: true } });

  const panel = await device(rig, await firstPanel(rig));
  const beat = await new Promise((done) => panel.socket.emit('beat', done));
  expect(beat).toMatchObject({ insecure: true });
});
