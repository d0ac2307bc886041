import type { RequestHandler, Response } from 'express';
import { refused } from '../answers.ts';
import type { Sender } from '../devices/gate.ts';
import type { House } from '../devices/house.ts';
import { send } from './answering.ts';
import { knockOf } from './credentials.ts';

/** Lets through whoever is let in; who asks is settled before a byte of the body is read. */
export const guestsOf =
  (house: House): RequestHandler =>
  (req, res, next) => {
    const guest = house.doorman.admit(knockOf(req));
    const sender = guest && house.doorman.sender(guest);
    if (!sender) return send(res, refused({ code: 'device.unpaired' }));
    res.locals.sender = sender;
    next();
  };

/** Behind `guestsOf`. */
export const senderOf = (res: Response) => res.locals.sender as Sender;
