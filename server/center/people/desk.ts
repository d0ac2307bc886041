import type { PersonId } from '../../../shared/city/ids.ts';
import type { PeopleCommand } from '../../../shared/city/people/commands.ts';
import { activeAccount, chiefs, type People } from '../../../shared/city/people/state.ts';
import type { CityRequest, CityRequestOf } from '../../../shared/city/requests.ts';
import type { CityNo, CityReceived, CityReply } from '../../../shared/city/wire.ts';
import { unreachable } from '../../../shared/result.ts';
import { digestOf } from '../../devices/secrets.ts';
import { isRight, slowHash } from '../../devices/slowHash.ts';
import type { Tries } from '../../devices/throttle.ts';
import { cityNo } from '../no.ts';
import type { Asker, Sessions } from './asker.ts';
import { digestOfCode, GOOD, newPass } from './pass.ts';
import type { Vault } from './vault.ts';

export interface PeopleDeskParts {
  readonly vault: Vault;
  readonly sessions: Sessions;
  readonly tries: Tries;
  /** Wall time, ms. */
  readonly wall: () => number;
  readonly people: () => People;
  /** A command of the center's own, entered under whoever asked; null: under nobody. */
  readonly submit: (command: PeopleCommand, asker: Asker | null) => Promise<CityReply>;
  /** Codes for branches: one that is new, and one whose ledger begins anew. */
  readonly enrol: (branch: string, name: string) => Promise<CityReceived>;
  readonly epoch: (branch: string) => Promise<CityReceived>;
}

interface Shown {
  readonly person: PersonId;
  readonly password: string;
  readonly browser: string;
}

/**
 * Answers what carries a code, a password or a name. Whether whoever asks may was settled by the gate.
 * The ledger comes first: what it did not take has not happened, and leaves no secret behind.
 */
export class PeopleDesk {
  readonly #parts: PeopleDeskParts;

  constructor(parts: PeopleDeskParts) {
    this.#parts = parts;
  }

  answer(request: CityRequest, asker: Asker, token: string): Promise<CityReceived> {
    const { vault, enrol, epoch } = this.#parts;
    switch (request.type) {
      case 'account.invite':
        return this.#invite(request.person, asker);
      case 'account.name':
        return this.#name(request);
      case 'account.erase':
        return this.#after(request, asker, () => vault.erase(request.person));
      case 'account.password':
        return this.#change(request, asker, token);
      case 'account.signOut':
        return this.#signOut(asker, token);
      case 'branch.enrol':
        return enrol(request.branch, request.name);
      case 'branch.epoch':
        return epoch(request.branch);
      default:
        return unreachable(request);
    }
  }

  /** One answer for a wrong number and a wrong password, after the same time. */
  async signIn(shown: Shown): Promise<CityReceived> {
    const right = await this.#check(shown);
    return right.ok ? this.#enter(shown.person) : right;
  }

  /** Whoever was given a code chooses a password with it, and is in. */
  async choose(code: string, password: string): Promise<CityReceived> {
    if (isWeak(password)) return cityNo('door.weakPassword');
    const pass = await this.#parts.vault.usePass(digestOfCode(code), this.#parts.wall());
    if (!pass?.person) return cityNo('door.codeUnknown');
    const told = pass.fromConsole ? await this.#toldByConsole(pass.person) : null;
    return told?.ok === false ? told : this.#setPassword(pass.person, password);
  }

  /** Beside a running center nobody else writes into its ledger: it says so once the code is used. */
  #toldByConsole = (person: PersonId) =>
    this.#parts.submit({ type: 'account.invite', person }, null);

  /** The first administrator, by the code that the center's console printed. */
  async found(code: string, person: PersonId, name: string, password: string) {
    const { vault, wall, submit } = this.#parts;
    if (isWeak(password)) return cityNo('door.weakPassword');
    const pass = await vault.usePass(digestOfCode(code), wall());
    if (pass?.person !== null) return cityNo('door.codeUnknown');
    const found = await submit({ type: 'account.found', person }, null);
    if (!found.ok) return found;
    await vault.keep(person, { name, password: null });
    return this.#setPassword(person, password);
  }

  knows = (person: PersonId) => this.#parts.people().accounts[person] !== undefined;

  /** Nobody could let anybody in. */
  isFounding = () => chiefs(this.#parts.people()).length === 0;

  /** A code for the console to print, while nobody could let anybody in; null when somebody can. */
  async firstPass(): Promise<string | null> {
    return this.isFounding() ? this.#pass(null) : null;
  }

  async #pass(person: PersonId | null): Promise<string> {
    const { code, digest } = newPass();
    await this.#parts.vault.givePass(digest, { person, until: this.#parts.wall() + GOOD });
    return code;
  }

  async #check({ person, password, browser }: Shown): Promise<{ ok: true } | CityNo> {
    const { tries, vault, people, wall } = this.#parts;
    const leave = await tries.ask(person, browser, wall());
    if (!leave.ok) return cityNo('door.wait', { minutes: Math.ceil(leave.wait / 60_000) });
    const kept = await vault.secretOf(person);
    const right = await isRight(kept?.password, password);
    if (!right || !activeAccount(people(), person)) return cityNo('door.notKnown');
    await leave.back();
    return { ok: true };
  }

  async #enter(person: PersonId): Promise<CityReceived> {
    const answer = await this.#parts.submit({ type: 'account.signIn', person }, null);
    return answer.ok ? { ok: true, session: await this.#parts.sessions.open(person) } : answer;
  }

  /** Where somebody was signed in with the old password, nobody is any more. */
  async #setPassword(person: PersonId, password: string): Promise<CityReceived> {
    const { vault, submit } = this.#parts;
    const digest = await slowHash(password);
    const answer = await submit({ type: 'account.setPassword', person }, null);
    if (!answer.ok) return answer;
    const before = await vault.secretOf(person);
    await vault.keep(person, { name: before?.name ?? null, password: digest });
    await vault.closeAll(person);
    return this.#enter(person);
  }

  async #invite(person: PersonId, asker: Asker): Promise<CityReceived> {
    const answer = await this.#parts.submit({ type: 'account.invite', person }, asker);
    return answer.ok ? { ok: true, code: await this.#pass(person) } : answer;
  }

  async #change(c: CityRequestOf<'account.password'>, { person }: Asker, token: string) {
    if (isWeak(c.next)) return cityNo('door.weakPassword');
    const right = await this.#check({ person, password: c.password, browser: digestOf(token) });
    return right.ok ? this.#setPassword(person, c.next) : right;
  }

  async #signOut(asker: Asker, token: string): Promise<CityReceived> {
    const { person } = asker;
    const answer = await this.#parts.submit({ type: 'account.signOut', person }, asker);
    if (answer.ok) await this.#parts.sessions.close(token);
    return answer.ok ? { ok: true } : answer;
  }

  async #name({ person, name }: CityRequestOf<'account.name'>): Promise<CityReceived> {
    const { vault, people } = this.#parts;
    if (!activeAccount(people(), person)) return cityNo('account.unknown');
    const before = await vault.secretOf(person);
    await vault.keep(person, { name, password: before?.password ?? null });
    return { ok: true };
  }

  async #after(command: PeopleCommand, asker: Asker, then: () => Promise<void>) {
    const answer = await this.#parts.submit(command, asker);
    if (!answer.ok) return answer;
    await then();
    return { ok: true } as const;
  }
}

/** Few letters over and over, or runs: what a guesser tries first. */
function isWeak(password: string): boolean {
  const letters = [...password].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = letters.slice(1).map((letter, i) => Math.abs(letter - (letters[i] ?? 0)));
  return new Set(letters).size < 4 || steps.filter((step) => step > 1).length < 3;
}
