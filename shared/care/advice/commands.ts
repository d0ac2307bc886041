import { z } from 'zod';
import { counterId } from '../../ids.ts';

export const adviceCommands = [
  /** One touch on what the hub advises now; the figures are the hub's, not the screen's. */
  z.strictObject({
    type: z.literal('advice.accept'),
    does: z.enum(['open', 'pause', 'assign']),
    counter: counterId,
  }),
] as const;
export type AdviceCommand = z.infer<(typeof adviceCommands)[number]>;
