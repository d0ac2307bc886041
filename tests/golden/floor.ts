import type { BusinessDate, LoanId } from '../../shared/ids.ts';
import type { Branch } from './branch.ts';
import { cash, device, idOf, kiosk, lobby, one, staff, teller, two } from './cast.ts';

/** Screens and people come, change places and go. */
export async function house(b: Branch): Promise<void> {
  const places = { 'dev-kiosk': 'kiosk', 'dev-display': 'display', 'dev-old': 'display' } as const;
  for (const [id, role] of Object.entries(places))
    await b.does({ type: 'device.approve', device: device(id), role });
  for (const [id, role] of [
    ['dev-counter', 'counter'],
    ['dev-rating', 'rating'],
  ] as const)
    await b.does({ type: 'device.approve', device: device(id), role, counter: two });
  for (const id of ['dev-counter', 'dev-rating'])
    await b.does({
      ...{ type: 'device.place', device: device(id), counter: one },
      role: id === 'dev-counter' ? 'counter' : 'rating',
    });
  for (const id of ['dev-kiosk', 'dev-display', 'dev-counter'])
    await b.does({ type: 'device.online', device: device(id) });
  await b.does({ type: 'device.revoke', device: device('dev-old') });
  const posts = {
    M01: 'branchManager',
    L01: 'lobbyManager',
    T01: 'teller',
    T02: 'teller',
  } as const;
  for (const [id, post] of Object.entries(posts)) {
    await b.does({ type: 'staff.add', person: staff(id), post });
    await b.does({ type: 'staff.pinSet', person: staff(id), by: 'manager' });
  }
  await b.does({ type: 'staff.post', person: staff('L01'), post: 'serviceSpecialist' });
  await b.does({ type: 'staff.pinSet', person: staff('M01'), by: 'console' });
  await b.after(20);
}

/** Calls for a person, one of them to let somebody go first, and a count of those without a number. */
export async function help(b: Branch): Promise<void> {
  const [waiting] = b.lobby.visit.line;
  if (!waiting) throw new Error('nobody waits');
  await b.does({ type: 'help.call' }, kiosk);
  await b.does({ type: 'help.call', counter: one, ticket: idOf(b, waiting) }, teller);
  const [first] = b.lobby.floor.calls;
  if (!first) throw new Error('nobody was called');
  await b.does({ type: 'help.answer', help: first.help }, lobby);
  const go = { type: 'ticket.class', class: 'care', reason: 'pregnant' } as const;
  await b.does({ ...go, ticket: idOf(b, waiting) }, lobby);
  await b.does({ type: 'people.count', without: 4 }, lobby);
}

const loan = '019ab000-0000-7000-8000-000000000001' as LoanId;

const lent = (b: Branch, date: string, number: string, issuedAt = b.now()) =>
  b.does(
    {
      ...{ type: 'ticket.handIn', date: date as BusinessDate, number },
      ...{ service: cash, class: 'ordinary', issuedAt },
    },
    kiosk,
  );

/** A kiosk that the hub does not hear for a while, and what it gave out meanwhile. */
export async function outage(b: Branch): Promise<void> {
  await b.does({ type: 'numbers.borrow', loan }, kiosk);
  await b.does({ type: 'numbers.cutOff', loan });
  await b.after(60);
  const then = b.now() - 30_000;
  await b.does({ type: 'numbers.borrow', loan }, kiosk);
  const date = String(b.lobby.visit.day?.date);
  const first = await lent(b, date, 'A701', then);
  await lent(b, date, 'A702', then - 3_600_000);
  await b.does({ type: 'ticket.servedMeanwhile', tickets: [first] }, lobby);
}

/** A number from a day that is over. */
export const lateNumber = (b: Branch, date: string) => lent(b, date, 'A703');
