import type { CenterLink, CenterRefusal } from '../../../shared/center.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { No } from '../protocol.ts';
import { NoAnswer } from './client.ts';

/** The center answered, and took nothing. */
export class Refusing extends Error {
  readonly no: No;

  constructor(answer: No) {
    super(answer.says.en);
    this.no = answer;
  }
}

/** Refusals that are of the moment. */
const PASSING: readonly CenterRefusal[] = ['center.busy', 'center.gap', 'center.notSaved'];

interface StandingParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (line: string) => void;
  /** It looks different now. */
  readonly changed: () => void;
}

/** How a link stands, and since when; what changes is said once. */
export class Standing {
  readonly #parts: StandingParts;
  #linked = false;
  #refused: No | null = null;
  #since: number;
  #told = '';

  constructor(parts: StandingParts) {
    this.#parts = parts;
    this.#since = parts.clock.now().at;
  }

  state(): Pick<CenterLink, 'linked' | 'since' | 'refused'> {
    const [linked, since, no] = [this.#linked, this.#since, this.#refused];
    return { linked, since, refused: no && { code: no.code, details: no.details } };
  }

  /** And it does not pass by itself. */
  get isRefused(): boolean {
    return this.#refused !== null && !PASSING.includes(this.#refused.code);
  }

  becomes(linked: boolean, refused: No | null = null, error?: unknown): void {
    this.#linked = linked;
    this.#refused = refused;
    const now = `${linked} ${refused?.code}`;
    if (now !== this.#told) this.#tell(whyOf(error));
    this.#told = now;
    this.#parts.changed();
  }

  #tell(why: string | null): void {
    const { clock, log, say } = this.#parts;
    const [linked, refused] = [this.#linked, this.#refused];
    this.#since = clock.now().at;
    log('center.link', { linked, code: refused?.code ?? null, why });
    if (refused) say(`${refused.says.zh} ${refused.says.en}`);
    else if (linked) say('The city center has witnessed everything.');
    else say(`The city center is out of reach (${why}): it is tried again, nothing is lost.`);
  }
}

function whyOf(error: unknown): string | null {
  if (error === undefined) return null;
  return error instanceof NoAnswer ? error.message : `fault: ${String(error)}`;
}
