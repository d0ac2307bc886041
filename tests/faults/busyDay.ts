import { io, type Socket } from 'socket.io-client';
import type { CounterId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { counterOf, ticketOf } from '../../shared/visit/state.ts';
import { lastLeg } from '../../shared/visit/ticket.ts';
import { PROTOCOL } from '../../shared/wire.ts';
import { dice } from '../kit/dice.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

export interface BusyDay {
  readonly life: Life;
  readonly world: World;
  readonly url: string;
  readonly tickets: number;
  readonly seed: number;
}

/** A day of so many tickets, each taken, called, served and asked for a rating. */
export async function playBusyDay({ life, world, url, tickets, seed }: BusyDay): Promise<void> {
  const die = dice(seed);
  const screens = await Promise.all(VIEWS.map((view) => screen(url, view)));
  const press = (command: LobbyCommand) => {
    const chance = Uint8Array.from({ length: 10 }, () => die() * 256);
    return life.press({ id: uuid7(life.clock.now().at, chance), ...command });
  };
  const { counters, services } = life.lobby.visit.settings;
  for (const { id } of counters) {
    await press({ type: 'counter.open', counter: id });
    await life.own({ type: 'terminal.online', counter: id });
  }
  for (let n = 0; n < tickets; n++) {
    const service = services[Math.floor(die() * services.length)]?.id;
    const at = counters[n % counters.length]?.id;
    if (service) await press({ type: 'ticket.issue', service, class: 'ordinary', by: 'kiosk' });
    await world.leap(20_000);
    if (at) await serve(life, world, at, { press, die });
  }
  for (const { id } of life.lobby.care.alerts)
    await press({ type: 'alert.handle', alert: id, cause: 'peak', action: 'movedStaff' });
  for (const socket of screens) socket.disconnect();
}

interface Hands {
  readonly press: (command: LobbyCommand) => Promise<unknown>;
  readonly die: () => number;
}

/** Whoever is next at a counter; its customer rates, or does not. */
async function serve(life: Life, world: World, counter: CounterId, { press, die }: Hands) {
  await press({ type: 'call.next', counter });
  await world.leap(10_000);
  await press({ type: 'service.start', counter });
  await world.leap(30_000);
  await press({ type: 'service.end', counter });
  await world.leap(2000);
  const { visit } = life.lobby;
  const asked = counterOf(visit, counter).prompt;
  const ticket = asked ? ticketOf(visit, asked) : undefined;
  const prompt = ticket && lastLeg(ticket)?.prompt;
  if (!ticket || prompt?.is !== 'open' || die() < 0.5) return;
  const level = die() < 0.02 ? 'dissatisfied' : 'satisfied';
  await press({ type: 'rating.give', ticket: ticket.id, offer: prompt.offer, level, took: 2000 });
}

const VIEWS = ['kiosk', 'lobby', 'floor', 'manager', 'figures', 'home'] as const;

/** A screen that watches, over a real socket. */
async function screen(url: string, name: string): Promise<Socket> {
  const auth = { protocol: PROTOCOL };
  const socket = io(url, { transports: ['websocket'], auth, reconnection: false, forceNew: true });
  await new Promise<void>((done, fail) => {
    socket.once('connect', done);
    socket.once('connect_error', fail);
  });
  socket.on('view', () => {});
  await new Promise((done) => socket.emit('watch', { name }, done));
  return socket;
}
