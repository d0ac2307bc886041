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
const OF_CARE = /^(advice|alert|rectification|practice|complaint|warning)\./;
const OF_FLOOR = /^(help|people|shift|meeting|president|training|notice|inspection)\./;
const OF_MONTH = /^correction\./;
const OF_DOWN = /^center\./;
const OF_BRANCH = /^branch\./;
const OF_DEVICES = /^(device|staff|person|printer)\./;

export const isCare = (fact: Fact): fact is CareFact => OF_CARE.test(fact.type);
export const isCareCommand = (c: LobbyCommand): c is CareCommand => OF_CARE.test(c.type);
export const isFloor = (fact: Fact): fact is FloorFact => OF_FLOOR.test(fact.type);
export const isFloorCommand = (c: LobbyCommand): c is FloorCommand => OF_FLOOR.test(c.type);
export const isDevices = (fact: Fact): fact is DevicesFact => OF_DEVICES.test(fact.type);
export const isDevicesCommand = (c: LobbyCommand): c is DevicesCommand => OF_DEVICES.test(c.type);
export const isMonth = (fact: Fact): fact is CorrectionFact => OF_MONTH.test(fact.type);
export const isMonthCommand = (c: LobbyCommand): c is CorrectionCommand => OF_MONTH.test(c.type);
export const isDown = (fact: Fact): fact is DownFact => OF_DOWN.test(fact.type);
export const isDownCommand = (c: LobbyCommand): c is DownCommand => OF_DOWN.test(c.type);
export const isBranch = (fact: Fact): fact is BranchFact => OF_BRANCH.test(fact.type);
export const isBranchCommand = (c: LobbyCommand): c is BranchCommand => OF_BRANCH.test(c.type);
/** Facts of the lobby itself, of which the wait depends. */
export const isVisit = (fact: Fact): fact is VisitFact =>
  ![isCare, isFloor, isDevices, isMonth, isBranch, isDown].some((isIts) => isIts(fact));
