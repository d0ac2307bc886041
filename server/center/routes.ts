import express, { type Express, type RequestHandler, type Response } from 'express';
import type { Registry } from 'prom-client';
import type { z } from 'zod';
import type { CenterRefusal } from '../../shared/center.ts';
import { isThisMachine } from '../devices/doorman.ts';
import type { SigningKey } from '../ledger/key.ts';
import type { Log } from '../log.ts';
import type { Access } from '../web/access.ts';
import { sized } from '../web/answering.ts';
import { knockOf } from '../web/credentials.ts';
import { onlyOurOwn, secured } from '../web/headers.ts';
import { ofAddress, ofPairing, type Pace, paced } from '../web/limits.ts';
import { admitted } from './door.ts';
import type { Down } from './down/down.ts';
import type { Desk } from './enrolment.ts';
import type { Intake } from './intake.ts';
import {
  asking,
  fetching,
  type Greeting,
  going,
  MOST_BODY,
  type No,
  no,
  segment,
  UPLINK,
} from './protocol.ts';
import type { Nonces } from './receipt.ts';
import type { Member, Roster } from './roster.ts';

export interface RoutesParts {
  readonly access: Access;
  readonly log: Log;
  readonly roster: Roster;
  readonly nonces: Nonces;
  readonly intake: Intake;
  readonly desk: Desk;
  readonly down: Down;
  readonly key: SigningKey;
  readonly metrics: Registry;
  readonly refused: (code: CenterRefusal) => void;
  readonly readiness: () => Promise<{ readonly ok: boolean }>;
  /** How every branch stands. */
  readonly branches: () => Promise<unknown>;
  /** How often one address may try a code. */
  readonly enrolling?: Pace | undefined;
  /** The center's screens. */
  readonly more?: (app: Express) => void;
}

const STATUS: Partial<Record<CenterRefusal, number>> = {
  'center.busy': 429,
  'center.codeUnknown': 403,
  'center.damaged': 503,
  'center.ended': 410,
  'center.malformed': 400,
  'center.newer': 426,
  'center.notSaved': 503,
  'center.notYourKey': 403,
  'center.stale': 401,
  'center.tooLarge': 413,
  'center.unknownBranch': 403,
};

/** Bytes of a body that holds no entries. */
const SMALL = 4096;

const send = (res: Response, answer: { ok: true } | No) => {
  res.set('Cache-Control', 'no-store');
  res.status(answer.ok ? 200 : (STATUS[answer.code] ?? 409)).json(answer);
};

/** The center's HTTP side: what branches ask, and signs of life for whoever runs it. */
export function createRoutes(parts: RoutesParts): Express {
  const { access, log, key, nonces } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyOurOwn(access, log), secured());
  app.get('/livez', (_, res) => void res.json({ ok: true }));
  app.use('/api', paced(ofAddress));
  const greeting = (): Greeting => ({
    ...{ ok: true, v: UPLINK, nonce: nonces.fresh(), key: key.publicPem() },
  });
  app.get('/api/center', (_, res) => send(res, greeting()));
  enrolmentRoute(app, parts);
  uplinkRoutes(app, parts);
  ownRoutes(app, parts);
  parts.more?.(app);
  app.use((_, res) => send(res, no('center.malformed', { at: 'address' })));
  app.use(badBody(log));
  return app;
}

/** What is no JSON is refused like any other nonsense. */
const badBody =
  (log: Log): express.ErrorRequestHandler =>
  (error, req, res, _next) => {
    if (res.headersSent) return void req.socket.destroy();
    if (Number(error.status) < 500) return send(res, no('center.malformed', { at: 'body' }));
    // The center's own trouble, a database that went away for one: the branch comes again.
    log('center.trouble', { what: String(error) });
    send(res, no('center.notSaved'));
  };

const bounded = (most: number) => [
  sized(most, (res) => send(res, no('center.tooLarge', { most }))),
  express.json({ limit: most, strict: true }),
];

function enrolmentRoute(app: Express, { desk, enrolling = ofPairing }: RoutesParts): void {
  app.post('/api/center/enrol', paced(enrolling), ...bounded(SMALL), async (req, res) =>
    send(res, await desk.enrol(req.body)),
  );
}

function uplinkRoutes(app: Express, parts: RoutesParts): void {
  const { roster, nonces, intake, down, log, refused } = parts;
  const refuse = (res: Response, answer: No, branch: string) => {
    refused(answer.code);
    log('center.refused', { branch, code: answer.code, ...answer.details });
    send(res, answer);
  };
  const members: RequestHandler = async (req, res, next) => {
    const member = await admitted(req, roster, nonces);
    if ('ok' in member) return refuse(res, member, '');
    res.locals.member = member;
    next();
  };
  const route = <S extends z.ZodType<{ v: number }>>(
    path: string,
    schema: S,
    most: number,
    work: (member: Member, body: z.infer<S>) => Promise<{ ok: true } | No>,
  ) =>
    app.post(`/api/center/${path}`, members, ...bounded(most), async (req, res) => {
      const member: Member = res.locals.member;
      const body = schema.safeParse(req.body);
      const answer =
        versionOf(req.body) > UPLINK
          ? no('center.newer')
          : body.success
            ? await work(member, body.data)
            : no('center.malformed', { at: body.error.issues[0]?.path.join('.') ?? '' });
      if (!answer.ok) return refuse(res, answer, member.branch);
      send(res, answer);
    });
  route('state', asking, SMALL, (member, body) => intake.state(member, body));
  route('segments', segment, MOST_BODY, (member, body) => intake.take(member, body));
  route('down', going, SMALL, async (member, body) => down.page(member, body));
  route('fetch', fetching, SMALL, (member, body) => intake.fetch(member, body));
}

/** Whatever a later version changes, the place of `v` stays. */
const versionOf = (body: unknown) => Number((body as { v?: unknown } | undefined)?.v ?? 0);

/** For this machine alone. */
function ownRoutes(app: Express, { metrics, readiness, branches }: RoutesParts): void {
  const own: RequestHandler = (req, res, next) => {
    if (isThisMachine(knockOf(req))) return next();
    res.status(403).json({ ok: false });
  };
  app.get('/readyz', own, async (_, res) => {
    const found = await readiness();
    res.status(found.ok ? 200 : 503).json(found);
  });
  app.get('/metrics', own, async (_, res) => {
    res.type(metrics.contentType).send(await metrics.metrics());
  });
  app.get('/api/branches', own, async (_, res) => void res.json(await branches()));
}
