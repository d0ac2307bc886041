import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import type { Answer } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import { gate, senderFrom } from '../devices/gate.ts';
import { parseCommand, parseViewKey } from '../parse.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Publisher } from '../publisher.ts';
import { onlyOurOwn, secured } from './headers.ts';

export interface RoutesParts {
  readonly pipeline: Pipeline;
  readonly publisher: Publisher;
  /** Folder of the built pages. */
  readonly pages: string | null;
  /** Further routes of a rehearsal. */
  readonly more?: (app: Express) => void;
}

/** The hub's HTTP side: pages, commands for programs without a socket, views, and a sign of life. */
export function createRoutes({ pipeline, publisher, pages, more }: RoutesParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyOurOwn, secured());
  app.get('/livez', (_, res) => void res.json({ ok: true }));

  app.post('/api/commands', express.json({ limit: '64kb', strict: true }), async (req, res) => {
    const sender = senderFrom(req.socket.remoteAddress);
    const command = parseCommand(req.body);
    if (!sender) return send(res, refused({ code: 'gate.forbidden' }));
    if (!command.ok) return send(res, refused(command.refusal));
    if (!gate.mayCommand(sender, command.value))
      return send(res, refused({ code: 'gate.forbidden' }));
    send(res, await pipeline.submit(command.value, sender));
  });

  app.get('/api/views/:name', (req, res) => {
    const sender = senderFrom(req.socket.remoteAddress);
    const key = parseViewKey({ ...req.query, name: req.params.name });
    if (!key.ok) return send(res, refused(key.refusal));
    if (!sender || !gate.mayWatch(sender, key.value))
      return send(res, refused({ code: 'gate.forbidden' }));
    res.set('Cache-Control', 'no-store').json(publisher.show(key.value));
  });

  if (more) more(app);
  // Pages ask whether this is a demo: here it is none.
  else app.get('/demo', (_, res) => void res.json(null));
  if (pages) servePages(app, pages);
  app.use((_, res) => send(res, refused({ code: 'view.unknown' })));
  app.use(badBody);
  return app;
}

function servePages(app: Express, pages: string): void {
  app.get('/', (_, res) => res.redirect('/display/home/'));
  // Names of built files carry their content's hash: they never change, the pages may.
  app.use('/assets', express.static(join(pages, 'assets'), { immutable: true, maxAge: '1y' }));
  app.use(express.static(pages, { cacheControl: false }));
}

const STATUS: Partial<Record<Extract<Answer, { ok: false }>['code'], number>> = {
  'command.malformed': 400,
  'gate.forbidden': 403,
  'hub.fault': 500,
  'hub.notSaved': 503,
  'hub.readOnly': 503,
  'view.unknown': 404,
};

/** A refusal by the rules is a conflict with the state of things: 409. */
function send(res: Response, answer: Answer): void {
  res.status(answer.ok ? 200 : (STATUS[answer.code] ?? 409)).json(answer);
}

/** Bodies that are no JSON, or too large, are refused like any other nonsense. */
const badBody: express.ErrorRequestHandler = (_error, _req, res, _next) => {
  const details = { at: 'body', problem: 'unreadable' };
  send(res, refused({ code: 'command.malformed', details }));
};
