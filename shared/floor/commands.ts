import { z } from 'zod';
import { counterId, helpId, ticketId } from '../ids.ts';
import { inspectionCommands } from './inspections/commands.ts';
import { meetingCommands } from './meetings/commands.ts';
import { noticeCommands } from './notices/commands.ts';
import { presidentCommands } from './presidents/commands.ts';
import { rosterCommands } from './roster/commands.ts';
import { trainingCommands } from './training/commands.ts';

/** Running the lobby: calls for a person, those who wait without a number, and the branch's records. */
export const floorCommands = [
  z.strictObject({
    type: z.literal('help.call'),
    /** The counter it is pressed at; a kiosk stands at none. */
    counter: counterId.optional(),
    /** 特殊关爱: a waiting ticket for which the counter asks priority. */
    ticket: ticketId.optional(),
  }),
  z.strictObject({ type: z.literal('help.answer'), help: helpId }),
  z.strictObject({
    type: z.literal('people.count'),
    without: z.number().int().min(0).max(999),
  }),
  ...inspectionCommands,
  ...rosterCommands,
  ...meetingCommands,
  ...presidentCommands,
  ...trainingCommands,
  ...noticeCommands,
] as const;

export const floorCommand = z.discriminatedUnion('type', floorCommands);
export type FloorCommand = z.infer<typeof floorCommand>;
export type FloorCommandOf<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;
