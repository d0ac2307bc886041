import type { PlaceKind } from '../../shared/questions/setUpStart.ts';
import { type Settings, settingsSchema } from '../../shared/settings.ts';
import bank from './bank.json' with { type: 'json' };
import blank from './blank.json' with { type: 'json' };
import clinic from './clinic.json' with { type: 'json' };
import government from './government.json' with { type: 'json' };

/** Kinds of place 场所, each a settings file that `--settings` takes as well. */
export const samples: Readonly<Record<PlaceKind, Settings>> = {
  bank: settingsSchema.parse(bank),
  government: settingsSchema.parse(government),
  clinic: settingsSchema.parse(clinic),
  blank: settingsSchema.parse(blank),
};
