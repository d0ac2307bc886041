import { businessDateAt } from '../../shared/calendar.ts';
import { type BusinessDate, ordinalOf, type TicketId } from '../../shared/ids.ts';
import { ticketOf } from '../../shared/visit/state.ts';
import { type Customer, stranger } from './customer.ts';
import { type DayPlan, planDay, type Temper, usual } from './day.ts';
import { type Dice, dice } from './dice.ts';
import { keepsLobby } from './manager.ts';
import { play, type Stage } from './script.ts';
import { works } from './teller.ts';
import { visits } from './visitor.ts';

/** Everybody who plays a part in a day, and what they know of one another. */
export interface Cast {
  readonly stage: Stage;
  readonly plan: DayPlan;
  /** Chance that falls only once a thing has come to pass. */
  readonly dice: Dice;
  /** Whoever holds a ticket; somebody in no plan gets a part when first met. */
  holderOf(ticket: TicketId): Customer;
  meets(ticket: TicketId, customer: Customer): void;
  /** Not in the lobby, for now or for good. */
  isAway(ticket: TicketId): boolean;
  goes(ticket: TicketId): void;
  returns(ticket: TicketId): void;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Plays one day after another, from the hub's own date on, each with a plan of its own.
 *
 * @param over called each evening once the day is closed; `false` ends it there
 */
export function playDays(
  seed: number,
  stage: Stage,
  over: () => boolean = () => true,
  temperOn: (date: BusinessDate) => Temper = () => usual,
): void {
  const { settings } = stage.lobby().visit;
  const day = (noon: number): void => {
    const date = businessDateAt(settings, noon);
    const plan = planDay(seed, date, settings, temperOn(date));
    const evening = () => {
      if (over()) stage.night(plan.begins + DAY, () => day(plan.opens + DAY));
    };
    perform(plan, stage, seed, evening);
  };
  day(stage.now());
}

/** Puts a day on stage: tellers, customers and the lobby manager, each with a part of their own. */
export function perform(plan: DayPlan, stage: Stage, seed: number, evening: () => void): void {
  const cast = castFor(plan, stage, dice(`${seed} ${plan.date} cast`));
  const now = stage.now();
  for (const teller of plan.tellers) play(works(teller, cast), stage);
  // Whoever would have come before the curtain rose stays at home.
  for (const customer of plan.customers)
    if (customer.comes >= now) play(visits(customer, cast), stage);
  play(keepsLobby(cast, evening), stage);
}

function castFor(plan: DayPlan, stage: Stage, own: Dice): Cast {
  const holders = new Map<TicketId, Customer>();
  const away = new Set<TicketId>();
  return {
    ...{ stage, plan, dice: own },
    holderOf(id) {
      const known = holders.get(id) ?? improvised(id, stage, own);
      holders.set(id, known);
      return known;
    },
    meets(id, customer) {
      holders.set(id, customer);
      if (customer.absent) away.add(id);
    },
    isAway: (id) => away.has(id),
    goes: (id) => void away.add(id),
    returns: (id) => void away.delete(id),
  };
}

function improvised(id: TicketId, stage: Stage, own: Dice): Customer {
  const { visit } = stage.lobby();
  const wanted = ticketOf(visit, id)?.service;
  const service = visit.settings.services.find((s) => s.id === wanted);
  if (!service) throw new Error(`ticket ${id} is for a service that the settings do not know`);
  return stranger(own.for(`stranger ${ordinalOf(id)}`), stage.now(), service);
}
