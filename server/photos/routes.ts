import express, { type Express } from 'express';
import { refused } from '../answers.ts';
import { gate } from '../devices/gate.ts';
import type { House } from '../devices/house.ts';
import type { Log } from '../log.ts';
import { noted, send, sized } from '../web/answering.ts';
import { guestsOf, senderOf } from '../web/guests.ts';
import { isPhotoName, MOST_PHOTO_BYTES, TYPES } from './photo.ts';
import type { Photos } from './store.ts';

export interface PhotoRoutes {
  readonly house: House;
  readonly photos: Photos;
  readonly log: Log;
}

const tooLarge = refused({
  code: 'photo.tooLarge',
  details: { most: MOST_PHOTO_BYTES / 1024 / 1024 },
});

/**
 * `POST /api/photos` takes one in and answers with its name, `GET /api/photos/NAME` shows it. Who asks,
 * and how much is announced, is settled before a byte of the body is read. Before the other routes: they
 * take far less.
 */
export function photoRoutes(app: Express, { house, photos, log }: PhotoRoutes): void {
  const guests = guestsOf(house);
  // Whatever it calls itself: what it is, its bytes say.
  const body = express.raw({ type: () => true, limit: MOST_PHOTO_BYTES });
  const may: express.RequestHandler = (_req, res, next) => {
    const no = gate.photo(senderOf(res), 'photo.keep');
    if (!no) return next();
    res.set('Connection', 'close');
    send(res, noted(refused({ code: no }), 'photo.keep', senderOf(res), log));
  };
  app.post(
    '/api/photos',
    sized(MOST_PHOTO_BYTES, (res) => send(res, tooLarge)),
    guests,
    may,
    body,
    async (req, res) => {
      const bytes: unknown = req.body;
      const kept = Buffer.isBuffer(bytes)
        ? await photos.keep(bytes)
        : ({ ok: false, code: 'photo.notAPhoto' } as const);
      if (kept.ok) return void res.set('Cache-Control', 'no-store').json(kept);
      send(res, noted(refused({ code: kept.code }), 'photo.keep', senderOf(res), log));
    },
  );
  app.get('/api/photos/:name', guests, async (req, res) => {
    const no = gate.photo(senderOf(res), 'photo.see');
    if (no) return send(res, noted(refused({ code: no }), 'photo.see', senderOf(res), log));
    const name = String(req.params.name);
    const bytes = isPhotoName(name) ? await photos.read(name) : null;
    if (!bytes) return send(res, refused({ code: 'photo.unknown' }));
    if (bytes === 'changed') return send(res, refused({ code: 'photo.changed' }));
    const ending = name.slice(name.indexOf('.') + 1) as keyof typeof TYPES;
    // Whoever signs out leaves no picture behind in the browser.
    res.set('Cache-Control', 'no-store').type(TYPES[ending]).send(bytes);
  });
}
