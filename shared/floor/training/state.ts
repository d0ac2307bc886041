import { type BusinessDate, type StaffId, type TrainingId, trainingIdOf } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { VisitRefusal } from '../../visit/refusals.ts';
import type { Visit } from '../../visit/state.ts';
import type { FloorContext } from '../context.ts';
import { allMembers, oldest, plannable, type RecordRefusal } from '../dates.ts';
import type { TrainingCommand } from './commands.ts';
import type { TrainingFact } from './facts.ts';

/** A training or a campaign 活动, and who has signed in. */
export interface Training {
  readonly id: TrainingId;
  readonly title: string;
  readonly tag: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Empty: everybody. */
  readonly people: readonly StaffId[];
  readonly signed: readonly { readonly person: StaffId; readonly at: number }[];
}

export interface Trainings {
  /** To come, under way, and over for no longer than two months. */
  readonly list: readonly Training[];
  /** Planned on this business day so far: their ids go by it. */
  readonly today: number;
}

export const initialTrainings: Trainings = { list: [], today: 0 };

export function evolveTrainings({ list, today }: Trainings, fact: TrainingFact): Trainings {
  switch (fact.type) {
    case 'training.planned': {
      const { type: _, at: __, training: id, ...training } = fact;
      return { list: [...list, { id, ...training, signed: [] }], today: today + 1 };
    }
    case 'training.dropped':
      return { list: list.filter((t) => t.id !== fact.training), today };
    case 'training.signed': {
      const { person, at } = fact;
      const sign = (t: Training) => ({ ...t, signed: [...t.signed, { person, at }] });
      return { list: list.map((t) => (t.id === fact.training ? sign(t) : t)), today };
    }
    default:
      return unreachable(fact);
  }
}

export const newDayForTrainings = ({ list }: Trainings, today: BusinessDate): Trainings => ({
  list: list.filter((t) => t.to >= oldest(today)),
  today: 0,
});

export type TrainingRefusal =
  | 'training.begun'
  | 'training.notInvited'
  | 'training.notNow'
  | 'training.signed'
  | 'training.unknown';

type Decision = Result<
  readonly TrainingFact[],
  Refusal<TrainingRefusal | RecordRefusal | VisitRefusal>
>;
const no = (code: TrainingRefusal, details?: Refusal['details']) => refuse(code, details);

/** A campaign is known a quarter ahead, and is no longer than that. */
const QUARTER = 92;

export function decideTraining(
  { list, today: planned }: Trainings,
  visit: Visit,
  c: TrainingCommand,
  { at, members }: FloorContext,
): Decision {
  const today = visit.day?.date;
  if (!today) return refuse('day.closed');
  if (c.type === 'training.plan') {
    const { type: _, ...training } = c;
    const { from, to, people } = c;
    const fault =
      plannable(from, today, QUARTER) ??
      plannable(to, today, QUARTER) ??
      (from <= to ? null : refuse('time.backwards', { from, to })) ??
      allMembers(people, members);
    const id = trainingIdOf(today, planned + 1);
    return fault ?? accept([{ type: 'training.planned', at, training: id, ...training }]);
  }
  const known = list.find((t) => t.id === c.training);
  if (!known) return no('training.unknown');
  if (c.type === 'training.drop')
    return known.signed.length > 0
      ? no('training.begun')
      : accept([{ type: 'training.dropped', at, training: known.id }]);
  return sign(known, c.person, today, { at, members });
}

function sign(
  { id, from, to, people, signed }: Training,
  person: StaffId,
  today: BusinessDate,
  { at, members }: Pick<FloorContext, 'at' | 'members'>,
): Decision {
  const fault = allMembers([person], members);
  if (fault) return fault;
  if (today < from || today > to) return no('training.notNow', { from, to });
  if (people.length > 0 && !people.includes(person))
    return no('training.notInvited', { who: person });
  if (signed.some((s) => s.person === person)) return no('training.signed', { who: person });
  return accept([{ type: 'training.signed', at, training: id, person }]);
}
