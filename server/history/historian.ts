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
/** Real milliseconds an answer of today is good for, however fast presses come. */
const BREATH = 1000;

interface Known {
  readonly said: Promise<Asked>;
  readonly seq: number;
  readonly since: number;
}

export type Filed = { readonly ok: true; readonly file: MadeFile } | Extract<Asked, { ok: false }>;

/**
 * Answers questions of the past, beside the one road of commands: one at a time, the same question
 * of several screens once, and at most once a second anew. What fails in here stops no press.
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
    const known = this.#known.get(key);
    if (known && this.#isFresh(known)) return known.said;
    const said = this.#inTurn(question.type, () => answer(question, this.#parts));
    const since = performance.now();
    this.#known.delete(key);
    this.#known.set(key, { said, seq: this.#parts.seq(), since });
    const [oldest] = this.#known.keys();
    if (this.#known.size > AT_HAND && oldest !== undefined) this.#known.delete(oldest);
    // A refusal may be over the next moment: it is asked anew.
    void said.then(
      ({ ok }) => !ok && this.#known.get(key)?.said === said && this.#known.delete(key),
    );
    return said;
  }

  /** Makes a file to be saved. */
  async file(wanted: FileQuestion): Promise<Filed> {
    const made = await this.#inTurn(wanted.type, () => file(wanted, this.#parts));
    return made.ok ? { ok: true, file: made.answer } : made;
  }

  #isFresh({ seq, since }: Known): boolean {
    return seq === this.#parts.seq() || performance.now() - since < BREATH;
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
