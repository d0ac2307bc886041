import type { CounterId, DeviceId, ServiceId, StaffId, TicketId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { Branch } from './branch.ts';

export const [one, two, three] = ['1', '2', '3'] as unknown as readonly [
  CounterId,
  CounterId,
  CounterId,
];
export const [cash, account, business] = ['cash', 'account', 'business'] as ServiceId[] as [
  ServiceId,
  ServiceId,
  ServiceId,
];
export const staff = (id: string) => id as StaffId;
export const device = (id: string) => id as DeviceId;

export const take = (service = cash, more: object = {}): LobbyCommand => ({
  ...{ type: 'ticket.issue', service, class: 'ordinary', by: 'kiosk' },
  ...more,
});

export const teller = {
  device: 'dev-counter',
  person: 'T01',
  role: 'counter',
  counter: one,
} as const;
export const kiosk = { device: 'dev-kiosk', role: 'kiosk' } as const;
export const lobby = { person: 'L01' } as const;

export const idOf = (b: Branch, ordinal: number) =>
  `${b.lobby.visit.day?.date}.${ordinal}` as TicketId;
