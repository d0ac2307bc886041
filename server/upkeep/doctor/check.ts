import type { Settings } from '../../../shared/settings.ts';
import type { DoctorWords } from '../../../shared/words/doctor.ts';
import type { Machine } from './machine.ts';

/** 检查项, in the order in which they are looked at. */
export type CheckName = keyof DoctorWords['checks'];

/** `notLooked`: it is not set, or this machine cannot say. */
export type State = 'ok' | 'warning' | 'bad' | 'notLooked';

/** What a look came to, and a sentence of what to do, in either language. */
export interface Found {
  readonly state: State;
  readonly say: (words: DoctorWords['says']) => string;
}

export interface Finding extends Found {
  readonly check: CheckName;
}

/** What is to be looked at. */
export interface Patient {
  readonly machine: Machine;
  /** Folder of the program, and of its built pages; null where nothing was built. */
  readonly program: string;
  readonly pages: string | null;
  readonly data: string;
  readonly backup: string | null;
  readonly host: string;
  readonly ports: readonly number[];
  /** A certificate of the bank's own. */
  readonly cert: string | null;
  /** Nobody set anything: the defaults. null: what stands there cannot be read. */
  readonly settings: Settings | null;
  /** When the looking began. */
  readonly began: ReturnType<Machine['now']>;
}

export type Look = (patient: Patient) => Promise<Found> | Found;

const found =
  (state: State) =>
  (say: Found['say']): Found => ({ state, say });

export const ok = found('ok');
export const warning = found('warning');
export const bad = found('bad');
export const notLooked = found('notLooked');

/** The worst that was found, else the last word. */
export function worst(all: readonly [Found, ...Found[]]): Found {
  const rank = { notLooked: 0, ok: 1, warning: 2, bad: 3 };
  return all.reduce((a, b) => (rank[b.state] > rank[a.state] ? b : a));
}
