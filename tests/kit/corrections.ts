import { concernedIn, figureOf } from '../../shared/month/corrections/figure.ts';
import { as, employed } from './complaints.ts';
import type { Story } from './story.ts';

const X1 = '2026-11-23.x1';
const MINUTE = 60_000;

/** `t1` served A001 at counter 2 and forgot to end it for half an hour; the specialist is signed in. */
export function forgotten(): Story {
  const day = as(employed(), 't1');
  day.does({ type: 'counter.open', counter: '2', teller: 't1' }).takes().after(60);
  return as(day.serves('2', 1800), 's1');
}

interface More {
  readonly to?: number | null;
  readonly what?: 'wait' | 'service';
  readonly note?: string;
  readonly number?: string;
}

/** As the hub enters it: the old figure is the ledger's. */
export function proposes(day: Story, { to = 5 * MINUTE, what = 'service', ...more }: More = {}) {
  const ticket = day.ticket(more.number ?? 'A001');
  const { id, number, class: cls, service } = ticket;
  return day.does({
    ...{
      type: 'correction.propose',
      ticket: id,
      number,
      date: id.slice(0, 10),
      class: cls,
      service,
    },
    ...{ what, to, reason: 'forgotEnd', note: more.note ?? '忘记按办结' },
    from: figureOf(ticket, what) ?? 0,
    concerned: concernedIn(ticket),
  });
}
export const confirms = (day: Story, correction = X1) =>
  day.does({ type: 'correction.confirm', correction });
export const rejects = (day: Story, correction = X1) =>
  day.does({ type: 'correction.reject', correction, note: '录像显示无误' });

export function corrected(day: Story, n = 1) {
  const found = day.lobby.corrections.all[n - 1];
  if (!found) throw new Error(`there is no correction ${n}`);
  return found;
}
