import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { uuid7 } from '../../shared/uuid7.ts';
import { type Answer, type ClientToHub, type HubToClient, PROTOCOL } from '../../shared/wire.ts';

const take = { type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' } as const;

type Take = typeof take & { readonly id: string };

/**
 * A kiosk that takes tickets as fast as it can, and writes down every answer. What is unanswered when
 * the hub dies it sends once more under the same id, as screens do: nobody knows whether it was done.
 */
export class Presser {
  /** Numbers by the id that was acknowledged. */
  readonly told: Map<string, string>;
  #open: Take | null = null;
  #socket: Socket<HubToClient, ClientToHub> | null = null;

  constructor(told: Map<string, string>) {
    this.told = told;
  }

  connect(url: string): void {
    const auth = { protocol: PROTOCOL };
    const socket = io(url, {
      ...{ transports: ['websocket'], auth, reconnection: false, forceNew: true },
    });
    this.#socket = socket;
    socket.on('connect', () => this.#press());
  }

  leave(): void {
    this.#socket?.disconnect();
    this.#socket = null;
  }

  #press(): void {
    const socket = this.#socket;
    const command = this.#open ?? { ...take, id: uuid7(Date.now(), randomBytes(10)) };
    this.#open = command;
    socket?.emit('command', command, (answer: Answer) => {
      if (this.#socket !== socket) return;
      if (answer.ok) this.told.set(command.id, answer.number ?? '');
      this.#open = null;
      this.#press();
    });
  }
}
