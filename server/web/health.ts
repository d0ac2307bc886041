import type { Express, Request } from 'express';
import type { Registry } from 'prom-client';
import { refused } from '../answers.ts';
import { isThisMachine } from '../devices/doorman.ts';
import type { House } from '../devices/house.ts';
import type { Readiness } from '../readiness.ts';
import { send } from './answering.ts';
import { knockOf } from './credentials.ts';

export interface HealthParts {
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Registry;
}

/** For whoever runs the hub: this machine itself, or a paired manager's panel. */
export function healthRoutes(
  app: Express,
  { readiness, metrics }: HealthParts,
  house: House,
): void {
  const mayLook = (req: Request) => {
    const knock = knockOf(req);
    if (isThisMachine(knock)) return true;
    const guest = house.doorman.admit(knock);
    return guest !== null && house.doorman.sender(guest)?.role === 'manager';
  };

  app.get('/readyz', async (req, res) => {
    if (!mayLook(req)) return send(res, refused({ code: 'gate.forbidden' }));
    const found = await readiness();
    res
      .status(found.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(found);
  });

  app.get('/metrics', async (req, res) => {
    if (!mayLook(req)) return send(res, refused({ code: 'gate.forbidden' }));
    res.type(metrics.contentType).send(await metrics.metrics());
  });
}
