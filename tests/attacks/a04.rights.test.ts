import { expect, test } from 'vitest';
import { gate, type Sender, theMachine } from '../../server/devices/gate.ts';
import { type Right, rights } from '../../server/devices/rights.ts';
import { type DeviceRole, deviceRoles, type Post, posts } from '../../shared/devices/roles.ts';
import type { CounterId, TicketId } from '../../shared/ids.ts';
import type { Command } from '../../shared/lobby.ts';
import { ofCounter, viewNames } from '../../shared/views/views.ts';
import {
  ask,
  device,
  get,
  knock,
  openBranch,
  PIN,
  pair,
  post,
  showCode,
  signedIn,
  startHouse,
} from '../kit/house.ts';
import { idAt, NINE, type Screen, screen, startHub } from '../kit/hub.ts';
import { sampleCommands, sampleQuestions, sampleRequests } from '../kit/samples.ts';
import { take } from '../kit/visit.ts';

type Cell = 'may' | 'gate.forbidden' | 'person.notSignedIn';

/** What the table says, read apart from the gate. */
function cell(role: DeviceRole, as: Post | null, right: Right, free = false): Cell {
  if (!right.devices.includes(role)) return 'gate.forbidden';
  if (free || right.posts === null) return 'may';
  return as && right.posts.includes(as) ? 'may' : 'person.notSignedIn';
}

const sample = (of: Pick<Sender, 'role' | 'person'>) =>
  sampleCommands(of).map((command) => ({ ...command, id: idAt(NINE) }) as Command);

const isFree = (role: DeviceRole, type: string) =>
  role === 'kiosk' && (type === 'ticket.issue' || type === 'ticket.handIn');

test.each(deviceRoles)(
  'A4: %s, whoever is signed in, may what its cells say: gate',
  async (role) => {
    const { hub } = await startHub();
    for (const as of [null, ...posts]) {
      const sender: Sender = {
        device: 'dev-1',
        person: 'p1',
        role,
        post: as,
        counter: '2' as CounterId,
      };
      for (const command of sample(sender)) {
        const said = gate.command(sender, command, hub.pipeline.lobby) ?? 'may';
        const right = rights.commands[command.type];
        expect(said, `${as} ${command.type}`).toBe(
          cell(role, as, right, isFree(role, command.type)),
        );
      }
    }
  },
);

test('A4: a phone may what its cells say, for its own ticket', async () => {
  const { hub } = await startHub();
  const ticket = '2026-11-24.900' as TicketId;
  const sender: Sender = { device: 'phone', person: null, role: 'phone', ticket };
  for (const command of sample(sender)) {
    const no = gate.command(sender, command, hub.pipeline.lobby);
    const may = rights.commands[command.type].devices.includes('phone');
    expect(no === null, command.type).toBe(may);
  }
  for (const name of viewNames) expect(gate.view(sender, { name })).toBe('gate.forbidden');
  for (const request of sampleRequests) expect(gate.request(sender, request)).not.toBeNull();
});

/** What stands at the door's own answers: everything else is the rules' business. */
const verdict = (answer: object): Cell => {
  const code = 'code' in answer ? answer.code : '';
  return code === 'gate.forbidden' || code === 'person.notSignedIn' ? code : 'may';
};

async function tryAll(on: Screen, role: DeviceRole, as: Post | null, person: string | null) {
  for (const command of sample({ role, person })) {
    // The close would send everybody home in the middle of the test: as the clock, nobody may.
    if (command.type === 'day.close') continue;
    const right = rights.commands[command.type];
    const expected = cell(role, as, right, isFree(role, command.type));
    expect(verdict(await on.raw(command)), `${role} ${as} ${command.type}`).toBe(expected);
  }
  for (const name of viewNames) {
    const key = ofCounter(name) ? { name, counter: '2' } : { name };
    const answer = await new Promise<object>((done) => on.socket.emit('watch', key, done));
    const expected = cell(role, as, rights.views[name]);
    expect(verdict(answer), `${role} ${as} view ${name}`).toBe(expected);
  }
  for (const question of sampleQuestions) {
    const answer = await new Promise<object>((done) => on.socket.emit('ask', question, done));
    const expected = cell(role, as, rights.questions[question.type]);
    expect(verdict(answer), `${role} ${as} question ${question.type}`).toBe(expected);
  }
  for (const request of sampleRequests) {
    const answer = await new Promise<object>((done) => on.socket.emit('request', request, done));
    const expected = cell(role, as, rights.requests[request.type]);
    expect(verdict(answer), `${role} ${as} request ${request.type}`).toBe(expected);
  }
}

test('A4: every device and person × every command, view and request, over sockets', async () => {
  const { rig, token, panel } = await openBranch();
  const staff = { teller: 't1', lobbyManager: 'l1', branchManager: 'b1', serviceSpecialist: 's1' };
  for (const role of deviceRoles) {
    const own = role === 'manager' ? panel : token[role];
    await tryAll(await device(rig, own), role, null, null);
    if (!rights.requests['person.signIn'].devices.includes(role)) continue;
    for (const as of posts) {
      const person = staff[as];
      const on = await device(rig, await signedIn(rig, own, person, PIN));
      await tryAll(on, role, as, person);
      on.socket.disconnect();
    }
  }
}, 60_000);

test('A4: a screen on the machine itself may all but what is the hub’s own', async () => {
  const rig = await startHub();
  for (const command of sample(theMachine)) {
    const no = gate.command(theMachine, command, rig.hub.pipeline.lobby);
    expect(no === null, command.type).toBe(rights.commands[command.type].loopback);
  }
  const one = await screen(rig);
  expect(await one.send({ type: 'tick' })).toMatchObject({ code: 'gate.forbidden' });
});

test('A4: nobody at all may nothing at all, on any route or socket', async () => {
  const rig = await startHouse();
  const seq = rig.hub.pipeline.lobby;
  expect(await knock(rig)).toBe('device.unpaired');
  for (const command of sample(theMachine))
    expect((await post(rig, '/api/commands', command)).status, command.type).toBe(401);
  for (const request of sampleRequests)
    expect((await post(rig, '/api/requests', request)).status, request.type).toBe(401);
  for (const name of viewNames)
    expect((await get(rig, `/api/views/${name}?counter=2`)).status, name).toBe(401);
  expect(rig.hub.pipeline.lobby).toBe(seq);
});

test('A4: a counter names no other counter, and no customer who is at one', async () => {
  const { rig, panel, token } = await openBranch();
  const [here, there] = ['2', '3'].map((id) => id as CounterId) as [CounterId, CounterId];
  const one = await device(rig, await signedIn(rig, token.counter, 't1', PIN));
  const kiosk = await device(rig, token.kiosk);
  const own = { type: 'counter.open', counter: here, teller: 't1' } as const;
  expect(await one.raw({ ...own, id: idAt(NINE), counter: there })).toMatchObject({
    code: 'gate.forbidden',
  });
  expect(await one.raw({ ...own, id: idAt(NINE), teller: 't2' })).toMatchObject({
    code: 'gate.forbidden',
  });
  expect(await one.raw({ ...own, id: idAt(NINE) })).toMatchObject({ ok: true });
  const take = { type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' };
  const taken = await kiosk.raw({ ...take, id: idAt(NINE) });
  expect(await kiosk.raw({ ...take, test: true, id: idAt(NINE) })).toMatchObject({
    code: 'gate.forbidden',
  });
  await one.raw({ type: 'call.next', counter: here, id: idAt(NINE) });
  const boss = await signedIn(rig, panel, 'b1', PIN);
  const other = await pair(rig, boss, 'counter', '3');
  const two = await device(rig, await signedIn(rig, other.token, 't2', PIN));
  const hold = { type: 'ticket.hold', ticket: taken.ok && taken.ticket, id: idAt(NINE) };
  expect(await two.raw(hold)).toMatchObject({ code: 'gate.forbidden' });
  expect(await one.raw({ ...hold, id: idAt(NINE) })).toMatchObject({ ok: true });
});

test('A4: a refusal tells no more than its asker may know', async () => {
  const { rig, token, panel, id } = await openBranch();
  const told = (answer: object) => JSON.stringify(answer);
  // Nobody: the same for what there is and what there is not, well formed or not.
  const nobody = await Promise.all([
    ...[take, { type: 'nonsense' }, {}].map((body) => post(rig, '/api/commands', body)),
    ...sampleRequests.map((body) => post(rig, '/api/requests', body)),
    ...['lobby', 'devices', 'secrets'].map((name) =>
      get(rig, `/api/views/${name}`).then(async (r) => ({ ...(await r.json()), status: r.status })),
    ),
  ]);
  expect(new Set(nobody.map(told)).size).toBe(1);
  // A display: the same about counters, tickets, devices and people that exist and that do not.
  const display = await device(rig, token.display);
  const about = (known: object, unknown: object) => [known, unknown] as const;
  const pairs = [
    about({ type: 'device.revoke', device: id.kiosk }, { type: 'device.revoke', device: 'dev-0' }),
    about({ type: 'staff.leave', person: 't1' }, { type: 'staff.leave', person: 'ghost' }),
    about({ type: 'call.next', counter: '2' }, { type: 'call.next', counter: '99' }),
  ];
  for (const both of pairs) {
    const answers = await Promise.all(both.map((c) => display.raw({ id: idAt(NINE), ...c })));
    expect(new Set(answers.map(told)).size, told(both)).toBe(1);
  }
  const views = ['2', '99'].map((counter) =>
    get(rig, `/api/views/counter?counter=${counter}`, token.display),
  );
  expect(new Set((await Promise.all(views)).map((v) => v.status)).size).toBe(1);
  // Somebody who guesses codes: unknown, used and run out are one and the same.
  const boss = await signedIn(rig, panel, 'b1', PIN);
  const { code } = await showCode(rig);
  const approve = (typed: string) =>
    ask(rig, boss, { type: 'device.approve', role: 'display', code: typed });
  expect(await approve(code)).toMatchObject({ ok: true });
  const old = await showCode(rig);
  rig.clock.turn(600_001);
  const wrong = await Promise.all([approve('GUESS222'), approve(code), approve(old.code)]);
  expect(new Set(wrong.map(told)).size).toBe(1);
});

test('A4: a call for help names no place but its own, and a ticket only from a counter', async () => {
  const { rig, token } = await openBranch();
  const kiosk = await device(rig, token.kiosk);
  const counter = await device(rig, token.counter);
  const taken = await kiosk.raw({
    ...{ type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' },
    id: idAt(NINE),
  });
  const ticket = taken.ok && taken.ticket;
  const call = { type: 'help.call' };
  const forbidden = { code: 'gate.forbidden' };
  for (const more of [{ counter: '2' }, { ticket }, { counter: '2', ticket }])
    expect(await kiosk.raw({ ...call, ...more, id: idAt(NINE) })).toMatchObject(forbidden);
  for (const more of [{}, { counter: '3' }, { ticket }])
    expect(await counter.raw({ ...call, ...more, id: idAt(NINE) })).toMatchObject(forbidden);
  expect(await kiosk.raw({ ...call, id: idAt(NINE) })).toMatchObject({ ok: true });
  for (const more of [{ counter: '2' }, { counter: '2', ticket }])
    expect(await counter.raw({ ...call, ...more, id: idAt(NINE) })).toMatchObject({ ok: true });
  const first = { type: 'ticket.class', ticket, class: 'care', reason: 'elderly' };
  const teller = await device(rig, await signedIn(rig, token.counter, 't1', PIN));
  expect(await teller.raw({ ...first, id: idAt(NINE) })).toMatchObject({
    code: 'person.notSignedIn',
  });
  const head = await device(rig, await signedIn(rig, token.counter, 'l1', PIN));
  expect(await head.raw({ ...first, id: idAt(NINE) })).toMatchObject({ ok: true });
  expect(rig.hub.pipeline.lobby.floor.calls.map((c) => c.ticket)).toEqual([null, null]);
});
