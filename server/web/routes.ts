import express, { type Express, type Request, type Response } from 'express';
import type { Answer, RequestAnswer } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import { gate } from '../devices/gate.ts';
import type { House } from '../devices/house.ts';
import type { Historian } from '../history/historian.ts';
import type { Log } from '../log.ts';
import { parseCommand, parseRequest, parseViewKey } from '../parse.ts';
import { photoRoutes } from '../photos/routes.ts';
import type { Photos } from '../photos/store.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Publisher } from '../publisher.ts';
import { type Access, onlyThisMachine } from './access.ts';
import { badBody, noted, send, sized } from './answering.ts';
import { clipRoutes } from './clips.ts';
import { describedRoute } from './described.ts';
import { assets, files } from './files.ts';
import { guestsOf, senderOf } from './guests.ts';
import { onlyOurOwn, secured } from './headers.ts';
import { type HealthParts, healthRoutes } from './health.ts';
import { MOST_BYTES, ofAddress, paced } from './limits.ts';
import { type PageOf, withPage } from './page.ts';
import { pairingRoutes } from './pairing.ts';
import { questionRoutes } from './questions.ts';

export interface RoutesParts {
  readonly pipeline: Pipeline;
  readonly publisher: Publisher;
  readonly house: House;
  readonly historian: Historian;
  readonly photos: Photos;
  readonly health: HealthParts;
  readonly log: Log;
  readonly access?: Access;
  /** Folder of the built pages. */
  readonly pages: string | null;
  readonly pageOf?: PageOf;
  /** Folder of the branch's own recordings; it need not exist. */
  readonly clips?: string | null;
  /** Further routes of a rehearsal. */
  readonly more?: (app: Express) => void;
}

/** The hub's HTTP side: pages, commands for programs without a socket, views, and signs of life. */
export function createRoutes(parts: RoutesParts): Express {
  const { house, log, pages, more, access = onlyThisMachine } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyOurOwn(access, log), secured());
  app.get('/livez', (_, res) => void res.json({ ok: true }));
  if (access.pairs) app.use(['/api', '/clips'], paced(ofAddress));
  photoRoutes(app, parts);
  app.use('/api', sized(MOST_BYTES));
  pairingRoutes(app, { house, log, access });
  healthRoutes(app, parts.health, house);
  askingRoutes(app, parts);
  questionRoutes(app, parts);
  describedRoute(app, house);
  clipRoutes(app, parts.clips ?? null);
  if (more) more(app);
  // Pages ask whether this is a demo: here it is none.
  else app.get('/demo', (_, res) => void res.json(null));
  if (pages) servePages(app, pages);
  app.use((_, res) => send(res, refused({ code: 'view.unknown' })));
  app.use(badBody);
  return app;
}

function askingRoutes(app: Express, { pipeline, publisher, house, log, pageOf }: RoutesParts) {
  const body = express.json({ limit: MOST_BYTES, strict: true });
  const guests = guestsOf(house);
  const answer = (res: Response, said: Answer | RequestAnswer, what: string) =>
    send(res, noted(said, what, senderOf(res), log));

  app.post('/api/commands', guests, body, async (req: Request, res) => {
    const command = parseCommand(req.body);
    if (!command.ok) return send(res, refused(command.refusal));
    const no = gate.command(senderOf(res), command.value, pipeline.lobby);
    const sender = senderOf(res);
    const said = no ? refused({ code: no }) : await pipeline.submit(command.value, sender);
    answer(res, withPage(command.value, said, pageOf), command.value.type);
  });

  app.post('/api/requests', guests, body, async (req: Request, res) => {
    const request = parseRequest(req.body);
    if (!request.ok) return send(res, refused(request.refusal));
    const no = gate.request(senderOf(res), request.value);
    const { desk } = house;
    const said = no ? refused({ code: no }) : await desk.answer(request.value, senderOf(res));
    answer(res, said, request.value.type);
  });

  app.get('/api/views/:name', guests, (req, res) => {
    const key = parseViewKey({ ...req.query, name: req.params.name });
    if (!key.ok) return send(res, refused(key.refusal));
    const no = gate.view(senderOf(res), key.value);
    if (no) return answer(res, refused({ code: no }), key.value.name);
    res.set('Cache-Control', 'no-store').json(publisher.show(key.value));
  });
}

function servePages(app: Express, pages: string): void {
  app.get('/', (_, res) => res.redirect('/display/home/'));
  app.use('/assets', assets(pages));
  app.use(files(pages));
}
