import { businessDateAt } from '../calendar.ts';
import { incoherences } from '../coherent.ts';
import type { DevicesFact } from '../devices/facts.ts';
import { activeMember, type Devices, isFounding } from '../devices/state.ts';
import type { StaffId } from '../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../result.ts';
import type { Settings } from '../settings.ts';
import { changeSettings } from '../visit/changeSettings.ts';
import type { VisitFact } from '../visit/facts.ts';
import type { Context, VisitRefusal } from '../visit/refusals.ts';
import type { Visit } from '../visit/state.ts';
import type { BranchCommand, BranchCommandOf } from './commands.ts';
import type { BranchFact } from './facts.ts';
import { type PartName, partOf, withParts } from './parts.ts';
import { isSame } from './same.ts';
import type { Branch } from './state.ts';

export type BranchRefusal =
  /** A business day of a later date has begun in the former time zone. */
  | 'branch.dayAhead'
  | 'branch.isSetUp'
  | 'branch.needsManager'
  | 'branch.nothingToSetBack'
  /** Somebody else has changed the same part meanwhile. */
  | 'settings.moved'
  | 'settings.wrong';

export type RefusedCode = BranchRefusal | VisitRefusal | 'staff.alreadyThere';
type Refused = Refusal<RefusedCode>;
type Decision = Result<readonly (BranchFact | VisitFact | DevicesFact)[], Refused>;
const no = (code: RefusedCode, details?: Refusal['details']) => refuse(code, details);

/** As much of the lobby as a set-up reaches into. */
export interface Premises {
  readonly branch: Branch;
  readonly visit: Visit;
  readonly devices: Devices;
}

export function decideBranch(now: Premises, c: BranchCommand, ctx: Context): Decision {
  switch (c.type) {
    case 'branch.setUp':
      return setUp(now, c, ctx);
    case 'branch.setBack':
      return setBack(now, ctx);
    case 'branch.change':
      return change(now, c, ctx);
    default:
      return unreachable(c);
  }
}

/** All of it or nothing: one entry holds settings, staff and PINs. */
function setUp(now: Premises, c: BranchCommandOf<'branch.setUp'>, ctx: Context): Decision {
  const { visit, devices } = now;
  const { settings, staff } = c;
  if (!isFounding(devices)) return no('branch.isSetUp');
  const ids = staff.map((s) => s.person);
  const taken = ids.find((id, i) => activeMember(devices, id) || ids.indexOf(id) !== i);
  if (taken) return no('staff.alreadyThere', { who: taken });
  const isLed = staff.some((s) => s.post === 'branchManager' && s.pin);
  if (staff.length > 0 && !isLed) return no('branch.needsManager');
  const ahead = dayAhead(visit, settings, ctx.at);
  if (ahead) return no('branch.dayAhead', { date: ahead });
  const changed = settled(visit, settings, ctx);
  if (!changed.ok) return changed;
  const { at } = ctx;
  return accept([
    { type: 'branch.setUp', at, staff: ids },
    ...changed.value,
    ...staff.map(({ person, post }) => ({ type: 'staff.added', at, person, post }) as const),
    ...staff.flatMap(({ person, pin }) =>
      pin ? [{ type: 'staff.pinSet', at, person, by: 'manager' } as const] : [],
    ),
  ]);
}

/** A business day ends by its date: one that has begun is not to be dated in the future. */
function dayAhead({ day, offset }: Visit, settings: Settings, at: number) {
  return day?.open && businessDateAt(settings, at + offset) < day.date ? day.date : null;
}

/** 恢复: as it was before the set-up, and those who came with it are gone. */
function setBack({ branch, visit, devices }: Premises, ctx: Context): Decision {
  if (!branch.setUp) return no('branch.nothingToSetBack');
  const { before, staff } = branch.setUp;
  const changed = settled(visit, before, ctx);
  if (!changed.ok) return changed;
  const { at } = ctx;
  const here = staff.filter((person) => activeMember(devices, person));
  return accept([
    { type: 'branch.setBack', at },
    ...changed.value,
    ...here.map((person) => ({ type: 'staff.left', at, person }) as const),
    ...here.map((person) => ({ type: 'staff.erased', at, person }) as const),
  ]);
}

function change({ visit }: Premises, { from, to }: BranchCommandOf<'branch.change'>, ctx: Context) {
  const names = Object.keys(to) as PartName[];
  const moved = names.find((name) => !isSame(partOf(visit.settings, name), from[name]));
  if (moved) return no('settings.moved', { part: moved });
  const settings = withParts(visit.settings, to);
  if (isSame(settings, visit.settings)) return accept([]);
  const [wrong] = incoherences(settings);
  return wrong ? no('settings.wrong', { what: wrong.what }) : settled(visit, settings, ctx);
}

const settled = (visit: Visit, settings: Settings, ctx: Context) =>
  changeSettings(visit, { type: 'settings.change', settings }, ctx);

/** Those whose names and PINs a set-back erases. */
export const addedBySetUp = ({ setUp }: Branch): readonly StaffId[] => setUp?.staff ?? [];
