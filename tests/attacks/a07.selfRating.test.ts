import { expect, test } from 'vitest';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { RatingLevel } from '../../shared/visit/ticket.ts';
import { device, openBranch, PIN, pair, signedIn } from '../kit/house.ts';
import { idAt } from '../kit/hub.ts';
import { here, prompted, serve } from '../kit/visit.ts';

const given = (body: object) =>
  ({
    type: 'rating.give',
    level: 'verySatisfied' as RatingLevel,
    took: 3000,
    ...body,
  }) as LobbyCommand;

test('A7: rating oneself in every way there is leaves no figure, and is noted', async () => {
  const branch = await openBranch();
  const { rig, token, panel } = branch;
  const { counter, terminal, ticket } = await serve(branch);
  const guess = 'a'.repeat(22);
  const boss = await signedIn(rig, panel, 'b1', PIN);
  const elsewhere = await device(rig, (await pair(rig, boss, 'rating', '3')).token);
  const display = await device(rig, token.display);

  // No ticket, and before the end.
  const never = { ticket: '2026-11-24.99' as never, offer: guess };
  expect(await terminal.send(given(never))).toMatchObject({ code: 'ticket.unknown' });
  expect(await terminal.send(given({ ticket, offer: guess }))).toMatchObject({
    code: 'rating.notOffered',
  });
  await counter.send({ type: 'service.end', counter: here });
  const { offer } = await prompted(terminal);
  const own = { ticket, offer };
  // With a made-up offer; from the teller's own device, a display's, another counter's terminal.
  expect(await terminal.send(given({ ticket, offer: guess }))).toMatchObject({
    code: 'rating.wrongOffer',
  });
  for (const wrong of [counter, display, elsewhere])
    expect(await wrong.send(given(own))).toMatchObject({ code: 'gate.forbidden' });
  expect(await terminal.send(given({ ...own, took: 100 }))).toMatchObject({
    code: 'rating.tooQuick',
  });

  // The customer's own touch counts, once: a second one and a replay change nothing.
  rig.clock.turn(4000);
  const touch = { ...given({ ...own, level: 'fair' }), id: idAt(rig.clock.now().at) };
  const first = await terminal.raw(touch);
  expect(first).toMatchObject({ ok: true });
  expect(await terminal.raw(touch)).toEqual(first);
  expect(await terminal.send(given(own))).toMatchObject({ code: 'rating.alreadyGiven' });
  rig.clock.turn(60_000);
  const change = { type: 'rating.change', ...own, level: 'satisfied' } as const;
  expect(await terminal.send(change)).toMatchObject({ code: 'rating.tooLate' });

  const boards = await device(rig, boss);
  await boards.watch({ name: 'figures' });
  const { all } = await boards.sees('figures', (v) => v.all.tickets > 0);
  expect(JSON.stringify(all)).toContain('"fair":1');
  expect(JSON.stringify(all)).not.toContain('"verySatisfied":1');
  const noted = rig.logged.map((line) => JSON.parse(line)).filter((e) => /^rating/.test(e.what));
  expect(noted.map(({ code }) => code)).toEqual([
    ...['ticket.unknown', 'rating.notOffered', 'rating.wrongOffer'],
    ...['gate.forbidden', 'gate.forbidden', 'gate.forbidden'],
    ...['rating.tooQuick', 'rating.alreadyGiven', 'rating.tooLate'],
  ]);
  expect(noted.every(({ device }) => device?.startsWith('dev-'))).toBe(true);
});

test('A7: a touch after the window counts for nothing', async () => {
  const branch = await openBranch();
  const { counter, terminal, ticket } = await serve(branch);
  await counter.send({ type: 'service.end', counter: here });
  const { offer } = await prompted(terminal);
  branch.rig.clock.turn(45_000);
  const late = given({ ticket, offer, pressedAt: branch.rig.clock.now().at });
  expect(await terminal.send(late)).toMatchObject({ code: 'rating.expired' });
  expect(branch.rig.logged.join('')).toContain('"code":"rating.expired","what":"rating.give"');
});
