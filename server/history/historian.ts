import { setTimeout as pause } from 'node:timers/promises';
import type { FileQuestion } from '../../shared/questions/files.ts';
import type { Question, QuestionType } from '../../shared/questions/questions.ts';
import type { Asked } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import { LedgerUnopened, sayDamage, Unsound } from '../ledger/damage.ts';
import { type Log, noLog } from '../log.ts';
import { type Answered, type Archive, answering } from './answering.ts';
import { filing, type MadeFile } from './files.ts';

export interface HistorianParts extends Archive {
  /** The ledger's last seq: until it moves, an answer stays true. */
  readonly seq: () => number;
  readonly log?: Log;
}

/** Questions that may wait for one another; whoever comes then is to ask again. */
const WAITING = 16;
/** Answers kept at hand. */
const AT_HAND = 64;
/** After an answer the same question rests: so many times what it took, at most this, real milliseconds. */
const RESTS = 10;
const BREATH = 1000;
/** Real milliseconds after which an answer is looked at anew even where nothing was entered: time went on. */
const AGED = 10_000;

interface Known {
  /** The ledger's last seq when it was begun; null until then: whatever comes first will be in it. */
  seq: number | null;
  /** Real ms: begun, and until when it is not begun again. */
  since: number;
  rests: number;
  said: Promise<Asked>;
}

export type Filed = { readonly ok: true; readonly file: MadeFile } | Extract<Asked, { ok: false }>;

/**
 * Answers questions of the past, beside the one road of commands: one at a time, the same question
 * of several screens once. Every answer holds what was entered before it was asked for; a question that
 * takes long is not begun anew at once, so it may wait up to a second. What fails in here stops no press.
 */
export class Historian {
  readonly #parts: HistorianParts;
  readonly #known = new Map<string, Known>();
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(parts: HistorianParts) {
    this.#parts = parts;
  }

  ask(question: Question): Promise<Asked> {
    const key = JSON.stringify(question);
    const before = this.#known.get(key);
    if (before && this.#isFresh(before)) return before.said;
    const known = this.#anew(question, before);
    this.#known.delete(key);
    this.#known.set(key, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > AT_HAND && oldest !== undefined) this.#known.delete(oldest);
    // A refusal may be over the next moment: it is asked anew.
    void known.said.then(
      ({ ok }) => !ok && this.#known.get(key) === known && this.#known.delete(key),
    );
    return known.said;
  }

  /** Makes a file to be saved. */
  async file(wanted: FileQuestion): Promise<Filed> {
    const made = await this.#inTurn(wanted.type, () => file(wanted, this.#parts));
    return made.ok ? { ok: true, file: made.answer } : made;
  }

  #isFresh({ seq, since }: Known): boolean {
    if (seq === null) return true;
    return seq === this.#parts.seq() && performance.now() - since < AGED;
  }

  #anew(question: Question, before: Known | undefined): Known {
    const begin = async () => {
      const since = performance.now();
      Object.assign(known, { seq: this.#parts.seq(), since });
      try {
        return await answer(question, this.#parts);
      } finally {
        const now = performance.now();
        known.rests = now + Math.min(BREATH, RESTS * (now - since));
      }
    };
    const said = async (): Promise<Asked> => {
      await before?.said;
      const rest = (before?.rests ?? 0) - performance.now();
      if (rest > 0) await pause(rest);
      return this.#inTurn(question.type, begin);
    };
    const known: Known = { seq: null, since: 0, rests: 0, said: said() };
    return known;
  }

  async #inTurn<T>(what: string, work: () => Answered<T>): Promise<Told<T>> {
    if (this.#waiting >= WAITING) return refused({ code: 'rate.exceeded' });
    this.#waiting++;
    const turn = this.#last.then(() => this.#told(what, work));
    this.#last = turn;
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }

  async #told<T>(what: string, work: () => Answered<T>): Promise<Told<T>> {
    const { at, log = noLog } = this.#parts;
    try {
      const found = await work();
      return found.ok ? { ok: true, at: at(), answer: found.value } : refused(found.refusal);
    } catch (error) {
      log('history.failed', { what, error: String(error) });
      if (error instanceof LedgerUnopened)
        return refused({ code: 'history.unsound', details: { where: sayDamage(error.damage) } });
      if (error instanceof Unsound)
        return refused({ code: 'history.unsound', details: { where: error.flaw } });
      return refused({ code: 'hub.fault' });
    }
  }
}

type Told<T> = { ok: true; at: number; answer: T } | Extract<Asked, { ok: false }>;

/** Each function takes its own kind of question: the table's key is what makes that so. */
type Any<T> = (question: unknown, archive: Archive) => Answered<T>;

const answer = (question: Question, archive: Archive) =>
  (answering[question.type] as Any<Extract<Asked<QuestionType>, { ok: true }>['answer']>)(
    question,
    archive,
  );

const file = (wanted: FileQuestion, archive: Archive) =>
  (filing[wanted.type] as Any<MadeFile>)(wanted, archive);
