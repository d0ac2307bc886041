import { defaultSettings } from '../../shared/defaults.ts';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import type { Lobby, LobbyCommand } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { ticketOf } from '../../shared/visit/state.ts';
import { lastLeg } from '../../shared/visit/ticket.ts';
import type { Answer } from '../../shared/wire.ts';
import { dice } from '../kit/dice.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

/** Tuesday 24 November 2026, 09:00 in Shanghai. */
export const NINE = Date.UTC(2026, 10, 24, 1, 0, 0);

const HOUR = 3_600_000;

/** What screens press at one instant, and how long it is until the next. */
interface Step {
  readonly press: (lobby: Lobby) => LobbyCommand[];
  readonly wait: number;
}

const one = '1' as CounterId;
const two = '2' as CounterId;
const take: LobbyCommand = {
  type: 'ticket.issue',
  service: 'cash' as ServiceId,
  class: 'ordinary',
  by: 'kiosk',
};
const rules = { ...defaultSettings.rules, callGap: 10 };

function rate(lobby: Lobby): LobbyCommand[] {
  const id = lobby.visit.counters[one]?.prompt;
  const ticket = id ? ticketOf(lobby.visit, id) : undefined;
  const prompt = ticket && lastLeg(ticket)?.prompt;
  if (!ticket || prompt?.is !== 'open') return [];
  const { offer } = prompt;
  return [{ type: 'rating.give', ticket: ticket.id, offer, level: 'satisfied', took: 2000 }];
}

const press = (wait: number, ...commands: LobbyCommand[]): Step => ({
  press: () => commands,
  wait: wait * 1000,
});

/** Two mornings and the close of the day between them. */
const STEPS: readonly Step[] = [
  press(5, { type: 'counter.open', counter: one }, { type: 'counter.open', counter: two }, take),
  press(60, take, take, take),
  press(20, { type: 'call.next', counter: one }, { type: 'call.next', counter: two }),
  press(200, { type: 'service.start', counter: one }, { type: 'service.start', counter: two }),
  press(3, { type: 'rating.invite', counter: one }, { type: 'service.end', counter: one }),
  { press: (lobby) => [...rate(lobby), take], wait: 30_000 },
  press(30, { type: 'service.transfer', counter: two, to: 'account' as ServiceId }),
  press(30, { type: 'settings.change', settings: { ...defaultSettings, rules } }, take),
  press(20 * 3600, { type: 'call.next', counter: two }),
  press(40, { type: 'counter.open', counter: one }, take, take),
  press(20, { type: 'call.next', counter: one }, take),
  press(5, { type: 'service.start', counter: one }),
];

/** How many presses there are, all of which a sound hub accepts. */
export const PRESSES = 24;

/** What screens were told, by the id of what they pressed. */
export type Told = Map<string, Answer & { ok: true }>;

const PASSING = ['hub.notSaved', 'hub.fault', 'hub.readOnly'];

/**
 * Plays the short day against a living hub. Like real screens it presses again, under the same id,
 * what could not be saved; it goes on until the end, or until the hub is dead.
 *
 * @param more tickets taken one by one on the second morning
 */
export async function playShortDay(life: Life, world: World, { seed = 1, more = 0 } = {}) {
  const told: Told = new Map();
  const die = dice(seed);
  const idNow = () =>
    uuid7(
      life.clock.now().at,
      Uint8Array.from({ length: 10 }, () => die() * 256),
    );
  await life.own({ type: 'terminal.online', counter: one });
  for (const step of [...STEPS, ...Array.from({ length: more }, () => press(1, take))]) {
    if (!life.alive) break;
    if (step.wait > HOUR) await life.hub.sign().catch(() => {});
    const commands = step.press(life.lobby).map((command) => ({ id: idNow(), ...command }));
    await pressAll(life, world, commands, told);
    await world.leap(step.wait);
  }
  return told;
}

async function pressAll(
  life: Life,
  world: World,
  commands: readonly (LobbyCommand & { id: string })[],
  told: Told,
): Promise<void> {
  let left = commands;
  for (let tries = 0; left.length > 0 && tries < 5 && life.alive; tries++) {
    if (tries > 0) await world.leap(2500);
    const answers = await Promise.all(left.map((command) => life.press(command)));
    left = left.filter((command, i) => {
      const answer = answers[i];
      if (answer?.ok) told.set(command.id, answer);
      return answer && !answer.ok && PASSING.includes(answer.code);
    });
  }
}
