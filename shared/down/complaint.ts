import { decideComplaints } from '../care/complaints/decide.ts';
import { dateAt } from '../care/today.ts';
import { activeMember, activeMembers, type Devices } from '../devices/state.ts';
import type { StaffId } from '../ids.ts';
import { accept, refuse } from '../result.ts';
import type { Effect, Scene, Sent } from './decide.ts';
import type { SentBodyOf } from './item.ts';

/**
 * 上级派单: opened like the branch's own work orders, with its own deadlines. The center may set an
 * earlier last day, and whoever is to handle it; the time to the first contact runs from here.
 */
export function assigned(
  { visit, care, devices }: Scene,
  { kind: _, due, owner: named, ...body }: SentBodyOf<'complaint'>,
  { id: sent, at }: Sent,
): Effect {
  const owner = named ?? headOf(devices, body.about ?? []);
  if (!owner) return refuse('down.needsOwner');
  const today = dateAt(visit, at);
  // A branch's clock may be behind: nothing can have come in after its own today.
  const receivedOn = body.receivedOn < today ? body.receivedOn : today;
  const c = { type: 'complaint.open', ...body, receivedOn, owner, firstAsked: owner } as const;
  const context = { at, visit, person: null, advice: [], standing: standingIn(devices) };
  const opened = decideComplaints(care.complaints, c, context);
  if (!opened.ok) return opened;
  return accept(
    opened.value.map((fact) =>
      fact.type === 'complaint.opened'
        ? { ...fact, sent, due: due && due < fact.due && due >= receivedOn ? due : fact.due }
        : fact,
    ),
  );
}

const HEADS = ['branchManager', 'lobbyManager', 'serviceSpecialist'];

/** The branch manager first, and nobody it is about. */
function headOf(devices: Devices, about: readonly StaffId[]): StaffId | undefined {
  const here = activeMembers(devices).filter(({ id }) => !about.includes(id));
  const heads = HEADS.flatMap((post) => here.filter((member) => member.post === post));
  return heads[0]?.id;
}

const standingIn = (devices: Devices) => {
  const isEmpty = Object.keys(devices.staff).length === 0;
  return (id: StaffId) =>
    isEmpty || activeMember(devices, id) ? 'here' : devices.staff[id] ? 'left' : 'unknown';
};
