import type { Response } from 'express';
import type { TicketId } from '../../shared/ids.ts';
import type { VisitView } from '../../shared/views/visit.ts';
import type { Clock } from '../clock.ts';

/** Milliseconds: how often a change is looked for, and how long a line is ever silent. */
const LOOK = 400;
const BEAT = 3000;
/** Open lines in all, and for one ticket: a phone that reconnects leaves its old one behind. */
const LINES = 800;
const LINES_EACH = 3;
/** Bytes that a phone may leave unread. */
const UNREAD = 64 * 1024;

interface Line {
  readonly ticket: TicketId;
  readonly res: Response;
  last: string;
  saidAt: number;
}

/**
 * Live pages over Server-Sent Events: plain HTTP, which every proxy carries. The lobby is looked at
 * from time to time: nothing of the hub waits for a phone.
 */
export class Streams {
  readonly #clock: Clock;
  readonly #show: (ticket: TicketId) => VisitView | null;
  readonly #lines = new Set<Line>();
  #notAgain: (() => void) | null = null;

  constructor(clock: Clock, show: (ticket: TicketId) => VisitView | null) {
    this.#clock = clock;
    this.#show = show;
  }

  /** False when there are too many; the page then asks now and then instead. */
  open(ticket: TicketId, res: Response): boolean {
    if (this.#lines.size >= LINES) return false;
    const own = [...this.#lines].filter((line) => line.ticket === ticket);
    for (const old of own.slice(0, own.length - LINES_EACH + 1)) this.#end(old);
    res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    res.flushHeaders();
    const line: Line = { ticket, res, last: '', saidAt: 0 };
    this.#lines.add(line);
    res.on('close', () => this.#lines.delete(line));
    this.#tell(line);
    this.#notAgain ??= this.#clock.frame(LOOK, () => this.#look());
    return true;
  }

  stop(): void {
    this.#notAgain?.();
    for (const line of this.#lines) this.#end(line);
  }

  #look(): void {
    for (const line of this.#lines) this.#tell(line);
    this.#notAgain = this.#lines.size > 0 ? this.#clock.frame(LOOK, () => this.#look()) : null;
  }

  #tell(line: Line): void {
    const view = this.#show(line.ticket);
    // The day is over and another begun: the page asks anew and is told so.
    if (!view) {
      this.#end(line);
      return;
    }
    const { at: _, ...lasting } = view;
    const text = JSON.stringify(lasting);
    const now = performance.now();
    if (text !== line.last) this.#say(line, `event: view\ndata: ${JSON.stringify(view)}\n\n`);
    else if (now - line.saidAt >= BEAT) this.#say(line, 'event: beat\ndata: 0\n\n');
    else return;
    line.last = text;
    line.saidAt = now;
  }

  #say({ res }: Line, text: string): void {
    if (res.writableLength > UNREAD) res.destroy();
    else res.write(text);
  }

  #end(line: Line): void {
    this.#lines.delete(line);
    line.res.end();
  }
}
