import type { DeviceRole, Post } from './devices/roles.ts';
import type { CounterId, DeviceId, StaffId, TicketId } from './ids.ts';
import type { LobbyRefusal } from './lobby.ts';
import type { Answers, QuestionType } from './questions/questions.ts';
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
  /** No known token, or one that was revoked: the screen asks to be paired. */
  | 'device.unpaired'
  | 'gate.forbidden'
  /** No business day of that date is in the ledger. */
  | 'history.noDay'
  /** This ticket counts in no mean: there is nothing to correct. */
  | 'history.noFigure'
  /** That day had no ticket of that number. */
  | 'history.noTicket'
  /** It was kept once; what is left of it are the day's closing figures. */
  | 'history.pruned'
  /** What is kept of that day is damaged: nothing is shown of it. */
  | 'history.unsound'
  /** The program itself failed on this command: nothing was saved. */
  | 'hub.fault'
  | 'hub.readOnly'
  /** The disk did not take it: nothing was saved. */
  | 'hub.notSaved'
  /** No such code now: mistyped, used, run out, or tried too often; which is not said. */
  | 'pairing.codeUnknown'
  /** The screen's own request to be let in is over; it asks for a new code. */
  | 'pairing.over'
  /** The staff number or the PIN is wrong; which is not said. */
  | 'person.notKnown'
  /** The device may, but nobody with the right post is signed in. */
  | 'person.notSignedIn'
  /** Too many wrong PINs; `minutes` until the next try. */
  | 'person.wait'
  | 'person.weakPin'
  /** What was kept of a photo is not what its name says. */
  | 'photo.changed'
  | 'photo.full'
  | 'photo.notAPhoto'
  | 'photo.tooLarge'
  | 'printer.none'
  /** What is wrong with the printer the ticket would come out of. */
  | 'printer.coverOpen'
  | 'printer.error'
  | 'printer.paperOut'
  | 'printer.unreachable'
  /** Sent, but nothing says whether it came out. */
  | 'printer.unsure'
  | 'protocol.version'
  | 'rate.exceeded'
  /** The ticket was given up or replaced: no paper of it. */
  | 'ticket.over'
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
      /** The issued ticket's own page, for a QR code, where customers' phones are served. */
      readonly page?: string;
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
  /** The hub speaks plainly on a network others share: every screen says so. */
  readonly insecure?: true;
  /** Where the ledger's first bad entry stands, once damage was found: every screen says so. */
  readonly damage?: { readonly where: string; readonly seq: number | null };
}

/** What the hub holds this screen to be. */
export interface You {
  /** null: a screen on the hub's own machine that needs no token. */
  readonly device: DeviceId | null;
  readonly role: DeviceRole | 'loopback';
  readonly counter: CounterId | null;
  readonly person: { readonly id: StaffId; readonly name: string | null; post: Post } | null;
  /** A manager's panel that may do everything, for there is no branch manager yet who could sign in. */
  readonly founding?: true;
}

/** The answer to a request. `session` goes behind the token, with a dot: it speaks for the person. */
export type RequestAnswer =
  | { readonly ok: true; readonly session?: string; readonly device?: DeviceId }
  | Extract<Answer, { ok: false }>;

/** The answer to a question: as things stood at hub time `at`. */
export type Asked<T extends QuestionType = QuestionType> =
  | { readonly ok: true; readonly at: number; readonly answer: Answers[T] }
  | Extract<Answer, { ok: false }>;

/** A new screen's code, and what it shows to fetch its token with. */
export interface PairingStarted {
  readonly ok: true;
  readonly code: string;
  readonly pairing: string;
  readonly secret: string;
  /** Seconds the code is good for. */
  readonly seconds: number;
  /** The hub made its own certificate; `/tingtang-ca.crt` is what to install. */
  readonly authority?: true;
  /** As in a beat, which a screen that is not let in never gets. */
  readonly insecure?: true;
}

/** `token` is there once: when a manager has let the screen in. */
export interface PairingState {
  readonly ok: true;
  readonly waiting: boolean;
  readonly token?: string;
  readonly role?: DeviceRole;
  readonly counter?: CounterId | null;
}

/** What a client may ask. Commands are `unknown` on arrival: parsed once, by their schema. */
export interface ClientToHub {
  command(command: unknown, answer: (answer: Answer) => void): void;
  watch(key: unknown, answer: (answer: Published | Extract<Answer, { ok: false }>) => void): void;
  unwatch(key: unknown): void;
  beat(answer: (beat: Beat) => void): void;
  /** What carries a PIN or a name: see `devices/requests.ts`. */
  request(request: unknown, answer: (answer: RequestAnswer) => void): void;
  /** What lies in the past, or is too big for a view: see `questions/questions.ts`. Changes nothing. */
  ask(question: unknown, answer: (answer: Asked) => void): void;
}

/** What the hub may say. */
export interface HubToClient {
  view(published: Published): void;
  beat(beat: Beat): void;
  /** On connecting, and whenever it changes. */
  you(you: You): void;
}
