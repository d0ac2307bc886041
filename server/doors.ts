import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Beat } from '../shared/wire.ts';
import type { Links } from './center/uplink/links.ts';
import type { Seer } from './foresight/seer.ts';
import type { Historian } from './history/historian.ts';
import type { Hub, HubParts } from './hub.ts';
import { placeOf } from './ledger/damage.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Photos } from './photos/store.ts';
import type { Printers } from './printer/printers.ts';
import { readinessOf } from './readiness.ts';
import { noBackups } from './upkeep/backup/rota.ts';
import { type Access, onlyThisMachine } from './web/access.ts';
import { Lenders } from './web/lenders.ts';
import { limitConnections, patience } from './web/limits.ts';
import { createRoutes, type RoutesParts } from './web/routes.ts';
import { attachSockets, type Sockets } from './web/sockets.ts';
import { Terminals } from './web/terminals.ts';

export interface Inside extends Pick<RoutesParts, 'pipeline' | 'publisher' | 'house'> {
  readonly metrics: Metrics;
  readonly printers: Printers;
  readonly historian: Historian;
  readonly seer: Seer;
  readonly links: Links;
  readonly photos: Photos;
  readonly history: () => Hub['history'];
}

/** Where screens and programs come in; nothing listens yet. */
export function openDoors(parts: HubParts, inside: Inside): { http: HttpServer; sockets: Sockets } {
  const { clock, pages, more, access = onlyThisMachine } = parts;
  const { free = async () => null, backups = noBackups } = parts;
  const { pipeline, publisher, house, historian, photos, metrics, history, links } = inside;
  const log: Log = (event, fields) => {
    if (typeof fields?.code === 'string') metrics.refused(fields.code);
    parts.log?.(event, fields);
  };
  const { pageOf = () => null } = parts;
  const common = { pipeline, publisher, house, historian, photos, log, access, pageOf };
  const readiness = () => readinessOf({ pipeline, clock, free, history, backups, links });
  const health = { readiness, metrics: metrics.registry };
  const routes = createRoutes({
    ...common,
    pages,
    health,
    clips: parts.clips ?? null,
    ...(more && { more }),
  });
  const http = serverFor(routes, access);
  const beat = (): Beat => ({
    ...{ at: clock.now().at, pace: clock.pace(), accepting: pipeline.accepting },
    ...(access.insecure && { insecure: true }),
    ...(pipeline.damage && { damage: placeOf(pipeline.damage) }),
  });
  const terminals = parts.terminals ?? new Terminals({ pipeline, clock });
  const lenders = new Lenders(pipeline);
  return { http, sockets: attachSockets(http, { ...common, clock, beat, terminals, lenders }) };
}

/** Nothing listens yet. */
export function serverFor(routes: RequestListener, access: Access): HttpServer {
  const server: HttpServer = access.tls
    ? createSecureServer({ ...patience, ...access.tls }, routes)
    : createServer(patience, routes);
  if (access.pairs) limitConnections(server);
  return server;
}
