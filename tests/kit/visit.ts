import type { CounterId, ServiceId, StaffId, TicketId } from '../../shared/ids.ts';
import type { RatingView } from '../../shared/views/rating.ts';
import { type Branch, device, PIN, signedIn } from './house.ts';
import type { Screen } from './hub.ts';

export const here = '2' as CounterId;
export const take = {
  type: 'ticket.issue',
  service: 'cash' as ServiceId,
  class: 'ordinary',
  by: 'kiosk',
} as const;

export interface Served {
  readonly kiosk: Screen;
  readonly counter: Screen;
  readonly terminal: Screen;
  readonly ticket: TicketId;
}

/** A customer at counter 2 whose service has begun: kiosk, call, start. `t1` is signed in there. */
export async function serve({ rig, token }: Branch): Promise<Served> {
  const [kiosk, terminal] = [await device(rig, token.kiosk), await device(rig, token.rating)];
  const counter = await device(rig, await signedIn(rig, token.counter, 't1', PIN));
  await terminal.watch({ name: 'rating', counter: here });
  const teller = 't1' as StaffId;
  await counter.send({ type: 'counter.open', counter: here, teller });
  const issued = await kiosk.send(take);
  if (!issued.ok || !issued.ticket) throw new Error(JSON.stringify(issued));
  await counter.send({ type: 'call.next', counter: here });
  rig.clock.turn(20_000);
  await counter.send({ type: 'service.start', counter: here });
  rig.clock.turn(120_000);
  return { kiosk, counter, terminal, ticket: issued.ticket };
}

/** The prompt on the terminal, once it shows. */
export async function prompted(terminal: Screen): Promise<NonNullable<RatingView['prompt']>> {
  const { prompt } = await terminal.sees('rating', (view) => view.prompt !== null);
  if (!prompt) throw new Error('no prompt');
  return prompt;
}
