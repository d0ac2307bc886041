import type { ServiceId } from '../../shared/ids.ts';
import type { CustomerClass, Service } from '../../shared/settings.ts';
import type { CareReason, ComplaintTag } from '../../shared/visit/ticket.ts';
import type { Dice } from './dice.ts';

/** Someone who comes to the branch, with all that chance decides about the visit; milliseconds. */
export interface Customer {
  readonly comes: number;
  readonly service: ServiceId;
  readonly class: CustomerClass;
  readonly reason: CareReason | null;
  /** Leaves after this long in the line, or never. */
  readonly patience: number | null;
  /** Whether such a one says so at the desk, or is just gone. */
  readonly saysSo: boolean;
  /** Is not there for the first calls; comes back this long after being missed, or not at all. */
  readonly absent: { readonly back: number | null } | null;
  /** From the call to the counter. */
  readonly walk: number;
  /** One for each stay at a counter; the last one ends the visit. */
  readonly stays: readonly Stay[];
  readonly answer: AnswerPlan;
}

export interface Stay {
  readonly lasts: number;
  readonly after:
    | { readonly is: 'done' }
    | { readonly is: 'transfers'; readonly to: ServiceId }
    /** Fills in a form, say, and waits again after this long. */
    | { readonly is: 'holds'; readonly for: number };
}

/** How somebody is with rating terminals; `mood` and `talks` are luck between 0 and 1. */
export interface AnswerPlan {
  readonly mood: number;
  readonly talks: number;
  /** From the prompt to the touch. */
  readonly after: number;
  /** Asks for more time first. */
  readonly slow: boolean;
  readonly complaint: ComplaintTag;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const CLASSES = { ordinary: 0.82, premium: 0.13, care: 0.05 };

/** What each class comes for, by weight; services that a branch does not have fall away. */
const WANTS: Record<CustomerClass, Record<string, number>> = {
  ordinary: { cash: 0.58, account: 0.28, business: 0.12, wealth: 0.02 },
  premium: { cash: 0.3, account: 0.25, business: 0.15, wealth: 0.3 },
  care: { cash: 0.75, account: 0.25 },
};

const REASONS = { elderly: 0.7, disabled: 0.1, pregnant: 0.15, soldier: 0.05 };

/** @param services those of the branch; at least one */
export function customer(own: Dice, comes: number, services: readonly Service[]): Customer {
  const cls = own.weighed(CLASSES);
  const service = serviceFor(own, cls, services);
  const leaves = own.chance(0.05);
  return {
    ...{ comes, service: service.id, class: cls },
    reason: cls === 'care' ? own.weighed(REASONS) : null,
    patience: leaves ? Math.round(own.lasting(14 * MINUTE, 0.5)) : null,
    saysSo: own.chance(0.5),
    absent: own.chance(0.04) ? { back: own.chance(0.75) ? backAfter(own) : null } : null,
    walk: Math.round(own.between(5, cls === 'care' ? 40 : 22) * SECOND),
    stays: staysFor(own, service, services),
    answer: answerPlan(own, cls),
  };
}

/** Somebody who is not in the plan: took a number from a screen of the demo. */
export const stranger = (own: Dice, comes: number, service: Service): Customer => ({
  ...customer(own, comes, [service]),
  ...{ patience: null, absent: null, answer: { ...answerPlan(own, 'ordinary'), talks: 1 } },
});

function serviceFor(own: Dice, cls: CustomerClass, services: readonly Service[]): Service {
  const weights = services.map(({ id }) => [id, WANTS[cls][id] ?? 0.01] as const);
  const id = own.weighed(Object.fromEntries(weights) as Record<string, number>);
  return services.find((service) => service.id === id) ?? own.pick(services);
}

/** Most come back at once; some so late that their turn is lost. */
const backAfter = (own: Dice) => Math.round(own.lasting(5 * MINUTE, 0.8));

/** Nobody is served in less than this. */
const LEAST = 25 * SECOND;

function staysFor(own: Dice, service: Service, services: readonly Service[]): Stay[] {
  const lasting = (seconds: number) =>
    Math.round(Math.max(LEAST, Math.min(own.lasting(seconds, 0.5), 3.5 * seconds) * SECOND));
  const last: Stay = { lasts: lasting(service.usualSeconds), after: { is: 'done' } };
  const others = services.filter((other) => other.id !== service.id);
  if (others.length > 0 && own.chance(0.03)) {
    const to = own.pick(others);
    const first: Stay = { lasts: lasting(90), after: { is: 'transfers', to: to.id } };
    return [first, { ...last, lasts: lasting(to.usualSeconds) }];
  }
  if (!own.chance(0.03)) return [last];
  const away = Math.round(own.between(2, 6) * MINUTE);
  return [{ lasts: lasting(80), after: { is: 'holds', for: away } }, last];
}

const COMPLAINTS = { wait: 0.5, attitude: 0.15, procedure: 0.2, skill: 0.1, environment: 0.05 };

const answerPlan = (own: Dice, cls: CustomerClass): AnswerPlan => ({
  mood: own.unit(),
  talks: own.unit(),
  after: Math.round(Math.min(60 * SECOND, 1500 + own.lasting(5.5 * SECOND, 0.6))),
  slow: cls === 'care' && own.chance(0.5),
  complaint: own.weighed(COMPLAINTS),
});
