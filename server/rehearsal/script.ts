import type { TicketId } from '../../shared/ids.ts';
import type { Lobby, LobbyCommand } from '../../shared/lobby.ts';

/** Where a rehearsal is played: before a real hub, or on an agenda without one. */
export interface Stage {
  /** Hub time, milliseconds. */
  now(): number;
  after(ms: number, run: () => void): void;
  lobby(): Lobby;
  /** What a person presses on a screen. */
  submit(command: LobbyCommand, answered: (reply: Reply) => void): void;
  /** What only the hub notices: a terminal that comes or goes. */
  notice(command: LobbyCommand): void;
  /** Nothing happens before `until`: a stage may hurry there. */
  night(until: number, morning: () => void): void;
}

export type Reply =
  | { readonly ok: true; readonly ticket?: TicketId }
  | { readonly ok: false; readonly code: string };

/** What an actor does next: lets time pass, or presses something. */
export type Step = { readonly wait: number } | { readonly press: LobbyCommand };

/** An actor's part, written down in the order in which it happens. */
export type Script<T = void> = Generator<Step, T, Reply | undefined>;

/** @param ms milliseconds; a time that is over already does not wait */
export function* wait(ms: number): Script {
  if (ms > 0) yield { wait: ms };
}

export function* press(command: LobbyCommand): Script<Reply> {
  const reply = yield { press: command };
  if (!reply) throw new Error(`the stage did not answer ${command.type}`);
  return reply;
}

/** Plays a part to its end, each step when it is due. */
export function play(script: Script, stage: Stage): void {
  const go = (reply?: Reply): void => {
    const step = script.next(reply);
    if (step.done) return;
    if ('wait' in step.value) stage.after(step.value.wait, () => go());
    else stage.submit(step.value.press, go);
  };
  go();
}
