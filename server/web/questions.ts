import express, { type Express, type Response } from 'express';
import type { Asked } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import { gate } from '../devices/gate.ts';
import type { House } from '../devices/house.ts';
import type { Filed, Historian } from '../history/historian.ts';
import type { Log } from '../log.ts';
import { parseFile, parseQuestion } from '../parse.ts';
import { noted, send } from './answering.ts';
import { guestsOf, senderOf } from './guests.ts';
import { MOST_BYTES } from './limits.ts';

export interface QuestionParts {
  readonly house: House;
  readonly historian: Historian;
  readonly log: Log;
}

/**
 * What lies in the past, for programs: a question as a body or as an address, and files to be saved.
 * None of it changes anything.
 */
export function questionRoutes(app: Express, { house, historian, log }: QuestionParts): void {
  const guests = guestsOf(house);
  const answer = async (res: Response, input: unknown) => {
    const asked = parseQuestion(input);
    if (!asked.ok) return send(res, refused(asked.refusal));
    const no = gate.question(senderOf(res), asked.value);
    const said: Asked = no ? refused({ code: no }) : await historian.ask(asked.value);
    send(res, noted(said, asked.value.type, senderOf(res), log));
  };
  const body = express.json({ limit: MOST_BYTES, strict: true });
  app.post('/api/questions', guests, body, (req, res) => answer(res, req.body));
  app.get('/api/questions/:type', guests, (req, res) =>
    answer(res, { ...req.query, type: req.params.type }),
  );
  app.get('/api/files/:type', guests, async (req, res) => {
    const wanted = parseFile({ ...req.query, type: req.params.type });
    if (!wanted.ok) return send(res, refused(wanted.refusal));
    const no = gate.file(senderOf(res), wanted.value);
    const made: Filed = no ? refused({ code: no }) : await historian.file(wanted.value);
    if (!made.ok) return send(res, noted(made, wanted.value.type, senderOf(res), log));
    const { name, type, bytes } = made.file;
    res
      .set('Cache-Control', 'no-store')
      .set('Content-Disposition', `attachment; filename="${name}"`);
    res.type(type).send(Buffer.from(bytes));
  });
}
