import { helpIdOf } from '../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../result.ts';
import type { VisitFact } from '../visit/facts.ts';
import { cannotGoFirst } from '../visit/goFirst.ts';
import type { VisitRefusal } from '../visit/refusals.ts';
import { counterSetting, type Visit } from '../visit/state.ts';
import type { FloorCommand, FloorCommandOf } from './commands.ts';
import type { FloorContext } from './context.ts';
import type { RecordRefusal } from './dates.ts';
import type { FloorFact } from './facts.ts';
import type { InspectionCommand } from './inspections/commands.ts';
import { decideInspections } from './inspections/decide.ts';
import type { InspectionRefusal } from './inspections/refusals.ts';
import type { MeetingCommand } from './meetings/commands.ts';
import { decideMeetings, type MeetingRefusal } from './meetings/decide.ts';
import { foundAtClose, foundAtOpening } from './meetings/judge.ts';
import type { MeetingRecordRefusal } from './meetings/record.ts';
import type { NoticeCommand } from './notices/commands.ts';
import { decideNotices, type NoticeRefusal } from './notices/state.ts';
import type { PresidentCommand } from './presidents/commands.ts';
import { decidePresidents, type PresidentRefusal, presidentsAtClose } from './presidents/decide.ts';
import type { RosterCommand } from './roster/commands.ts';
import { decideRoster, type RosterRefusal } from './roster/decide.ts';
import type { PlanRefusal } from './roster/plan.ts';
import type { Floor, HelpCall } from './state.ts';
import type { TrainingCommand } from './training/commands.ts';
import { decideTraining, type TrainingRefusal } from './training/state.ts';

type CallRefusal = 'help.answered' | 'help.unknown';
export type FloorRefusal =
  | CallRefusal
  | RecordRefusal
  | RosterRefusal
  | PlanRefusal
  | MeetingRefusal
  | MeetingRecordRefusal
  | PresidentRefusal
  | TrainingRefusal
  | NoticeRefusal
  | InspectionRefusal;

type Decision = Result<readonly FloorFact[], Refusal<FloorRefusal | VisitRefusal>>;

export function decideFloor(
  floor: Floor,
  visit: Visit,
  c: FloorCommand,
  ctx: FloorContext,
): Decision {
  switch (c.type) {
    case 'help.call':
      return call(floor, visit, c, ctx);
    case 'help.answer':
      return answer(floor, visit, c, ctx);
    case 'people.count':
      if (!visit.day?.open) return refuse('day.closed');
      return accept([{ type: 'people.counted', at: ctx.at, without: c.without }]);
    default:
      return decideRecords(floor, visit, c, ctx);
  }
}

type RecordCommand = Exclude<FloorCommand, { type: `${'help' | 'people'}.${string}` }>;

/** The branch's records, each by the first word of its commands. */
function decideRecords(floor: Floor, visit: Visit, c: RecordCommand, ctx: FloorContext): Decision {
  const { roster, meetings } = floor;
  if (isOf<InspectionCommand>(c, 'inspection'))
    return decideInspections(floor.inspections, visit, c, ctx);
  if (isOf<RosterCommand>(c, 'shift')) return decideRoster(roster, visit, c, ctx);
  if (isOf<MeetingCommand>(c, 'meeting'))
    return decideMeetings({ meetings, roster, visit }, c, ctx);
  if (isOf<PresidentCommand>(c, 'president'))
    return decidePresidents(floor.presidents, visit, c, ctx);
  if (isOf<TrainingCommand>(c, 'training')) return decideTraining(floor.trainings, visit, c, ctx);
  return isOf<NoticeCommand>(c, 'notice')
    ? decideNotices(floor.notices, visit, c, ctx)
    : unreachable(c);
}

const isOf = <C extends RecordCommand>(c: RecordCommand, kind: string): c is C =>
  c.type.startsWith(`${kind}.`);

/** Pressed again before anybody came it is the same call: nothing is doubled. */
function call(
  floor: Floor,
  visit: Visit,
  c: FloorCommandOf<'help.call'>,
  { at, device }: FloorContext,
): Decision {
  if (!visit.day?.open) return refuse('day.closed');
  if (c.counter && !counterSetting(visit, c.counter)) return refuse('counter.unknown');
  const fault = c.ticket && cannotGoFirst(visit, c.ticket);
  if (fault) return fault;
  const { counter = null, ticket = null } = c;
  if (floor.calls.some((open) => isSame(open, { device, counter, ticket }))) return accept([]);
  const help = helpIdOf(visit.day.date, floor.called + 1);
  return accept([
    {
      ...{ type: 'help.called', at, help },
      ...(device && { device }),
      ...(counter && { counter }),
      ...(ticket && { ticket }),
    },
  ]);
}

type Place = Pick<HelpCall, 'device' | 'counter' | 'ticket'>;

/** At a counter the counter is the place, whichever of its screens was pressed. */
const isSame = (a: Place, b: Place) =>
  a.counter === b.counter && a.ticket === b.ticket && (a.counter !== null || a.device === b.device);

function answer(
  floor: Floor,
  visit: Visit,
  c: FloorCommandOf<'help.answer'>,
  { at }: FloorContext,
): Decision {
  if (floor.calls.some((open) => open.help === c.help))
    return accept([{ type: 'help.answered', at, help: c.help }]);
  const [date, n] = c.help.split('.h');
  const was = date === visit.day?.date && Number(n) <= floor.called;
  return refuse(was ? 'help.answered' : 'help.unknown');
}

/** Whoever gives a ticket priority has answered those who asked for it. */
export const answeredBy = (floor: Floor, facts: readonly VisitFact[]): FloorFact[] =>
  facts.flatMap((fact) =>
    fact.type !== 'ticket.classed'
      ? []
      : floor.calls
          .filter((open) => open.ticket === fact.ticket)
          .map(({ help }): FloorFact => ({ type: 'help.answered', at: fact.at, help })),
  );

/** What the hub finds by itself at each tick. */
export const floorFinds = (floor: Floor, visit: Visit, at: number): FloorFact[] =>
  foundAtOpening(floor.meetings, visit, at);

/** What a day that closes leaves unended. `visit` is as it was before the close. */
export const floorAtClose = (floor: Floor, visit: Visit, at: number): FloorFact[] => [
  ...foundAtClose(floor.meetings, visit, at),
  ...presidentsAtClose(floor.presidents, at),
];
