import type { Foreseen } from '../../shared/foresight/expectation.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Fact, Lobby } from '../../shared/lobby.ts';
import type { PrinterSetting } from '../../shared/printers.ts';
import {
  type PrinterCondition,
  type PrinterState,
  type PrinterStates,
  printerFor,
  prints,
} from '../../shared/views/printers.ts';
import { ticketOf } from '../../shared/visit/state.ts';
import type { RequestAnswer } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import type { Clock } from '../clock.ts';
import type { Sender } from '../devices/gate.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Log } from '../log.ts';
import { paperOf } from './paper.ts';
import { type Came, type Job, Printer } from './printer.ts';
import { type Patience, usualPatience } from './talk.ts';

export interface PrintersParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly lobby: () => Lobby;
  readonly foreseen: Foreseen;
  /** A printer's state is another one. */
  readonly changed: () => void;
  /** The address of a ticket's own page, where it has one. */
  readonly pageOf?: ((ticket: TicketId) => string | null) | undefined;
  readonly patience?: Patience | undefined;
}

type Issued = Extract<Fact, { type: 'ticket.issued' }>;

/** The printers of a branch, as its settings have them. */
export class Printers {
  readonly #parts: PrintersParts;
  #all: Printer[] = [];
  #settings: readonly PrinterSetting[] | undefined;

  constructor(parts: PrintersParts) {
    this.#parts = parts;
  }

  /** What was flushed just now, and the lobby right after it: history is never printed. */
  committed(entries: readonly Entry[], lobby: Lobby): void {
    this.follow(lobby);
    if (this.#all.length === 0) return;
    for (const { device, facts } of entries)
      for (const fact of facts)
        if (fact.type === 'ticket.issued') this.#issued(fact, device, lobby);
  }

  /** Printers that are set no more are let go of; new ones are looked at. */
  follow({ visit }: Lobby): void {
    const { printers = [] } = visit.settings;
    if (printers === this.#settings || (printers.length === 0 && this.#all.length === 0)) return;
    this.#settings = printers;
    const { clock, log, changed, patience = usualPatience } = this.#parts;
    const kept = this.#all.filter((p) => printers.some((s) => isSame(s, p.setting)));
    for (const printer of this.#all) if (!kept.includes(printer)) void printer.stop();
    this.#all = printers.map(
      (setting) =>
        kept.find((p) => isSame(setting, p.setting)) ??
        new Printer({ setting, clock, log, changed, patience }),
    );
  }

  states(): PrinterStates {
    return new Map(this.#all.flatMap(({ setting, state }) => (state ? [[setting.id, state]] : [])));
  }

  /** 补打: answers when the paper is out, or with why it is not. Leaves no fact, and one line of log. */
  again(id: TicketId, { device, person }: Sender): Promise<RequestAnswer> {
    const { clock, lobby, log, foreseen } = this.#parts;
    const ticket = ticketOf(lobby().visit, id);
    const at = clock.now().at;
    const paper = paperOf(lobby(), id, foreseen, at);
    if (!ticket || !paper) return Promise.resolve(refused({ code: 'ticket.unknown' }));
    const isOver = ticket.situation.is === 'abandoned' || ticket.situation.is === 'replaced';
    if (isOver) return Promise.resolve(refused({ code: 'ticket.over' }));
    const printer = this.#byHand();
    if (!printer) return Promise.resolve(refused({ code: 'printer.none' }));
    log('ticket.printAgain', { ticket: id, device, person, printer: printer.setting.id });
    return new Promise((answer) => {
      const now: Job['now'] = (came, state) => answer(answerTo(came, state));
      printer.add({ ticket: id, at, bytes: this.#bytes(id, paper, printer), now });
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#all.map((printer) => printer.stop()));
  }

  #issued({ ticket, by, at }: Issued, device: string | null, lobby: Lobby): void {
    const printer = by === 'kiosk' ? this.#ofKiosk(device) : by === 'hand' ? this.#byHand() : null;
    const paper = printer && paperOf(lobby, ticket, this.#parts.foreseen);
    if (!paper) return;
    printer.add({ ticket, at, bytes: this.#bytes(ticket, paper, printer) });
  }

  #bytes(ticket: TicketId, paper: NonNullable<ReturnType<typeof paperOf>>, { setting }: Printer) {
    return async () => {
      // The printer's language is a large library, and most hubs never speak it.
      const { bytesOf } = await import('./escpos.ts');
      return bytesOf(paper, setting.paper, this.#parts.pageOf?.(ticket) ?? null);
    };
  }

  #ofKiosk(device: string | null): Printer | undefined {
    const setting = printerFor(
      this.#all.map((p) => p.setting),
      device,
    );
    return this.#all.find((p) => p.setting === setting);
  }

  #byHand(): Printer | undefined {
    return this.#all.find((p) => p.setting.byHand);
  }
}

const isSame = (a: PrinterSetting, b: PrinterSetting) => JSON.stringify(a) === JSON.stringify(b);

const WRONG: { readonly [C in Exclude<PrinterCondition, 'ok' | 'paperLow'>]: `printer.${C}` } = {
  unreachable: 'printer.unreachable',
  coverOpen: 'printer.coverOpen',
  paperOut: 'printer.paperOut',
  error: 'printer.error',
};

function answerTo(came: Came, { is }: PrinterState): RequestAnswer {
  if (came === 'done') return { ok: true };
  if (came === 'unsure' || prints(is)) return refused({ code: 'printer.unsure' });
  return refused({ code: WRONG[is as keyof typeof WRONG] });
}
