import type { BusinessDate } from '../../ids.ts';
import type { Checklist, ChecklistItem, InspectedModule, Zone } from './checklist.ts';

type Points = Readonly<Record<string, number>>;

const of = (module: InspectedModule, points: Points): ChecklistItem[] =>
  Object.entries(points).map(([name, most]) => ({
    ...{ id: `${module}.${name}`, module, points: most },
  }));

const inZone = (zone: Zone, points: Points): ChecklistItem[] =>
  Object.entries(points).map(([name, most]) => ({
    ...{ id: `fiveS.${zone}${name}`, module: 'fiveS', zone, points: most },
  }));

/**
 * The checklist a branch has until it sets its own: after what public schemes name, with points that
 * are ours. Each module comes to 100. Texts stand in `words/checklist.ts`.
 */
export const STANDARD: Checklist = {
  version: 'ours-1',
  from: '2026-01-01' as BusinessDate,
  items: [
    ...of('environment', { sign: 10, hours: 10, clean: 20, light: 10, notices: 10 }),
    ...of('environment', { access: 20, pledge: 10, complaints: 10 }),
    ...of('appearance', { uniform: 25, badge: 15, hair: 20, shoes: 15, manner: 25 }),
    ...of('meeting', { held: 30, ten: 20, present: 20, topics: 20, record: 10 }),
    ...of('counter', {
      greet: 15,
      hands: 15,
      listen: 15,
      told: 15,
      receipt: 15,
      invite: 10,
      bye: 15,
    }),
    ...of('lobby', { welcome: 20, guide: 20, line: 20, special: 20, calm: 20 }),
    ...inZone('consulting', { Sign: 4, Book: 4, Leaflets: 4 }),
    ...inZone('waiting', { Chairs: 4, Calls: 4, Machine: 4 }),
    ...inZone('electronic', { Devices: 5, Guide: 5 }),
    ...inZone('selfService', { Screens: 6, Floor: 6 }),
    ...inZone('cash', { Desk: 6, Plate: 5 }),
    ...inZone('nonCash', { Desk: 6, Forms: 5 }),
    ...inZone('vip', { Room: 5, Private: 5 }),
    ...inZone('rest', { Tidy: 5, Food: 5 }),
    ...inZone('vouchers', { Locked: 6, Labels: 6 }),
    ...of('duty', { present: 25, patrol: 20, count: 15, guard: 20, equipment: 20 }),
  ],
};
