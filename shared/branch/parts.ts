import { z } from 'zod';
import { type Settings, settingsSchema } from '../settings.ts';

const { branch, hours, services, counters, lines, targets, texts } = settingsSchema.shape;

/**
 * What a branch changes most, each part whole: those of the settings that are changed from the panel. Its
 * id and time zone are not among them: figures of other days stand on both.
 */
export const settingsParts = z
  .strictObject({ name: branch.shape.name, hours, services, counters, lines, targets, texts })
  .partial();
export type Parts = z.infer<typeof settingsParts>;
export type PartName = keyof Parts;

export const partNames = settingsParts.keyof().options;

export const partOf = (settings: Settings, name: PartName) =>
  name === 'name' ? settings.branch.name : settings[name];

/** The settings as these parts would make them. */
export function withParts(settings: Settings, { name, ...parts }: Parts): Settings {
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  const branch = name ? { ...settings.branch, name } : settings.branch;
  return { ...settings, ...Object.fromEntries(given), branch };
}
