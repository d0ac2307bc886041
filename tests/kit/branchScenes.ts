import type { BranchRefusal } from '../../shared/branch/decide.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Post } from '../../shared/devices/roles.ts';
import type { Settings } from '../../shared/settings.ts';
import { type Story, story } from './story.ts';

type Scene = readonly [Story, (day: Story) => unknown];
type Codes =
  | BranchRefusal
  | `settings.${'inUse' | 'letterUsed' | 'nobodyServes'}`
  | 'staff.alreadyThere';

const boss = { person: 'b1', post: 'branchManager', pin: true } as const;
type Staff = { person: string; post: Post; pin: boolean };
export const setUp = (settings: Settings = defaultSettings, staff: readonly Staff[] = [boss]) => ({
  ...({ type: 'branch.setUp', settings } as const),
  staff: [...staff],
});
const made = () => story().does(setUp());
const waiting = () => story().opens('2').takes();
const { services, counters, branch } = defaultSettings;
const without = (service: string) =>
  counters.map((k) => ({
    ...k,
    services: k.services.filter((id) => id !== service),
  }));
const change = (from: object, to: object) => ({ type: 'branch.change', from, to }) as const;
const relettered = services.map((s) => (s.id === 'cash' ? { ...s, prefix: 'E' } : s));
const doubled = services.map((s) => ({ ...s, prefix: 'A' }));

/** Refusals of set-ups and changes of the settings, each met. */
export const branchScenes: Record<Codes, Scene> = {
  'branch.dayAhead': [
    story(),
    (d) =>
      d.does(setUp({ ...defaultSettings, branch: { ...branch, timeZone: 'Pacific/Honolulu' } })),
  ],
  'branch.isSetUp': [made(), (d) => d.does(setUp())],
  'branch.needsManager': [story(), (d) => d.does(setUp(undefined, [{ ...boss, pin: false }]))],
  'branch.nothingToSetBack': [made().takes(), (d) => d.does({ type: 'branch.setBack' })],
  'settings.inUse': [
    waiting(),
    (d) => d.sets({ services: services.filter((s) => s.id !== 'cash'), counters: without('cash') }),
  ],
  'settings.letterUsed': [waiting(), (d) => d.does(change({ services }, { services: relettered }))],
  'settings.moved': [
    story().does(change({ services }, { services: relettered })),
    (d) => d.does(change({ services }, { services })),
  ],
  'settings.nobodyServes': [
    waiting(),
    (d) => d.does(change({ counters }, { counters: without('cash') })),
  ],
  'settings.wrong': [story(), (d) => d.does(change({ services }, { services: doubled }))],
  'staff.alreadyThere': [story(), (d) => d.does(setUp(undefined, [boss, boss]))],
};
