import type { LoanId } from '../../shared/ids.ts';
import type { Pipeline } from '../pipeline.ts';

/**
 * Which kiosks that hold numbers in reserve are there. Times of numbers they hand in are believed only
 * within an outage that the ledger knows of, so that each break of the line is a fact, however short.
 */
export class Lenders {
  readonly #pipeline: Pick<Pipeline, 'submitOwn'>;
  /** The loan that each line speaks for: one, or none. */
  readonly #lines = new Map<object, LoanId>();

  constructor(pipeline: Pick<Pipeline, 'submitOwn'>) {
    this.#pipeline = pipeline;
  }

  /** A kiosk is about to say on this line that it is there; whatever it had before was dead. */
  arrives(loan: LoanId, line: object): void {
    if (this.#lines.get(line) === loan) return;
    this.left(line);
    for (const [other, held] of this.#lines) if (held === loan) this.left(other);
    this.#lines.set(line, loan);
  }

  left(line: object): void {
    const loan = this.#lines.get(line);
    if (!this.#lines.delete(line) || !loan) return;
    void this.#pipeline.submitOwn({ type: 'numbers.cutOff', loan });
  }
}
