import type { TicketId } from './ids.ts';
import type { LobbyRefusal } from './lobby.ts';
import type { ViewKey, ViewName, Views } from './views/views.ts';

/** A hub and a screen of different versions refuse one another instead of guessing. */
export const PROTOCOL = 1;

/** Refusals that come before any decision. */
export type HubRefusal =
  /** The command is not of a known shape; `at` names the field. */
  | 'command.malformed'
  | 'command.tooOld'
  /** The same id was seen with another body. */
  | 'command.idReused'
  | 'gate.forbidden'
  /** The program itself failed on this command: nothing was saved. */
  | 'hub.fault'
  | 'hub.readOnly'
  /** The disk did not take it: nothing was saved. */
  | 'hub.notSaved'
  | 'protocol.version'
  | 'view.unknown';
export type RefusalCode = LobbyRefusal | HubRefusal;

/** The answer to one command: rebuilt from the ledger, so a retry gets the same. */
export type Answer =
  | {
      readonly ok: true;
      readonly seq: number;
      /** The ticket it issued or called, where there is one. */
      readonly ticket?: TicketId;
      readonly number?: string;
    }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      readonly details?: Readonly<Record<string, string | number>>;
      /** The refusal as a sentence. */
      readonly says: { readonly zh: string; readonly en: string };
    };

/** A view on its way: whole, with the revision (the ledger's seq) it stands on. */
export interface Published<N extends ViewName = ViewName> {
  readonly key: ViewKey<N>;
  readonly rev: number;
  /** Hub time of the revision. */
  readonly at: number;
  readonly view: Views[N];
}

/** The hub's clock as screens let it run: hub time now, and how fast (1; 30 in a demo; 0 paused). */
export interface Beat {
  readonly at: number;
  readonly pace: number;
  /** false: history is damaged or the disk fails; nothing is accepted. */
  readonly accepting: boolean;
}

/** What a client may ask. Commands are `unknown` on arrival: parsed once, by their schema. */
export interface ClientToHub {
  command(command: unknown, answer: (answer: Answer) => void): void;
  watch(key: unknown, answer: (answer: Published | Extract<Answer, { ok: false }>) => void): void;
  unwatch(key: unknown): void;
  beat(answer: (beat: Beat) => void): void;
}

/** What the hub may say. */
export interface HubToClient {
  view(published: Published): void;
  beat(beat: Beat): void;
}
