import { z } from 'zod';
import { deviceRole } from '../../shared/devices/roles.ts';
import { counterId, deviceId, ticketId } from '../../shared/ids.ts';

/** What the hub answers, as other programs read it; the types stand in `shared/wire.ts`. */
const sentence = z.strictObject({ zh: z.string(), en: z.string() });

const refusal = z
  .strictObject({
    ok: z.literal(false),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    says: sentence,
  })
  .describe('Why nothing changed: a code, figures, and a sentence for people.');

const answer = z
  .strictObject({
    ok: z.literal(true),
    seq: z.number().int(),
    ticket: ticketId.optional(),
    number: z.string().optional(),
    page: z.string().optional(),
  })
  .describe('Flushed to the ledger as entry `seq`. The same command again gets the same answer.');

const published = z
  .strictObject({
    key: z.strictObject({ name: z.string(), counter: counterId.optional() }),
    rev: z.number().int(),
    at: z.number(),
    view: z.record(z.string(), z.unknown()),
  })
  .describe('A view, whole, as of ledger entry `rev` and hub time `at`; shapes: shared/views.');

const role = deviceRole.optional();

export const answers = {
  Refusal: refusal,
  Answer: answer,
  Published: published,
  RequestAnswer: z.strictObject({
    ok: z.literal(true),
    session: z.string().optional(),
    device: deviceId.optional(),
  }),
  Asked: z
    .strictObject({ ok: z.literal(true), at: z.number(), answer: z.unknown() })
    .describe('As things stood at hub time `at`; shapes: shared/questions.'),
  PhotoKept: z.strictObject({ ok: z.literal(true), photo: z.string() }),
  PairingStarted: z.strictObject({
    ok: z.literal(true),
    ...{ code: z.string(), pairing: z.string(), secret: z.string(), seconds: z.number() },
    ...{ authority: z.literal(true).optional(), insecure: z.literal(true).optional() },
  }),
  PairingState: z.strictObject({
    ...{ ok: z.literal(true), waiting: z.boolean(), token: z.string().optional(), role },
    counter: counterId.nullable().optional(),
  }),
  Alive: z.strictObject({ ok: z.literal(true) }),
  Readiness: z.strictObject({ ok: z.boolean(), checks: z.record(z.string(), z.string()) }),
} as const;
export type AnswerName = keyof typeof answers;
