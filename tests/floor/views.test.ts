import { expect, test } from 'vitest';
import type { CounterId, DeviceId } from '../../shared/ids.ts';
import { nothingOutside } from '../../shared/views/devices.ts';
import { viewOf } from '../../shared/views/views.ts';
import { type Story, story } from '../kit/story.ts';

const outside = { ...nothingOutside, names: new Map([['k1' as DeviceId, 'by the door']]) };
const floor = (day: Story) => viewOf({ name: 'floor' }, day.lobby, day.now, outside);
const counter = (day: Story, id: string) =>
  viewOf({ name: 'counter', counter: id as CounterId }, day.lobby, day.now);

test('the tablet is told where each call came from, since when, and for which ticket', () => {
  const day = story()
    .takes()
    .asks(undefined, { device: 'k1' })
    .after(9)
    .asks('2', { number: 'A001' });
  expect(floor(day).help).toMatchObject([
    { device: 'by the door', counter: null, ticket: null, at: day.now - 9000 },
    { device: null, counter: { zh: '2号窗口' }, ticket: { number: 'A001' } },
  ]);
  day.opens('3').calls('3');
  expect(floor(day).help[1]?.ticket).toBe(null);
});

test('a counter sees what it has asked for, and no other one does', () => {
  const day = story().takes().asks('2', { number: 'A001' }).asks('3');
  expect(counter(day, '2').asked).toEqual({ help: false, first: [day.id('A001')] });
  expect(counter(day, '3').asked).toEqual({ help: true, first: [] });
  day.letsFirst('A001').answers(2);
  expect([counter(day, '2').asked, counter(day, '3').asked]).toEqual([
    { help: false, first: [] },
    { help: false, first: [] },
  ]);
});

test('a kiosk finds its own call, and learns of no counter’s', () => {
  const day = story().asks(undefined, { device: 'k1' }).asks().asks('2');
  expect(viewOf({ name: 'kiosk' }, day.lobby, day.now).help).toEqual(['k1', null]);
});

test('the tablet is told which screens are off, by name and since when', () => {
  const place = { type: 'device.approve', device: 'k1', role: 'kiosk' } as const;
  const day = story()
    .does(place)
    .does({ ...place, device: 'd2', role: 'display' });
  day.does({ type: 'device.online', device: 'd2' });
  expect(floor(day).off).toEqual([
    { id: 'k1', name: 'by the door', role: 'kiosk', counter: null, since: day.now },
  ]);
  expect(floor(day).count).toMatchObject({ last: null });
});
