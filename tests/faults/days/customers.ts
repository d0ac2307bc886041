import type { CounterId, TicketId } from '../../../shared/ids.ts';
import { ticketIdOf } from '../../../shared/ids.ts';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { counterOf, ticketOf, type Visit } from '../../../shared/visit/state.ts';
import { lastLeg, type RatingLevel } from '../../../shared/visit/ticket.ts';
import type { Branch } from './branch.ts';
import { Link } from './link.ts';

const one = <T>(all: readonly T[], die: () => number): T | undefined =>
  all[Math.floor(die() * all.length)];

/** Takes a number for whoever comes in, `mean` seconds apart. */
export function kiosk(branch: Branch, mean: number, until: number): void {
  const { world, die, settings } = branch;
  const link = new Link(branch);
  const comes = () => {
    if (world.now > until) return;
    if (die() < 0.01) link.pull(5000 + die() * 60_000);
    const service = one(settings.services, die);
    const cls = die() < 0.15 ? 'premium' : 'ordinary';
    if (service)
      link.send(
        { type: 'ticket.issue', service: service.id, class: cls, by: 'kiosk' },
        () => {},
        true,
      );
    world.after(Math.ceil(-mean * Math.log(1 - die()) * 4) * 250, comes);
  };
  world.after(die() * mean * 1000, comes);
}

/** The lobby manager's tablet: whatever people in the lobby do besides waiting. */
export function floor(branch: Branch, until: number): void {
  const { world, die } = branch;
  const link = new Link(branch);
  const looks = () => {
    if (world.now > until) return;
    world.after(Math.ceil(die() * 240) * 500, looks);
    const command = link.live && branch.life ? inLobby(branch.life.lobby.visit, branch) : null;
    if (command) link.send(command, () => {});
    const alert = branch.life && one(branch.life.lobby.care.alerts, die);
    if (!alert || die() < 0.5) return;
    const seen = { type: 'alert.acknowledge', alert: alert.id } as const;
    const handled = { type: 'alert.handle', alert: alert.id, cause: 'other', action: 'other' };
    link.send(die() < 0.5 ? seen : (handled as LobbyCommand), () => {});
  };
  world.after(die() * 60_000, looks);
}

function inLobby(visit: Visit, { die, settings }: Branch): LobbyCommand | null {
  const pick = (list: readonly number[]): TicketId | undefined => {
    const n = one(list, die);
    return n && visit.day ? ticketIdOf(visit.day.date, n) : undefined;
  };
  const [waits, held, missed] = [pick(visit.line), pick(visit.held), pick(visit.missed)];
  const roll = die();
  const service = one(settings.services, die)?.id;
  if (roll < 0.15 && waits) return { type: 'ticket.giveUp', ticket: waits };
  if (roll < 0.3 && waits) return { type: 'ticket.hold', ticket: waits };
  if (roll < 0.5 && held) return { type: 'ticket.release', ticket: held };
  if (roll < 0.8 && missed) return { type: 'ticket.back', ticket: missed };
  if (roll < 0.9 && missed) return replaced(visit, missed);
  if (!service) return null;
  if (roll < 0.95)
    return { type: 'ticket.issue', service, class: 'ordinary', by: 'hand', test: true };
  return { type: 'ticket.issue', service, class: 'care', by: 'hand', reason: 'elderly' };
}

function replaced(visit: Visit, id: TicketId): LobbyCommand | null {
  const old = ticketOf(visit, id);
  if (!old || old.class === 'unrecorded' || old.class === 'care') return null;
  const { service } = old;
  return { type: 'ticket.issue', service, class: old.class, by: 'hand', replaces: id };
}

const LEVELS: readonly RatingLevel[] = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'];

/** A rating terminal, which comes and goes, and whoever stands in front of it. */
export function terminal(branch: Branch, counter: CounterId, until: number): void {
  const { world, die } = branch;
  const link = new Link(branch);
  const looks = () => {
    if (world.now > until) return;
    world.after(5000 + Math.ceil(die() * 50) * 500, looks);
    const { life } = branch;
    if (!life?.alive) return;
    const { terminal: there } = counterOf(life.lobby.visit, counter);
    if (!there && die() < 0.3) void life.own({ type: 'terminal.online', counter });
    else if (there && die() < 0.003) void life.own({ type: 'terminal.offline', counter });
    const command = link.live ? touched(life.lobby.visit, counter, branch) : null;
    if (command) link.send(command, () => {}, true);
  };
  world.after(die() * 20_000, looks);
}

function touched(visit: Visit, id: CounterId, { die, life }: Branch): LobbyCommand | null {
  const asked = counterOf(visit, id).prompt;
  const rated = asked ? ticketOf(visit, asked) : undefined;
  const prompt = rated && lastLeg(rated)?.prompt;
  if (!rated || !prompt || prompt.is === 'notOfferable' || die() < 0.4) return null;
  const { offer } = prompt;
  const ticket = rated.id;
  const level = one(LEVELS, die) ?? 'fair';
  const pressedAt = life?.clock.now().at ?? prompt.offeredAt;
  const roll = die();
  if (prompt.is === 'given') {
    if (roll < 0.3) return { type: 'rating.change', ticket, offer, level };
    return roll < 0.6 ? { type: 'rating.explain', ticket, offer, reasons: ['wait'] } : null;
  }
  if (prompt.is !== 'open') return null;
  if (roll < 0.15) return { type: 'rating.decline', ticket, offer };
  if (roll < 0.25) return { type: 'rating.extend', ticket, offer };
  const took = Math.min(3_600_000, Math.max(0, pressedAt - prompt.offeredAt));
  return { type: 'rating.give', ticket, offer, level, took, pressedAt };
}
