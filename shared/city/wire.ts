import type { Text } from '../settings.ts';
import type { CityRefusal, CityTrouble } from './city.ts';
import type { CityAnswers, CityQuestionType } from './questions.ts';
import type { CityViewKey, CityViewName, CityViews } from './views/views.ts';

/** A center and a screen of different versions refuse one another instead of guessing. */
export const CITY_PROTOCOL = 1;

/** Refusals of a center's screens that come before any decision. */
export type CityDoorRefusal =
  | 'door.branchEnrolled'
  | 'door.branchUnknown'
  /** No such code: mistyped, used or run out; which is not said. */
  | 'door.codeUnknown'
  | 'door.fault'
  | 'door.forbidden'
  | 'door.malformed'
  /** The number or the password is wrong; which is not said. */
  | 'door.notKnown'
  /** A branch or a node that whoever asks does not have in hand. */
  | 'door.outside'
  | 'door.protocol'
  /** No session, or one that ended. */
  | 'door.signedOut'
  | 'door.tooFast'
  | 'door.unknown'
  /** Too many wrong passwords; `minutes` until the next try. */
  | 'door.wait'
  | 'door.weakPassword';

/** Every code that a center's screen can be refused with. */
export type CityRefusalCode = CityDoorRefusal | CityRefusal | CityTrouble;

export interface CityNo {
  readonly ok: false;
  readonly code: CityRefusalCode;
  readonly details?: Readonly<Record<string, string | number>>;
  /** The refusal as a sentence. */
  readonly says: Text;
}

/** The answer to a command: a retry under the same id gets the same. */
export type CityReply = { readonly ok: true; readonly seq: number } | CityNo;

/** `code` is told this once; `session` shows who one is until it ends. */
export type CityReceived =
  | {
      readonly ok: true;
      readonly code?: string;
      readonly session?: string;
      /** Where a branch's ledger ends for good once its new code is used. */
      readonly lost?: { readonly seq: number; readonly at: number };
    }
  | CityNo;

export type CityAsked<T extends CityQuestionType = CityQuestionType> =
  | { readonly ok: true; readonly at: number; readonly answer: CityAnswers[T] }
  | CityNo;

/** A view on its way: whole, with a number that grows on the server that tells it. */
export interface CityPublished<N extends CityViewName = CityViewName> {
  readonly key: CityViewKey<N>;
  readonly rev: number;
  /** The center's time of it. */
  readonly at: number;
  readonly view: CityViews[N];
}

/** The center's time, and how fast it goes: 1, except in a demo. */
export interface CityBeat {
  readonly at: number;
  readonly pace: number;
}

/** What a screen may ask. All of it is `unknown` on arrival: parsed once, by its schema. */
export interface ClientToCenter {
  command(command: unknown, answer: (answer: CityReply) => void): void;
  request(request: unknown, answer: (answer: CityReceived) => void): void;
  ask(question: unknown, answer: (answer: CityAsked) => void): void;
  watch(key: unknown, answer: (answer: CityPublished | CityNo) => void): void;
  unwatch(key: unknown): void;
  beat(answer: (beat: CityBeat) => void): void;
}

/** What the center may say. */
export interface CenterToClient {
  view(published: CityPublished): void;
  beat(beat: CityBeat): void;
}

/** What one server of a center tells the others: what they show of it may be out of date. */
export interface CenterToCenter {
  changed(what: Changed): void;
}
export type Changed = { readonly is: 'branch'; readonly branch: string } | { readonly is: 'city' };
