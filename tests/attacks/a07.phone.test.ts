import { expect, test } from 'vitest';
import type { TicketId } from '../../shared/ids.ts';
import { idAt, type Screen, screen } from '../kit/hub.ts';
import { ask, type PhoneRig, rate, startPhones } from '../kit/phone.ts';
import { here, prompted, take } from '../kit/visit.ts';

interface Visit {
  readonly rig: PhoneRig;
  readonly on: Screen;
  readonly ticket: TicketId;
  readonly other: TicketId;
}

/** Two have taken a ticket, and the first is being served at counter 2, where a terminal stands. */
async function visit(): Promise<Visit> {
  const rig = await startPhones();
  const on = await screen(rig);
  const tickets: TicketId[] = [];
  for (let n = 0; n < 2; n++) {
    const taken = await on.send(take);
    if (taken.ok && taken.ticket) tickets.push(taken.ticket);
  }
  await on.watch({ name: 'rating', counter: here });
  await on.send({ type: 'counter.open', counter: here });
  await on.send({ type: 'call.next', counter: here });
  await on.send({ type: 'service.start', counter: here });
  rig.clock.turn(60_000);
  const [ticket, other] = tickets as [TicketId, TicketId];
  return { rig, on, ticket, other };
}

const codeOf = ({ text }: { text: string }) => JSON.parse(text).code;

const figuresOf = async (on: Screen) => {
  const { view } = await on.watch({ name: 'figures' });
  return (view as { all: { phone?: object; rating: object } }).all;
};

test('A7: by phone one rates after the end, once, and in no satisfaction figure', async () => {
  const { rig, on, ticket } = await visit();
  const path = rig.path(ticket);
  expect(codeOf(await rate(rig, path))).toBe('rating.notServed');
  await on.send({ type: 'service.end', counter: here });
  const press = { id: idAt(rig.clock.now().at), level: 'fair' };
  expect(await ask(rig, `${path}/rating`, press)).toMatchObject({ text: '{"ok":true}' });
  expect(await ask(rig, `${path}/rating`, press), 'replayed').toMatchObject({
    text: '{"ok":true}',
  });
  expect(codeOf(await rate(rig, path))).toBe('rating.alreadyGiven');
  const all = await figuresOf(on);
  expect(all.phone).toMatchObject({ n: 1, mean: 60 });
  expect(all.rating).toMatchObject({ given: 0, satisfaction: null });
});

test('A7: a body that names another ticket, or another command, is no way to it', async () => {
  const { rig, on, ticket, other } = await visit();
  await on.send({ type: 'service.end', counter: here });
  const path = rig.path(ticket);
  await rate(rig, path, { ticket: other, type: 'ticket.giveUp' });
  const { tickets } = rig.hub.pipeline.lobby.visit;
  const [first, second] = tickets.leaves.flat();
  expect(first?.phone).toMatchObject({ level: 'satisfied' });
  expect(second).toMatchObject({ id: other, situation: { is: 'waiting' } });
  expect(second).not.toHaveProperty('phone');
});

test('A7: what the terminal has, no phone gives again; and no phone keeps it from the terminal', async () => {
  const { rig, on, ticket, other } = await visit();
  await on.send({ type: 'service.end', counter: here });
  rig.clock.turn(2000);
  const { offer } = await prompted(on);
  await on.send({ type: 'rating.give', ticket, offer, level: 'satisfied', took: 2000 });
  expect(codeOf(await rate(rig, rig.path(ticket)))).toBe('rating.alreadyGiven');

  rig.clock.turn(20_000);
  for (const type of ['call.next', 'service.start', 'service.end'] as const) {
    await on.send({ type, counter: here });
    rig.clock.turn(2000);
  }
  expect(await rate(rig, rig.path(other), { level: 'verySatisfied' })).toMatchObject({
    status: 200,
  });
  const { prompt } = await on.sees('rating', (v) => v.prompt?.ticket === other);
  const given = { offer: prompt?.offer ?? '', level: 'fair', took: 2000 } as const;
  expect(await on.send({ type: 'rating.give', ticket: other, ...given })).toMatchObject({
    ok: true,
  });
  const all = await figuresOf(on);
  expect(all.phone).toMatchObject({ n: 0, setAside: 1 });
  expect(all.rating).toMatchObject({ given: 2, satisfaction: (85 + 60) / 2 });
});

test('A7: screens of the branch rate by no phone, and leave for nobody', async () => {
  const { on, ticket } = await visit();
  const level = 'verySatisfied';
  expect(await on.send({ type: 'rating.byPhone', ticket, level })).toMatchObject({
    code: 'gate.forbidden',
  });
  expect(await on.send({ type: 'ticket.leave', ticket })).toMatchObject({ code: 'gate.forbidden' });
});

test('A7: presses from one ticket are few, however many are sent', async () => {
  const { rig, other } = await visit();
  const answers = await Promise.all(Array.from({ length: 20 }, () => rate(rig, rig.path(other))));
  expect(answers.filter((a) => a.status === 429).length).toBeGreaterThanOrEqual(13);
});
