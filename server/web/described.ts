import type { Express } from 'express';
import type { House } from '../devices/house.ts';
import { guestsOf } from './guests.ts';

/** What a program may ask here, for whoever is let in; made when it is first wanted. */
export function describedRoute(app: Express, house: House): void {
  let made: string | null = null;
  app.get('/api/openapi.json', guestsOf(house), async (_, res) => {
    made ??= JSON.stringify((await import('../openapi/document.ts')).openApi());
    res.set('Cache-Control', 'no-cache').type('json').send(made);
  });
}
