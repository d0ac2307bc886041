import { z } from 'zod';
import { type CareCommand, careCommands } from './care/commands.ts';
import { type CareRefusal, decideCare } from './care/decide.ts';
import type { CareFact } from './care/facts.ts';
import { type Care, evolveCare, initialCare, newDay } from './care/state.ts';
import { reactions, watch } from './care/watch.ts';
import { learn, type Pace } from './foresight/pace.ts';
import { commandId } from './ids.ts';
import { accept, type Refusal, type Result } from './result.ts';
import type { Settings } from './settings.ts';
import { type VisitCommand, visitCommands } from './visit/commands.ts';
import { decide as decideVisit } from './visit/decide.ts';
import { evolve as evolveVisit } from './visit/evolve.ts';
import type { VisitFact } from './visit/facts.ts';
import type { Context, VisitRefusal } from './visit/refusals.ts';
import { initialVisit, type Visit } from './visit/state.ts';

/** Only the unions: every fact and command, handed to the room that owns it. */
export type Fact = VisitFact | CareFact;
export type LobbyCommand = VisitCommand | CareCommand;
export type LobbyRefusal = VisitRefusal | CareRefusal;

/** What a screen sends: one command with the id that makes a retry harmless. */
export const commandSchema = z.discriminatedUnion('type', [
  ...onTheWire(visitCommands),
  ...onTheWire(careCommands),
]);
export type Command = LobbyCommand & { readonly id: z.infer<typeof commandId> };

function onTheWire<T extends readonly z.ZodObject[]>(schemas: T) {
  return schemas.map((schema) => schema.extend({ id: commandId })) as unknown as [z.ZodObject];
}

export interface Lobby {
  readonly visit: Visit;
  readonly care: Care;
  readonly pace: Pace;
}

export const initialLobby = (settings: Settings): Lobby => ({
  visit: initialVisit(settings),
  care: initialCare,
  pace: {},
});

export function evolve(lobby: Lobby, fact: Fact): Lobby {
  if (isCare(fact)) return { ...lobby, care: evolveCare(lobby.care, fact) };
  const visit = evolveVisit(lobby.visit, fact);
  const care = fact.type === 'day.opened' ? newDay(lobby.care) : lobby.care;
  return { visit, care, pace: learn(lobby.pace, fact, visit) };
}

const isCare = (fact: Fact): fact is CareFact => fact.type.startsWith('alert.');
const isCareCommand = (c: LobbyCommand): c is CareCommand => c.type.startsWith('alert.');

type Decision = Result<readonly Fact[], Refusal<LobbyRefusal>>;

/** The rooms decide; what their facts mean for alerts stands in the same line of the ledger. */
export function decide(lobby: Lobby, c: LobbyCommand, ctx: Context): Decision {
  if (isCareCommand(c)) return decideCare(lobby.care, c, ctx.at);
  const decided = decideVisit(lobby.visit, c, ctx);
  if (!decided.ok) return decided;
  const facts = decided.value;
  const { visit, care, pace } = lobby;
  const followed = reactions(care, visit, facts, ctx.at);
  if (c.type !== 'tick') return accept([...facts, ...followed]);
  const now = facts.reduce(evolveVisit, visit);
  return accept([...facts, ...watch(care, now, pace, ctx.at)]);
}
