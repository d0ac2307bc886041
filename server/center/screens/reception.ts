import { citySchema, type SentCommand } from '../../../shared/city/city.ts';
import { cityFile, cityQuestion } from '../../../shared/city/questions.ts';
import { cityRequest } from '../../../shared/city/requests.ts';
import { type CityViewKey, cityViewKey } from '../../../shared/city/views/views.ts';
import type {
  CityAsked,
  CityNo,
  CityPublished,
  CityReceived,
  CityReply,
} from '../../../shared/city/wire.ts';
import type { MadeFile } from '../../history/files.ts';
import type { Log } from '../../log.ts';
import { circularFile } from '../circulars/files.ts';
import type { CityRoom } from '../city/room.ts';
import { cityNo } from '../no.ts';
import type { Asker, Sessions } from '../people/asker.ts';
import type { PeopleDesk } from '../people/desk.ts';
import { cityGate, type Ground } from '../people/gate.ts';
import type { Answering } from './answering.ts';
import type { CityPublisher } from './cityPublisher.ts';

export interface ReceptionParts {
  readonly room: CityRoom;
  readonly sessions: Sessions;
  readonly desk: PeopleDesk;
  readonly publisher: CityPublisher;
  readonly answering: Answering;
  readonly ground: () => Ground;
  /** The center's time, ms. */
  readonly now: () => number;
  readonly log: Log;
}

/** Anything with a schema's `safeParse`. */
interface Schema<T> {
  safeParse(input: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
      };
}

/**
 * What a center's screen may ask, on whatever way it comes: who asks is settled anew each time, then it
 * is parsed, then the table of rights is asked. Whatever is decided or refused is logged.
 */
export class Reception {
  readonly #parts: ReceptionParts;

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
  }

  command(input: unknown, token: string | null): Promise<CityReply> {
    return this.#let(input, token, citySchema as unknown as Schema<SentCommand>, {
      gate: cityGate.command,
      work: async (command, asker) => {
        const answer = await this.#parts.room.take(command, asker);
        return answer.ok ? { ok: true, seq: answer.seq } : answer;
      },
      isDecision: true,
    });
  }

  request(input: unknown, token: string | null): Promise<CityReceived> {
    return this.#let(input, token, cityRequest, {
      gate: cityGate.request,
      work: (request, asker) => this.#parts.desk.answer(request, asker, token ?? ''),
      isDecision: true,
    });
  }

  ask(input: unknown, token: string | null): Promise<CityAsked> {
    return this.#let(input, token, cityQuestion, {
      gate: cityGate.question,
      work: async (question, asker): Promise<CityAsked> => {
        const answer = await this.#parts.answering(question, asker);
        if (answer !== null && 'ok' in answer && answer.ok === false) return answer as CityNo;
        return { ok: true, at: this.#parts.now(), answer } as CityAsked;
      },
    });
  }

  /** null: there is no such file. */
  file(input: unknown, token: string | null): Promise<{ readonly file: MadeFile | null } | CityNo> {
    return this.#let(input, token, cityFile, {
      gate: cityGate.file,
      work: async ({ circular, form, language }) => ({
        file: await circularFile(this.#parts.room.state, circular, form, language),
      }),
    });
  }

  /** `watched` is told the key and who asks, once it may be seen, before it is shown. */
  view(
    input: unknown,
    token: string | null,
    show: (key: CityViewKey, asker: Asker) => Promise<CityPublished>,
  ): Promise<CityPublished | CityNo> {
    return this.#let(input, token, cityViewKey, {
      gate: cityGate.view,
      work: show,
    });
  }

  async #let<T extends object, A>(
    input: unknown,
    token: string | null,
    schema: Schema<T>,
    { gate, work, isDecision = false }: Way<T, A>,
  ): Promise<A | CityNo> {
    const asker = await this.#parts.sessions.askerOf(token).catch(() => null);
    if (!asker) return cityNo('door.signedOut');
    const parsed = schema.safeParse(input);
    if (!parsed.success) return cityNo('door.malformed', { at: placeIn(parsed.error) });
    const what = nameOf(parsed.data);
    const no = gate(asker, parsed.data, this.#parts.ground());
    if (no) return this.#noted(cityNo(no), what, asker);
    try {
      const answer = await work(parsed.data, asker);
      return isDecision || isNo(answer) ? this.#noted(answer, what, asker) : answer;
    } catch {
      return this.#noted(cityNo(isDecision ? 'city.notSaved' : 'door.fault'), what, asker);
    }
  }

  #noted<A>(answer: A, what: string, { person, role }: Asker): A {
    const code = isNo(answer) ? answer.code : null;
    this.#parts.log(code ? 'city.refused' : 'city.done', { what, person, role, code });
    return answer;
  }
}

interface Way<T, A> {
  readonly gate: (asker: Asker, what: T, on: Ground) => 'door.forbidden' | 'door.outside' | null;
  readonly work: (what: T, asker: Asker) => Promise<A>;
  readonly isDecision?: boolean;
}

const isNo = (answer: unknown): answer is CityNo =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;

const placeIn = ({ issues }: { issues: readonly { path: readonly PropertyKey[] }[] }) =>
  issues[0]?.path.map(String).join('.') || 'type';

/** A view's own name is `name`, everything else has a type. */
const nameOf = (what: object) => String('type' in what ? what.type : 'name' in what && what.name);
