import type { Post } from '../../shared/devices/roles.ts';
import { isWeak } from '../../shared/devices/weak.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { PlaceKind } from '../../shared/questions/setUpStart.ts';
import { words } from '../../shared/screen/language.ts';
import type { Settings } from '../../shared/settings.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import {
  branchFlaws,
  counterFlaws,
  type Flaw,
  hourFlaws,
  isId,
  lineFlaws,
  serviceFlaws,
} from '../forms/flaws.ts';

export const STEPS = [
  ...(['kind', 'branch', 'services', 'counters'] as const),
  ...(['hours', 'lines', 'staff', 'check'] as const),
] as const;
export type Step = (typeof STEPS)[number];

export interface Person {
  /** Of this form only. */
  readonly key: string;
  readonly id: string;
  readonly post: Post;
  readonly name: string;
}

/** The form as it is kept in this browser: no PIN is ever in it. */
export interface Draft {
  readonly step: Step;
  /** Nothing but this is filled in before it is chosen. */
  readonly kind: PlaceKind | 'now' | '';
  readonly settings: Settings | Record<string, never>;
  readonly staff: readonly Person[];
}

/** Once a kind of place is chosen. */
export const settingsOf = ({ kind, settings }: Draft): Settings | null =>
  kind === '' ? null : (settings as Settings);

/** PINs by a person's key: in this page's memory alone. */
export type Pins = Readonly<Record<string, string>>;

export const blank: Draft = {
  ...{ step: 'kind', kind: '', settings: {} },
  staff: (['branchManager', 'lobbyManager', 'teller', 'teller'] as const).map((post, i) => ({
    ...{ key: `p${i + 1}`, id: `00${i + 1}`, post, name: '' },
  })),
};

/** Six digits nobody could guess, and none that a guesser tries first. */
export function randomPin(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  const pin = String(drawn % 1_000_000).padStart(6, '0');
  return isWeak(pin) ? randomPin() : pin;
}

export const withPins = (pins: Pins, staff: readonly Person[]): Pins => {
  const lacking = staff.filter(({ key }) => pins[key] === undefined);
  if (lacking.length === 0) return pins;
  return { ...pins, ...Object.fromEntries(lacking.map(({ key }) => [key, randomPin()])) };
};

function staffFlaws(staff: readonly Person[], pins: Pins): Flaw[] {
  const w = words(settingsForms).flaws;
  const ids = staff.map((p) => p.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  const isRight = (pin = '') => /^\d{6,12}$/.test(pin) && !isWeak(pin);
  const says = [
    ...(twice ? [w.personTwice(twice)] : []),
    ...ids.filter((id) => !isId(id)).map(w.personWrong),
    ...staff.filter((p) => !isRight(pins[p.key])).map((p) => w.pinWrong(p.name || p.id)),
    ...(staff.length === 0 || staff.some((p) => p.post === 'branchManager') ? [] : [w.noManager()]),
  ];
  return says.map((said) => ({ at: 'staff', says: said }));
}

/** All that is still to be put right, in the order of the steps. */
export function flawsOf(settings: Settings, staff: readonly Person[], pins: Pins): Flaw[] {
  return [
    ...branchFlaws(settings.branch),
    ...serviceFlaws(settings),
    ...counterFlaws(settings),
    ...hourFlaws(settings),
    ...lineFlaws(settings),
    ...staffFlaws(staff, pins),
  ];
}

/** Whoever works here, as the hub is asked to enter them. */
export const newcomers = (staff: readonly Person[], pins: Pins) =>
  staff.map(({ key, id, post, name }) => ({
    ...{ person: id as StaffId, post, pin: pins[key] ?? '' },
    ...(name.trim() && { name: name.trim() }),
  }));
