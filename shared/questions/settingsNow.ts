import { isSame } from '../branch/same.ts';
import type { Branch, Change } from '../branch/state.ts';
import { defaultSettings } from '../defaults.ts';
import type { StaffId } from '../ids.ts';
import type { Settings } from '../settings.ts';

/**
 * The settings in force, as they may be read on a screen: no address of a machine, and what
 * tells cards apart is counted only.
 */
export type SettingsNow = Omit<Settings, 'cards' | 'printers'> & {
  readonly printers: readonly { readonly name: string; readonly kiosks: number }[];
  readonly cards: { readonly prefixes: number; readonly single: number } | null;
  /** What this branch set itself; the rest is as the program came. */
  readonly own: readonly (keyof Settings)[];
  /** Its last changes, newest first; `name` of whoever made it, as long as it is kept. */
  readonly changes: readonly (Change & { readonly name: string | null })[];
};

export function settingsNow(
  settings: Settings,
  { changes }: Branch,
  people: ReadonlyMap<StaffId, string>,
): SettingsNow {
  const { cards, printers = [], ...shown } = settings;
  const known = cards && {
    prefixes: cards.prefixes.length,
    single: cards.hashes?.cards.length ?? 0,
  };
  const names = Object.keys(settings) as (keyof Settings)[];
  const own = names.filter((name) => !isSame(settings[name], defaultSettings[name]));
  return {
    ...shown,
    printers: printers.map(({ id, name, kiosks }) => ({ name: name ?? id, kiosks: kiosks.length })),
    cards: known ?? null,
    own,
    changes: changes
      .map((one) => ({ ...one, name: (one.by && people.get(one.by)) ?? null }))
      .reverse(),
  };
}
