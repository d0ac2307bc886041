import { z } from 'zod';
import { counterId, deviceId, printerId, staffId } from '../ids.ts';
import { deviceRole, post } from './roles.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const place = { device: deviceId, role: deviceRole, counter: counterId.optional() };
const person = { person: staffId };

/**
 * Who may be in the house. What carries a code, a PIN or a name never comes this way: see
 * `requests.ts`. The hub says the ones it makes of those itself.
 */
export const devicesCommands = [
  command('device.approve', place),
  command('device.place', place),
  command('device.revoke', { device: deviceId }),
  command('device.online', { device: deviceId }),
  command('device.offline', { device: deviceId }),
  command('staff.add', { ...person, post }),
  command('staff.post', { ...person, post }),
  command('staff.leave', person),
  command('staff.pinSet', { ...person, by: z.enum(['console', 'manager', 'self']) }),
  command('staff.erase', person),
  command('person.signIn', { ...person, device: deviceId }),
  command('person.signOut', { device: deviceId }),
  command('printer.online', { printer: printerId }),
  command('printer.offline', { printer: printerId }),
] as const;

export const devicesCommand = z.discriminatedUnion('type', devicesCommands);
export type DevicesCommand = z.infer<typeof devicesCommand>;
export type DevicesCommandOf<T extends DevicesCommand['type']> = Extract<
  DevicesCommand,
  { type: T }
>;
