import express, { type Express } from 'express';
import { z } from 'zod';
import type { TurnedClock } from '../clock.ts';

const paceSchema = z.strictObject({ pace: z.number().min(0).max(600) });

interface DemoParts {
  readonly clock: TurnedClock;
  readonly seed: number;
  readonly beat: () => void;
}

/** What only a demo has: how fast its time goes. */
export const demoRoutes =
  ({ clock, seed, beat }: DemoParts) =>
  (app: Express): void => {
    const state = () => ({ pace: clock.pace(), seed, at: clock.now().at });
    app.get('/demo', (_, res) => void res.json(state()));
    app.post('/demo/pace', express.json({ limit: '1kb' }), (req, res) => {
      const wanted = paceSchema.safeParse(req.body);
      if (!wanted.success)
        return void res.status(400).json({ error: 'give {"pace": N}, N from 0 to 600' });
      clock.setPace(wanted.data.pace);
      beat();
      res.json(state());
    });
  };
