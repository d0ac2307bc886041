import { isSame } from '../branch/same.ts';
import { defaultSettings } from '../defaults.ts';
import { isFounding } from '../devices/state.ts';
import type { Lobby } from '../lobby.ts';
import type { Settings } from '../settings.ts';

/** Kinds of place 场所 that there are settings for. */
export type PlaceKind = 'bank' | 'government' | 'clinic' | 'blank';

/** Where other devices find this hub. */
export interface Reach {
  /** Names and addresses it answers to, this machine's own left out; none: it listens to itself alone. */
  readonly hosts: readonly string[];
  /** Screens have to be let in. */
  readonly pairs: boolean;
}

/** What a set-up begins with, and where it stands. */
export interface SetUpStart {
  readonly samples: Readonly<Record<PlaceKind, Settings>>;
  readonly now: Settings;
  /** Nothing was set yet: the settings are as the program came. */
  readonly isDefault: boolean;
  /** No branch manager can sign in yet: a set-up may be made. */
  readonly isOpen: boolean;
  /** When the set-up was made that can still be set back. */
  readonly madeAt: number | null;
  readonly reach: Reach;
}

export function setUpStart(
  { visit, devices, branch }: Lobby,
  samples: SetUpStart['samples'],
  reach: Reach,
): SetUpStart {
  const { settings } = visit;
  const unset = { ...settings, branch: { ...settings.branch, timeZone: '' } };
  const asCame = { ...defaultSettings, branch: { ...defaultSettings.branch, timeZone: '' } };
  return {
    ...{ samples, now: settings, isDefault: isSame(unset, asCame), reach },
    ...{ isOpen: isFounding(devices), madeAt: branch.setUp?.at ?? null },
  };
}
