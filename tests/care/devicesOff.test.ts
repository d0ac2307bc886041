import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { story } from '../kit/story.ts';

const printers = [{ id: 'p1', host: '127.0.0.1', port: 9100 }];
const settings = settingsSchema.parse({ ...defaultSettings, printers });

/** A branch whose kiosk and display are there. */
const paired = () => {
  const day = story(settings);
  for (const [device, role] of [
    ['dev-k', 'kiosk'],
    ['dev-d', 'display'],
    ['dev-c', 'manager'],
  ] as const)
    day.does({ type: 'device.approve', device, role }).does({ type: 'device.online', device });
  return day.ticks();
};
const goes = (device: string) => ({ type: 'device.offline', device }) as const;

test('a kiosk that is not heard for two minutes is an orange alert, a display a yellow one', () => {
  const day = paired().does(goes('dev-k')).does(goes('dev-d')).after(119).ticks();
  expect(day.alerts).toEqual([]);
  expect(day.after(1).ticks().alerts).toEqual([
    ...['deviceOffline dev-k orange', 'deviceOffline dev-d yellow'],
  ]);
  expect(day.does({ type: 'device.online', device: 'dev-k' }).ticks().alerts).toEqual([
    'deviceOffline dev-d yellow',
  ]);
});

test('a panel that is shut, and a kiosk that was taken away, are nobody’s alarm', () => {
  const day = paired().does(goes('dev-c')).does(goes('dev-k'));
  day.does({ type: 'device.revoke', device: 'dev-k' }).after(300).ticks();
  expect(day.alerts).toEqual([]);
});

test('a printer that prints nothing is one too, until it prints or is set no more', () => {
  const day = paired().does({ type: 'printer.offline', printer: 'p1' }).after(120).ticks();
  expect(day.alerts).toEqual(['deviceOffline p1 yellow']);
  day.does({ type: 'printer.offline', printer: 'p1' });
  expect(day.count('printer.offline')).toBe(1);
  expect(day.does({ type: 'printer.online', printer: 'p1' }).ticks().alerts).toEqual([]);
  day.does({ type: 'printer.offline', printer: 'p1' }).after(120).ticks();
  expect(day.sets({ printers: [] }).ticks().alerts).toEqual([]);
});

test('while the doors are shut nobody needs them', () => {
  const shut = {
    ...settings,
    hours: {
      week: Array.from({ length: 7 }, () => ({ open: '08:00', close: '09:30' })),
      ...{ exceptions: {}, ticketsBeforeMinutes: 0 },
    },
  };
  const day = story(shut).does({ type: 'device.approve', device: 'dev-k', role: 'kiosk' }).ticks();
  expect(day.at('09:03').ticks().alerts.join()).toContain('deviceOffline');
  expect(day.at('09:31').ticks().alerts.join()).not.toContain('deviceOffline');
});

test('a hub that starts anew looks again before it says that a printer is off', () => {
  const day = paired().does({ type: 'printer.offline', printer: 'p1' }).restarts();
  expect(day.lobby.devices.printersOff).toEqual({});
});
