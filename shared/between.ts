import type { CareContext } from './care/context.ts';
import { openFor } from './care/rectifications/open.ts';
import type { DevicesCommand } from './devices/commands.ts';
import { decideDevices } from './devices/decide.ts';
import { activeMember, activeMembers } from './devices/state.ts';
import type { FloorCommand } from './floor/commands.ts';
import { decideFloor } from './floor/decide.ts';
import { findingsIn } from './floor/inspections/marking.ts';
import type { CounterId } from './ids.ts';
import type { Context, Decision, Lobby } from './lobby.ts';
import { accept } from './result.ts';
import { counterOf } from './visit/state.ts';

/** What a command of one room means for another: more facts in the same line of the ledger. */

/** A hub where nobody was ever entered as staff knows nobody's name, and asks for none. */
export function careContext(
  { visit, devices }: Lobby,
  { at, person = null, advice = [] }: Context,
): CareContext {
  const { staff } = devices;
  const standing: CareContext['standing'] = (id) => {
    if (Object.keys(staff).length === 0 || activeMember(devices, id)) return 'here';
    return staff[id] ? 'left' : 'unknown';
  };
  return { at, person, visit, standing, advice };
}

/** What an inspection finds is put right like anything else, from the same line of the ledger on. */
export function onTheFloor(
  { floor, visit, care, devices }: Lobby,
  c: FloorCommand,
  ctx: Context,
): Decision {
  const { at, device = null, person = null, hasPhoto = () => false } = ctx;
  const members = activeMembers(devices).map((m) => m.id);
  const decided = decideFloor(floor, visit, c, { at, device, person, members, hasPhoto });
  if (!decided.ok) return decided;
  const found = findingsIn(floor.inspections, decided.value).map((f) => ({ ...f, by: person }));
  return accept([...decided.value, ...openFor(care.rectifications, visit, found, at)]);
}

/** Whoever signs in at an open counter takes it over, with whatever is under way there. */
export function inTheHouse(
  { visit, devices }: Lobby,
  c: DevicesCommand,
  { at }: Context,
): Decision {
  const counters = visit.settings.counters.map((k) => k.id);
  const decided = decideDevices(devices, c, { at, counters });
  if (!decided.ok || c.type !== 'person.signIn') return decided;
  const counter = devices.devices[c.device]?.counter;
  const { situation, teller } = counterOf(visit, counter ?? ('' as CounterId));
  if (!counter || situation.is === 'closed' || teller === c.person) return decided;
  return accept([...decided.value, { type: 'counter.handedOver', at, counter, teller: c.person }]);
}
