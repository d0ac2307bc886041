import { randomBytes } from 'node:crypto';
import type { Request, RequestOf } from '../../shared/devices/requests.ts';
import type { DeviceRole } from '../../shared/devices/roles.ts';
import { activeMember, type Devices } from '../../shared/devices/state.ts';
import { isWeak } from '../../shared/devices/weak.ts';
import type { CounterId, DeviceId, StaffId, TicketId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { unreachable } from '../../shared/result.ts';
import type { Answer, RequestAnswer } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import { type Sender, theHub } from './gate.ts';
import type { Keys } from './keys.ts';
import type { LetIn, Pairing } from './pairing.ts';
import type { People } from './people.ts';
import { setBackBranch, setUpBranch } from './settingUp.ts';
import type { Throttle } from './throttle.ts';

export interface DeskParts {
  readonly keys: Keys;
  readonly people: People;
  readonly pairing: Pairing;
  readonly throttle: Throttle;
  /** Hub time, ms. */
  readonly now: () => number;
  readonly devices: () => Devices;
  /** Whose names and PINs go when the set-up is set back. */
  readonly addedBySetUp: () => readonly StaffId[];
  /** A command of the hub's own, entered under whoever asked for it. */
  readonly submit: (command: LobbyCommand, sender: Sender) => Promise<Answer>;
  /** Prints a ticket once more. */
  readonly printAgain: (ticket: TicketId, sender: Sender) => Promise<RequestAnswer>;
  /** Looks the old figure up, and enters the proposal under whoever asked. */
  readonly propose: (
    request: RequestOf<'correction.propose'>,
    sender: Sender,
  ) => Promise<RequestAnswer>;
}

type Pinned = { readonly ok: true } | Extract<Answer, { ok: false }>;

/**
 * Answers what carries a code, a PIN or a name. Whether the sender may ask was settled by the gate.
 * The ledger comes first: what it did not take has not happened, and leaves no secret behind.
 */
export class Desk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async answer(request: Request, sender: Sender): Promise<RequestAnswer> {
    try {
      return await this.#answer(request, sender);
    } catch {
      // The disk did not take a document; what stands in the ledger can be asked for again.
      return refused({ code: 'hub.notSaved' });
    }
  }

  #answer(request: Request, sender: Sender): Promise<RequestAnswer> {
    switch (request.type) {
      case 'person.signIn':
        return this.#signIn(request, sender);
      case 'person.signOut':
        return this.#signOut(sender);
      case 'person.changePin':
        return this.#changePin(request, sender);
      case 'device.approve':
        return this.#approve(request, sender);
      case 'device.name':
        return this.#then(this.#parts.keys.rename(request.device, request.name));
      case 'staff.name':
        return this.#named(request);
      case 'staff.setPin':
        return this.#setPin(request.person, request.pin, 'manager', sender);
      case 'staff.erase':
        return this.#erase(request.person, sender);
      case 'correction.propose':
        return this.#parts.propose(request, sender);
      case 'branch.setUp':
        return setUpBranch(this.#parts, request, sender);
      case 'branch.setBack':
        return setBackBranch(this.#parts, this.#parts.addedBySetUp(), sender);
      case 'ticket.print':
        return this.#parts.printAgain(request.ticket, sender);
      default:
        return unreachable(request);
    }
  }

  /** Lets in whoever knows the set-up code, as the first manager's panel. */
  letInFirst = (): Promise<LetIn | Extract<Answer, { ok: false }>> =>
    this.#letIn({ role: 'manager' }, theHub);

  async #signIn(c: RequestOf<'person.signIn'>, sender: Sender): Promise<RequestAnswer> {
    const { device } = sender;
    if (!device) return refused({ code: 'gate.forbidden' });
    const right = await this.#checkPin(c.person, c.pin, device);
    if (!right.ok) return right;
    const { submit, keys } = this.#parts;
    const id = device as DeviceId;
    const signed = { type: 'person.signIn', person: c.person, device: id } as const;
    const answer = await submit(signed, { ...sender, person: c.person });
    return answer.ok ? { ok: true, session: await keys.openSession(id) } : answer;
  }

  /** One answer for a wrong number and a wrong PIN, after the same time. */
  async #checkPin(person: StaffId, pin: string, device: string): Promise<Pinned> {
    const { throttle, people, devices, now } = this.#parts;
    const leave = throttle.ask(person, device, now());
    if (!leave.ok) {
      const minutes = Math.ceil(leave.wait / 60_000);
      return refused({ code: 'person.wait', details: { minutes } });
    }
    const right = await people.isPin(person, pin);
    if (!right || !activeMember(devices(), person)) return refused({ code: 'person.notKnown' });
    leave.back();
    return { ok: true };
  }

  async #signOut(sender: Sender): Promise<RequestAnswer> {
    const device = sender.device as DeviceId;
    const answer = await this.#parts.submit({ type: 'person.signOut', device }, sender);
    if (!answer.ok) return answer;
    return this.#then(this.#parts.keys.closeSession(device));
  }

  async #changePin(c: RequestOf<'person.changePin'>, sender: Sender): Promise<RequestAnswer> {
    const { person, device } = sender;
    if (!person || !device) return refused({ code: 'person.notSignedIn' });
    const right = await this.#checkPin(person as StaffId, c.pin, device);
    return right.ok ? this.#setPin(person as StaffId, c.next, 'self', sender) : right;
  }

  async #setPin(person: StaffId, pin: string, by: 'self' | 'manager', sender: Sender) {
    if (isWeak(pin)) return refused({ code: 'person.weakPin' });
    const answer = await this.#parts.submit({ type: 'staff.pinSet', person, by }, sender);
    return answer.ok ? this.#then(this.#parts.people.setPin(person, pin)) : answer;
  }

  #named({ person, name }: RequestOf<'staff.name'>): Promise<RequestAnswer> {
    if (activeMember(this.#parts.devices(), person))
      return this.#then(this.#parts.people.setName(person, name));
    return Promise.resolve(refused({ code: 'staff.unknown' }));
  }

  async #erase(person: StaffId, sender: Sender): Promise<RequestAnswer> {
    const answer = await this.#parts.submit({ type: 'staff.erase', person }, sender);
    return answer.ok ? this.#then(this.#parts.people.erase(person)) : answer;
  }

  async #approve(c: RequestOf<'device.approve'>, sender: Sender): Promise<RequestAnswer> {
    const taken = this.#parts.pairing.take(c.code);
    if (!taken) return refused({ code: 'pairing.codeUnknown' });
    try {
      const letIn = await this.#letIn(c, sender);
      if (!('token' in letIn)) return letIn;
      taken.give(letIn);
      const device = this.#parts.keys.deviceOf(letIn.token);
      return device ? { ok: true, device } : { ok: true };
    } finally {
      taken.release();
    }
  }

  async #letIn(
    {
      role,
      counter,
      name,
    }: { role: DeviceRole; counter?: CounterId | undefined; name?: string | undefined },
    sender: Sender,
  ): Promise<LetIn | Extract<Answer, { ok: false }>> {
    const device = `dev-${randomBytes(5).toString('hex')}` as DeviceId;
    const place = { device, role, ...(counter && { counter }) };
    const answer = await this.#parts.submit({ type: 'device.approve', ...place }, sender);
    if (!answer.ok) return answer;
    const token = await this.#parts.keys.issue(device, name ?? null);
    return { token, role, counter: counter ?? null };
  }

  async #then(done: Promise<void>): Promise<RequestAnswer> {
    await done;
    return { ok: true };
  }
}
