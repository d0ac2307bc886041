import { connect, type Socket } from 'node:net';
import type { Clock } from '../clock.ts';

export interface LineParts {
  readonly place: { readonly host: string; readonly port: number };
  readonly clock: Clock;
  /** `connect`: real milliseconds until somebody must have answered there. */
  readonly patience: { readonly connect: number };
  /** Breaks the line off. */
  readonly signal: AbortSignal;
}

/**
 * One connection to a printer. Nothing here waits for longer than it is told to, and nothing
 * throws: a line that broke takes nothing and brings null.
 */
export class Line {
  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #heard: number[] = [];
  #wake = () => {};
  /** null: open; true: both ends closed it in good order. */
  #ended: boolean | null = null;

  private constructor(socket: Socket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    const tell = () => this.#wake();
    socket.on('data', (bytes) => {
      this.#heard.push(...bytes);
      tell();
    });
    socket.on('error', tell);
    socket.on('close', (failed) => {
      this.#ended = !failed;
      tell();
    });
  }

  /** null when nobody answers there in time. */
  static open({ place, clock, patience, signal }: LineParts): Promise<Line | null> {
    const { host, port } = place;
    return new Promise((done) => {
      const socket = connect({ host, port, noDelay: true });
      const drop = () => socket.destroy();
      // Node's own `signal` option would leave its listener behind with every look.
      signal.addEventListener('abort', drop);
      socket.once('close', () => signal.removeEventListener('abort', drop));
      const line = new Line(socket, clock);
      const settle = (open: Line | null) => {
        late();
        if (!open) socket.destroy();
        done(open);
      };
      const late = clock.frame(patience.connect, () => settle(null));
      socket.once('connect', () => settle(line));
      socket.once('error', () => settle(null));
    });
  }

  /** True once the bytes left this machine. */
  write(bytes: Buffer, ms: number): Promise<boolean> {
    if (this.#ended !== null || this.#socket.destroyed) return Promise.resolve(false);
    return new Promise((done) => {
      const settle = (sent: boolean) => {
        late();
        done(sent);
      };
      const late = this.#clock.frame(ms, () => settle(false));
      this.#socket.write(bytes, (error) => settle(!error));
    });
  }

  /** The next byte that is what is waited for; others are passed over. */
  async hear(is: (byte: number) => boolean, ms: number): Promise<number | null> {
    let over = false;
    const stop = this.#clock.frame(ms, () => {
      over = true;
      this.#wake();
    });
    while (true) {
      const byte = this.#heard.shift();
      if (byte !== undefined && !is(byte)) continue;
      if (byte !== undefined || over || this.#ended !== null) {
        stop();
        return byte ?? null;
      }
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  /** Ends it; true when the other side, having read everything, ended it too. */
  async end(ms: number): Promise<boolean> {
    this.#socket.end();
    await this.hear(() => false, ms);
    const ended = this.#ended === true;
    this.drop();
    return ended;
  }

  drop(): void {
    this.#socket.destroy();
  }
}
