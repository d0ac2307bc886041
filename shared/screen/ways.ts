import { type ManagerOptions, type Socket, WebSocket } from 'socket.io-client';
import { surely } from './surely.ts';

/** Each screen at its own moment: fifty that lost one hub do not all come back in one wave. */
export const COMING_BACK = {
  ...{ reconnectionDelay: 300, reconnectionDelayMax: 2000, randomizationFactor: 0.5 },
  timeout: 4000,
};

/** How a page comes to its hub, and comes back. */
export const WAYS: Partial<ManagerOptions> = {
  ...{ transports: [WebSocket], tryAllTransports: true },
  ...COMING_BACK,
};

/** Few have a proxy between that knows no websockets: what goes through one is fetched after a first failure. */
export function orByPolling({ io }: Pick<Socket, 'io'>): void {
  const learn = async () => {
    const { XHR } = await surely(() => import('./polling.ts'));
    io.opts.transports = [WebSocket, XHR];
  };
  io.once('error', () => void learn());
}
