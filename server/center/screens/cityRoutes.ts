import express, { type Express, type Request, type Response } from 'express';
import type { PersonId } from '../../../shared/city/ids.ts';
import { choosing, founding, signingIn } from '../../../shared/city/requests.ts';
import type { CityNo, CityReceived } from '../../../shared/city/wire.ts';
import type { Log } from '../../log.ts';
import { sized } from '../../web/answering.ts';
import { knockOf } from '../../web/credentials.ts';
import { assets, files } from '../../web/files.ts';
import { MOST_BYTES, ofAsking, paced } from '../../web/limits.ts';
import { cityNo } from '../no.ts';
import type { PeopleDesk } from '../people/desk.ts';
import type { CityPublisher } from './cityPublisher.ts';
import type { Reception } from './reception.ts';

export interface CityRoutesParts {
  readonly reception: Reception;
  readonly desk: PeopleDesk;
  readonly publisher: CityPublisher;
  readonly log: Log;
  /** Folder of the built pages. */
  readonly pages: string | null;
}

const STATUS: Readonly<Record<string, number>> = {
  'city.fault': 500,
  'city.notSaved': 503,
  'city.readOnly': 503,
  'door.codeUnknown': 403,
  'door.fault': 503,
  'door.forbidden': 403,
  'door.malformed': 400,
  'door.notKnown': 403,
  'door.outside': 403,
  'door.signedOut': 401,
  'door.tooFast': 429,
  'door.unknown': 404,
  'door.wait': 429,
};

type Said = { readonly ok: true } | CityNo | { readonly rev: number };

/** A refusal by the rules is a conflict with the state of things: 409. */
function send(res: Response, said: Said): void {
  const isNo = 'ok' in said && !said.ok;
  res.set('Cache-Control', 'no-store');
  res.status(isNo ? (STATUS[said.code] ?? 409) : 200).json(said);
}

const tokenOf = (req: Request) => knockOf(req).credential;

/** The screens' HTTP side: pages, the door, and for programs without a socket what a screen may ask. */
export function cityRoutes(app: Express, parts: CityRoutesParts): void {
  const { reception, publisher, pages } = parts;
  const body = [sized(MOST_BYTES), express.json({ limit: MOST_BYTES, strict: true })];
  doorRoutes(app, parts);
  app.post('/api/city/commands', ...body, async (req, res) =>
    send(res, await reception.command(req.body, tokenOf(req))),
  );
  app.post('/api/city/requests', ...body, async (req, res) =>
    send(res, await reception.request(req.body, tokenOf(req))),
  );
  app.post('/api/city/questions', ...body, async (req, res) =>
    send(res, await reception.ask(req.body, tokenOf(req))),
  );
  app.get('/api/city/questions/:type', async (req, res) =>
    send(res, await reception.ask({ ...req.query, type: req.params.type }, tokenOf(req))),
  );
  app.get('/api/city/views/:name', async (req, res) => {
    const key = { ...req.query, name: req.params.name };
    send(
      res,
      await reception.view(key, tokenOf(req), (wanted, asker) => publisher.show(wanted, asker)),
    );
  });
  app.get('/api/city/files/:type', async (req, res) => {
    const wanted = { ...req.query, type: req.params.type };
    const said = await reception.file(wanted, tokenOf(req));
    if (!('file' in said)) return send(res, said);
    if (!said.file) return send(res, cityNo('door.unknown'));
    const { name, type, bytes } = said.file;
    res
      .set('Cache-Control', 'no-store')
      .set('Content-Disposition', `attachment; filename="${name}"`);
    res.type(type).send(Buffer.from(bytes));
  });
  if (!pages) return;
  app.get('/', (_, res) => res.redirect('/display/center/'));
  app.use('/assets', assets(pages));
  app.use(files(pages));
}

/** All that somebody who has not signed in may reach: whether there is anybody, and the way in. */
function doorRoutes(app: Express, { desk, log }: CityRoutesParts): void {
  const body = [paced(ofAsking), sized(1024), express.json({ limit: 1024, strict: true })];
  const malformed = cityNo('door.malformed', { at: 'body' });
  const said = (res: Response, what: string, typed: PersonId | null, answer: CityReceived) => {
    const code = answer.ok ? null : answer.code;
    // A password is typed into the wrong field now and then: what names nobody is not written down.
    const person = typed && desk.knows(typed) ? typed : null;
    log(answer.ok ? 'door.entered' : 'door.refused', { what, person, code });
    send(res, answer);
  };
  app.get('/api/city/door', (_, res) => {
    res.set('Cache-Control', 'no-store').json({ ok: true, founding: desk.isFounding() });
  });
  app.post('/api/city/sign-in', ...body, async (req, res) => {
    const shown = signingIn.safeParse(req.body);
    if (!shown.success) return send(res, malformed);
    said(res, 'sign-in', shown.data.person, await trying(() => desk.signIn(shown.data)));
  });
  app.post('/api/city/choose', ...body, async (req, res) => {
    const shown = choosing.safeParse(req.body);
    if (!shown.success) return send(res, malformed);
    const { code, password } = shown.data;
    said(res, 'choose', null, await trying(() => desk.choose(code, password)));
  });
  app.post('/api/city/found', ...body, async (req, res) => {
    const shown = founding.safeParse(req.body);
    if (!shown.success) return send(res, malformed);
    const { code, person, name, password } = shown.data;
    said(res, 'found', person, await trying(() => desk.found(code, person, name, password)));
  });
}

/** A vault that cannot be reached lets nobody in, and says that it is the center's fault. */
const trying = (work: () => Promise<CityReceived>): Promise<CityReceived> =>
  work().catch(() => cityNo('city.notSaved'));
