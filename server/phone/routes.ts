import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import type { Foreseen } from '../../shared/foresight/expectation.ts';
import { dateOf, type TicketId } from '../../shared/ids.ts';
import { type VisitView, visitView } from '../../shared/views/visit.ts';
import type { Clock } from '../clock.ts';
import { gate, type Sender } from '../devices/gate.ts';
import type { Log } from '../log.ts';
import { parseCommand } from '../parse.ts';
import type { Pipeline } from '../pipeline.ts';
import { sized } from '../web/answering.ts';
import { assets } from '../web/files.ts';
import { type Names, onlyByName, sealed } from './door.ts';
import { visitFiles } from './files.ts';
import { MOST_BYTES, phoneLimits, slowDown } from './limits.ts';
import { ticketAt } from './places.ts';
import { Streams } from './streams.ts';

export interface PhoneRoutesParts {
  readonly pipeline: Pick<Pipeline, 'lobby' | 'submit'>;
  readonly clock: Clock;
  readonly foreseen: Foreseen;
  readonly secret: Buffer;
  readonly names: () => Names;
  readonly proxied: boolean;
  /** Folder of the built pages. */
  readonly pages: string | null;
  readonly log: Log;
}

/** Nobody, nothing, and somebody else's: said in the same words. */
const unknown = (res: Response) => void res.status(404).json({ ok: false, code: 'visit.unknown' });

/** All there is on the phones' listener: one page, one ticket's view, two presses. */
export function phoneRoutes(parts: PhoneRoutesParts): { app: Express; stop: () => void } {
  const { secret, proxied, names, log, clock, pipeline, foreseen } = parts;
  const app = express();
  app.disable('x-powered-by');
  const limits = phoneLimits(proxied);
  app.use(onlyByName(names, log), sealed(), limits.everybody);
  if (parts.pages) servePage(app, parts.pages);
  const show = (ticket: TicketId) => visitView(pipeline.lobby, ticket, clock.now().at, foreseen);
  const streams = new Streams(clock, show);
  const visit = express.Router();
  visit.use('/:place', sized(MOST_BYTES), (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    const ticket = ticketAt(secret, String(req.params.place));
    if (!ticket) return limits.mayBeWrong(req) ? unknown(res) : slowDown(res);
    if (!limits.mayAsk(ticket)) return slowDown(res);
    res.locals.ticket = ticket;
    next();
  });
  visit.get('/:place/view', (_, res) => answer(res, show(ticketOf(res)), parts));
  visit.get('/:place/live', (_, res) => {
    if (!show(ticketOf(res))) return unknown(res);
    if (!streams.open(ticketOf(res), res)) res.status(503).json({ ok: false, code: 'visit.full' });
  });
  visit.post(
    ['/:place/rating', '/:place/leave'],
    (_, res, next) => (limits.mayPress(ticketOf(res)) ? next() : slowDown(res)),
    express.json({ limit: MOST_BYTES, strict: true }),
    async (req, res) => {
      const type = req.path.endsWith('/leave') ? 'ticket.leave' : 'rating.byPhone';
      await press(res, { ...req.body, type, ticket: ticketOf(res) }, parts);
    },
  );
  app.use('/v', visit);
  app.use((_, res) => unknown(res));
  app.use(badBody);
  return { app, stop: () => streams.stop() };
}

const ticketOf = (res: Response) => res.locals.ticket as TicketId;

/** A ticket of another day has no view any more: its own paper is told so, and no other. */
function answer(res: Response, view: VisitView | null, { pipeline }: PhoneRoutesParts): void {
  if (view) return void res.json(view);
  const { day } = pipeline.lobby.visit;
  if (dateOf(ticketOf(res)) === day?.date) unknown(res);
  else res.json({ past: true });
}

/** Reasons a page has a sentence for; about anything else in the hub no phone is told. */
const TOLD = /^(rating\.|ticket\.|day\.closed$)/;

async function press(res: Response, input: object, parts: PhoneRoutesParts): Promise<void> {
  const command = parseCommand(input);
  if (!command.ok) return void res.status(400).json({ ok: false, code: 'command.malformed' });
  const sender: Sender = { device: 'phone', person: null, role: 'phone', ticket: ticketOf(res) };
  const no = gate.command(sender, command.value, parts.pipeline.lobby);
  if (no) return void res.status(403).json({ ok: false, code: no });
  const said = await parts.pipeline.submit(command.value, sender);
  if (said.ok) return void res.json({ ok: true });
  const code = TOLD.test(said.code) ? said.code : 'hub.notSaved';
  res.status(code === 'hub.notSaved' ? 503 : 409).json({ ok: false, code });
}

function servePage(app: Express, pages: string): void {
  const { html, has } = visitFiles(pages);
  const files = assets(pages);
  app.use('/assets', (req, res, next) =>
    has(`assets${req.path}`) ? files(req, res, next) : unknown(res),
  );
  // The same page for every address: what it then shows is for the token to say.
  app.get(
    '/v/:place',
    (_, res) => void res.set('Cache-Control', 'no-store').type('html').send(html),
  );
}

const badBody: ErrorRequestHandler = (_error, req, res, _next) => {
  if (res.headersSent) return void req.socket.destroy();
  res.status(400).json({ ok: false, code: 'command.malformed' });
};
