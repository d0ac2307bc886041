import type { Advice } from '../shared/foresight/advice.ts';
import type { Expected } from '../shared/foresight/expectation.ts';
import type { DeviceId, PhotoId, StaffId } from '../shared/ids.ts';
import {
  type Command,
  type Context,
  decide,
  evolve,
  type Lobby,
  type LobbyCommand,
} from '../shared/lobby.ts';
import type { Answer } from '../shared/wire.ts';
import { type Answers, answerFor, bodyOf, refused } from './answers.ts';
import type { Sender } from './devices/gate.ts';
import type { Draft } from './ledger/entry.ts';
import { mint } from './mint.ts';

/** A command on its way, and whoever waits for its answer. */
export interface Waiting {
  readonly command: Command;
  readonly sender: Sender;
  readonly answer: (answer: Answer) => void;
}

/** What a batch comes to, before any of it is on the disk. */
export interface Plan {
  readonly drafts: readonly Draft[];
  /** The state once the drafts are saved. */
  readonly lobby: Lobby;
  /** To be called once they are. */
  readonly replies: readonly (() => void)[];
}

export interface Planning {
  readonly answers: Answers;
  readonly seq: number;
  readonly at: number;
  readonly advice: () => readonly Advice[];
  /** What is foreseen now: a tick takes it along. */
  readonly expected: () => readonly Expected[];
  /** Whether a photo is on the disk. */
  readonly hasPhoto: (photo: PhotoId) => boolean;
}

/** Written out in one piece: each press needs one, and a copy with more keys takes longer than its decision. */
function contextOf({ type }: Command, sender: Sender, planning: Planning): Context {
  const { at, advice, expected, hasPhoto } = planning;
  const device = sender.device as DeviceId | null;
  const person = sender.person as StaffId | null;
  const context = { at, advice: advice(), hasPhoto, device, person, mint: mint() };
  return type === 'tick' ? { ...context, expected: expected() } : context;
}

/** Decides each command on the state that those before it in the batch lead to. */
export function planBatch(batch: readonly Waiting[], lobby: Lobby, planning: Planning): Plan {
  const { answers, seq, at } = planning;
  let next = lobby;
  const drafts: Draft[] = [];
  const replies: (() => void)[] = [];
  const planned = new Set<string>();
  for (const { command, sender, answer } of batch) {
    const body = bodyOf(command);
    const known = () => answers.recall(command, body, at);
    const before = known();
    // One that stands in this very batch is answered from memory, once the batch is saved.
    if (before || planned.has(command.id)) {
      replies.push(() => answer(before ?? known() ?? refused({ code: 'hub.fault' })));
      continue;
    }
    const decided = decideOne(next, command, contextOf(command, sender, planning));
    if (decided.ok && decided.facts.length > 0) {
      next = decided.lobby;
      const { device, person } = sender;
      drafts.push({ at, id: command.id, body, device, person, facts: decided.facts });
      planned.add(command.id);
    }
    const reply = decided.ok ? answerFor(seq + drafts.length, decided.facts) : decided.answer;
    replies.push(() => answer(reply));
  }
  return { drafts, lobby: next, replies };
}

/** A fault of the program refuses this one command; the others of the batch go on. */
function decideOne(lobby: Lobby, { id: _, ...command }: Command, ctx: Context) {
  try {
    const decided = decide(lobby, command as LobbyCommand, ctx);
    if (!decided.ok) return { ok: false, answer: refused(decided.refusal) } as const;
    return { ok: true, facts: decided.value, lobby: decided.value.reduce(evolve, lobby) } as const;
  } catch (fault) {
    console.error(fault);
    return { ok: false, answer: refused({ code: 'hub.fault' }) } as const;
  }
}
