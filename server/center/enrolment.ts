import type { Clock } from '../clock.ts';
import { PublicKey, type SigningKey } from '../ledger/key.ts';
import type { Log } from '../log.ts';
import { type Codes, codeHash } from './codes.ts';
import { type Enrolled, enrolling, type Former, type No, no, UPLINK } from './protocol.ts';
import { enrolmentText } from './receipt.ts';
import type { Member, Roster } from './roster.ts';
import { Turns } from './turns.ts';

export interface EnrolmentParts {
  readonly roster: Roster;
  readonly codes: Codes;
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (line: string) => void;
  /** Called before another epoch of this branch begins; false: it cannot begin yet. */
  readonly renewing: (member: Member) => Promise<boolean>;
  /** Does work while nothing is added to an epoch, with its end as it is then. */
  readonly ending: <T>(member: Member, work: (end: Former) => Promise<T>) => Promise<T>;
}

/** Lets branches in by their codes, one at a time. */
export class Desk {
  readonly #parts: EnrolmentParts;
  readonly #turns = new Turns();

  constructor(parts: EnrolmentParts) {
    this.#parts = parts;
  }

  enrol(body: unknown): Promise<Enrolled | No> {
    return this.#turns.take(() => this.#enrol(body));
  }

  async #enrol(body: unknown): Promise<Enrolled | No> {
    const asked = enrolling.safeParse(body);
    if (!asked.success) return no('center.malformed', { at: 'enrolment' });
    const { v, code, key, sig, empty } = asked.data;
    if (v > UPLINK) return no('center.newer');
    if (!holdsKey(code, key, sig)) return no('center.forged');
    const { roster, codes, clock, log } = this.#parts;
    const digest = codeHash(code);
    const before = await roster.byCode(digest);
    // The answer was lost on its way: the same branch asks once more.
    if (before?.key === key) return this.#answer(before);
    const grant = before ? null : await codes.read(digest);
    const { at, wall } = clock.now();
    if (!grant || grant.until < wall) {
      log('center.codeRefused');
      return no('center.codeUnknown');
    }
    const { branch, name, epoch } = grant;
    if ((await roster.endedAt(branch)) !== null) return no('center.ended');
    const current = (await roster.of(branch)).at(-1);
    if ((current?.epoch ?? 0) !== epoch - 1) return no('center.enrolled', { branch });
    if (current && !empty) return no('center.notEmpty');
    if (current && !(await this.#parts.renewing(current))) return no('center.notSaved');
    const added = (after: Former | null) =>
      roster.add({ branch, name, epoch, key, code: digest, at, after });
    const member = current ? await this.#parts.ending(current, added) : await added(null);
    this.#parts.say(`${branch} ${name}: enrolled, epoch ${epoch}`);
    log('center.enrolled', { branch, epoch });
    return this.#answer(member);
  }

  #answer({ branch, epoch, after }: Member): Enrolled {
    return { ok: true, branch, epoch, after, key: this.#parts.key.publicPem() };
  }
}

function holdsKey(code: string, key: string, sig: string): boolean {
  try {
    return new PublicKey(key).signedText(enrolmentText(code, key), sig);
  } catch {
    return false;
  }
}
