import type { BranchCommand } from './branch/commands.ts';
import type { BranchFact } from './branch/facts.ts';
import type { CareCommand } from './care/commands.ts';
import type { CareFact } from './care/facts.ts';
import type { DevicesCommand } from './devices/commands.ts';
import type { DevicesFact } from './devices/facts.ts';
import type { DownCommand } from './down/commands.ts';
import type { DownFact } from './down/facts.ts';
import type { FloorCommand } from './floor/commands.ts';
import type { FloorFact } from './floor/facts.ts';
import type { Fact, LobbyCommand } from './lobby.ts';
import type { CorrectionCommand } from './month/corrections/commands.ts';
import type { CorrectionFact } from './month/corrections/facts.ts';
import type { VisitFact } from './visit/facts.ts';

/** Which room owns what, by the first word of its name; whatever is of none of these is the visit's. */
const ROOMS = {
  care: ['advice', 'alert', 'rectification', 'practice', 'complaint', 'warning'],
  floor: ['help', 'people', 'shift', 'meeting', 'president', 'training', 'notice', 'inspection'],
  month: ['correction'],
  down: ['center'],
  branch: ['branch'],
  devices: ['device', 'staff', 'person', 'printer'],
} as const;
type Room = keyof typeof ROOMS | 'visit';

const owners = new Map<string, Room>(
  Object.entries(ROOMS).flatMap(([room, words]) => words.map((word) => [word, room as Room])),
);

/** The room that a fact or a command belongs to: asked for each of them. */
export const ownerOf = ({ type }: { readonly type: string }): Room =>
  owners.get(type.slice(0, type.indexOf('.'))) ?? 'visit';

export const isCare = (fact: Fact): fact is CareFact => ownerOf(fact) === 'care';
export const isCareCommand = (c: LobbyCommand): c is CareCommand => ownerOf(c) === 'care';
export const isFloor = (fact: Fact): fact is FloorFact => ownerOf(fact) === 'floor';
export const isFloorCommand = (c: LobbyCommand): c is FloorCommand => ownerOf(c) === 'floor';
export const isDevices = (fact: Fact): fact is DevicesFact => ownerOf(fact) === 'devices';
export const isDevicesCommand = (c: LobbyCommand): c is DevicesCommand => ownerOf(c) === 'devices';
export const isMonth = (fact: Fact): fact is CorrectionFact => ownerOf(fact) === 'month';
export const isMonthCommand = (c: LobbyCommand): c is CorrectionCommand => ownerOf(c) === 'month';
export const isDown = (fact: Fact): fact is DownFact => ownerOf(fact) === 'down';
export const isDownCommand = (c: LobbyCommand): c is DownCommand => ownerOf(c) === 'down';
export const isBranch = (fact: Fact): fact is BranchFact => ownerOf(fact) === 'branch';
export const isBranchCommand = (c: LobbyCommand): c is BranchCommand => ownerOf(c) === 'branch';
/** Facts of the lobby itself, of which the wait depends. */
export const isVisit = (fact: Fact): fact is VisitFact => ownerOf(fact) === 'visit';
