import type { Command } from '../../shared/lobby.ts';
import type { ViewKey } from '../../shared/views/views.ts';

/** Who asks: a screen of the branch, a program on the same machine, or the hub itself. */
export interface Sender {
  readonly device: string | null;
  readonly person: string | null;
  readonly role: 'hub' | 'loopback';
}

export const theHub: Sender = { device: 'hub', person: null, role: 'hub' };

/** What only the hub may say: the passing of days and time, and who is connected. */
const HUB_ONLY = new Set<Command['type']>([
  'clock.step',
  'day.open',
  'doors.set',
  'hub.start',
  'terminal.offline',
  'terminal.online',
  'tick',
]);

/**
 * The one place that says who may do what. While the hub listens on loopback only, whoever reaches
 * it sits at the machine; devices with tokens and people with roles find their place here.
 */
export const gate = {
  mayCommand: (sender: Sender, command: Command): boolean =>
    sender.role === 'hub' || !HUB_ONLY.has(command.type),
  mayWatch: (_sender: Sender, _key: ViewKey): boolean => true,
};

export const senderFrom = (address: string | undefined): Sender | null =>
  isLoopback(address) ? { device: null, person: null, role: 'loopback' } : null;

const isLoopback = (address = '') =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
