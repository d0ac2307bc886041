import { z } from 'zod';
import { careContext, inTheHouse, onTheFloor } from './between.ts';
import { type BranchCommand, branchCommands } from './branch/commands.ts';
import { type BranchRefusal, decideBranch } from './branch/decide.ts';
import type { BranchFact } from './branch/facts.ts';
import { type Branch, evolveBranch, followSettings, initialBranch } from './branch/state.ts';
import { dutiesChanged, judged } from './care/advice/decide.ts';
import { type CareCommand, careCommands } from './care/commands.ts';
import { complaintsDue } from './care/complaints/due.ts';
import type { Beside, Scene } from './care/conditions.ts';
import { type CareRefusal, decideCare } from './care/decide.ts';
import type { CareFact } from './care/facts.ts';
import { followedUp } from './care/rectifications/follow.ts';
import { type Care, evolveCare, followCare, initialCare } from './care/state.ts';
import { warningsOf } from './care/warnings/decide.ts';
import { reactions, watch } from './care/watch.ts';
import { type DevicesCommand, devicesCommands } from './devices/commands.ts';
import type { DevicesRefusal } from './devices/decide.ts';
import { evolveDevices, followDay } from './devices/evolve.ts';
import type { DevicesFact } from './devices/facts.ts';
import { devicesOff } from './devices/off.ts';
import { type Devices, initialDevices } from './devices/state.ts';
import { type DownCommand, downCommands } from './down/commands.ts';
import { decideDown } from './down/decide.ts';
import type { DownFact } from './down/facts.ts';
import type { DownRefusal } from './down/refusals.ts';
import { type Down, evolveDown, initialDown, newDayForDown } from './down/state.ts';
import { type FloorCommand, floorCommands } from './floor/commands.ts';
import { answeredBy, type FloorRefusal, floorAtClose, floorFinds } from './floor/decide.ts';
import type { FloorFact } from './floor/facts.ts';
import { meetingMissing } from './floor/meetings/judge.ts';
import { evolveFloor, type Floor, followVisit, initialFloor } from './floor/state.ts';
import type { Advice } from './foresight/advice.ts';
import type { Expected } from './foresight/expectation.ts';
import { commandId } from './ids.ts';
import { type CorrectionCommand, correctionCommands } from './month/corrections/commands.ts';
import { type CorrectionRefusal, decideCorrections, expired } from './month/corrections/decide.ts';
import type { CorrectionFact } from './month/corrections/facts.ts';
import {
  type Corrections,
  evolveCorrections,
  initialCorrections,
  newDayForCorrections,
} from './month/corrections/state.ts';
import { followStands, noStands, type Stands } from './month/stands.ts';
import {
  isBranchCommand,
  isCare,
  isCareCommand,
  isDevices,
  isDevicesCommand,
  isDown,
  isDownCommand,
  isFloor,
  isFloorCommand,
  isMonth,
  isMonthCommand,
  isVisit,
} from './owners.ts';
import { accept, type Refusal, type Result } from './result.ts';
import type { Settings } from './settings.ts';
import { type VisitCommand, visitCommands } from './visit/commands.ts';
import { decide as decideVisit } from './visit/decide.ts';
import { evolve as evolveVisit } from './visit/evolve.ts';
import type { VisitFact } from './visit/facts.ts';
import type { Context as VisitContext, VisitRefusal } from './visit/refusals.ts';
import { initialVisit, type Visit } from './visit/state.ts';

/** Only the unions: every fact and command, handed to the room that owns it. */
export type Fact =
  | VisitFact
  | CareFact
  | FloorFact
  | DevicesFact
  | CorrectionFact
  | BranchFact
  | DownFact;
export type LobbyCommand =
  | VisitCommand
  | CareCommand
  | FloorCommand
  | DevicesCommand
  | CorrectionCommand
  | BranchCommand
  | DownCommand;
export type LobbyRefusal =
  | VisitRefusal
  | CareRefusal
  | FloorRefusal
  | DevicesRefusal
  | CorrectionRefusal
  | BranchRefusal
  | DownRefusal;

/** What a screen sends: one command with the id that makes a retry harmless. */
export const commandSchema = z.discriminatedUnion('type', [
  ...onTheWire(visitCommands),
  ...onTheWire(careCommands),
  ...onTheWire(floorCommands),
  ...onTheWire(devicesCommands),
  ...onTheWire(correctionCommands),
  ...onTheWire(downCommands),
  ...onTheWire(branchCommands),
]);
export type Command = LobbyCommand & { readonly id: z.infer<typeof commandId> };

function onTheWire<T extends readonly z.ZodObject[]>(schemas: T) {
  return schemas.map((schema) => schema.extend({ id: commandId })) as unknown as [z.ZodObject];
}

export interface Lobby {
  readonly visit: Visit;
  readonly care: Care;
  readonly floor: Floor;
  readonly devices: Devices;
  /** How today's counters stood, for the day's row. */
  readonly stands: Stands;
  readonly corrections: Corrections;
  /** What the center sent down. */
  readonly down: Down;
  /** How the branch was set up, and its settings' last changes. */
  readonly branch: Branch;
}

export const initialLobby = (settings: Settings): Lobby => ({
  visit: initialVisit(settings),
  care: initialCare,
  floor: initialFloor,
  devices: initialDevices,
  stands: noStands,
  corrections: initialCorrections,
  down: initialDown,
  branch: initialBranch,
});

export function evolve(lobby: Lobby, fact: Fact): Lobby {
  if (isVisit(fact)) return evolveAll(lobby, fact);
  const isShut = lobby.visit.day?.open === false;
  if (isCare(fact)) return { ...lobby, care: evolveCare(lobby.care, fact) };
  if (isFloor(fact)) return { ...lobby, floor: evolveFloor(lobby.floor, fact, isShut) };
  if (isDevices(fact)) return { ...lobby, devices: evolveDevices(lobby.devices, fact) };
  if (isDown(fact)) return { ...lobby, down: evolveDown(lobby.down, fact) };
  if (isMonth(fact))
    return { ...lobby, corrections: evolveCorrections(lobby.corrections, fact, isShut) };
  return { ...lobby, branch: evolveBranch(lobby.branch, fact, lobby.visit.settings) };
}

/** What happens to a visit, every room follows. */
function evolveAll(lobby: Lobby, fact: VisitFact): Lobby {
  const visit = evolveVisit(lobby.visit, fact);
  const isNewDay = fact.type === 'day.opened';
  return {
    visit,
    care: followCare(lobby.care, fact),
    floor: followVisit(lobby.floor, fact, visit),
    devices: followDay(lobby.devices, fact),
    stands: followStands(lobby.stands, fact, visit),
    corrections: isNewDay ? newDayForCorrections(lobby.corrections, fact) : lobby.corrections,
    down: isNewDay ? newDayForDown(lobby.down, fact.at) : lobby.down,
    branch: followSettings(lobby.branch, fact, lobby.visit.settings),
  };
}

export interface Context extends VisitContext {
  /** What is advised at this moment: worked out beside the road of commands. */
  readonly advice?: readonly Advice[];
  /** What is foreseen at this moment: a tick brings it, for alerts speak of it. */
  readonly expected?: readonly Expected[];
}

export type Decision = Result<readonly Fact[], Refusal<LobbyRefusal>>;

/** The rooms decide; what their facts mean for alerts stands in the same line of the ledger. */
export function decide(lobby: Lobby, c: LobbyCommand, ctx: Context): Decision {
  if (isCareCommand(c)) return decideForCare(lobby, c, ctx);
  if (isFloorCommand(c)) return onTheFloor(lobby, c, ctx);
  if (isMonthCommand(c)) {
    const { at, person = null } = ctx;
    return decideCorrections(lobby.corrections, c, { at, person, visit: lobby.visit });
  }
  if (isDownCommand(c)) return decideDown(lobby, c, ctx.at);
  if (isDevicesCommand(c)) return inTheHouse(lobby, c, ctx);
  if (isBranchCommand(c)) return decideBranch(lobby, c, ctx);
  const decided = decideVisit(lobby.visit, c, ctx);
  if (!decided.ok) return decided;
  const facts = decided.value;
  const { visit, care } = lobby;
  const isTick = c.type === 'tick';
  // Only a tick looks at what its own facts lead to.
  const now = isTick ? { ...lobby, visit: facts.reduce(evolveVisit, visit) } : lobby;
  const alerts = isTick
    ? watch(care, sceneOf(now, ctx.at, ctx.expected), ctx.at)
    : reactions(care, visit, facts, ctx.at);
  const followed = [
    ...alerts,
    ...warningsOf(care, alerts, { at: ctx.at, visit: now.visit }),
    ...answeredBy(lobby.floor, facts),
    ...followedUp(care.rectifications, visit, facts),
    ...(isTick ? expired(lobby.corrections, { at: ctx.at, visit }) : []),
  ];
  if (c.type === 'day.close')
    return accept([...floorAtClose(lobby.floor, visit, ctx.at), ...facts, ...followed]);
  if (!isTick) return accept([...facts, ...followed]);
  const found = floorFinds(lobby.floor, now.visit, ctx.at);
  const weighed = judged(care.advice, now.visit, ctx.at);
  const duties = dutiesChanged(weighed, care.advice, now.visit, ctx.at);
  return accept([...facts, ...found, ...followed, ...weighed, ...duties]);
}

/** Advice that gives a counter other duties changes the settings with the same touch. */
function decideForCare(lobby: Lobby, c: CareCommand, ctx: Context): Decision {
  const { care, visit } = lobby;
  const decided = decideCare(care, c, careContext(lobby, ctx));
  if (!decided.ok || c.type !== 'advice.accept') return decided;
  const accepted = decided.value.filter((f) => f.type === 'advice.accepted');
  return accept([...decided.value, ...dutiesChanged(accepted, care.advice, visit, ctx.at)]);
}

/** What alerts are watched by: the visit, and what each other room finds wrong at this moment. */
export function sceneOf(lobby: Lobby, at: number, expected: readonly Expected[] = []): Scene {
  const { visit, floor, care } = lobby;
  const beside: Beside = () => [
    ...(visit.doors ? devicesOff(lobby.devices, visit.settings, at) : []),
    ...meetingMissing(floor.meetings, visit, at),
    ...complaintsDue(care, visit, at),
  ];
  return { visit, expected, beside };
}
