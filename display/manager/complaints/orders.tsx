import { ChevronRight } from 'lucide-preact';
import { words } from '../../../shared/screen/language.ts';
import { LevelSign } from '../../../shared/screen/level.tsx';
import { moment } from '../../../shared/screen/time.ts';
import type { ComplaintsView, OrderCard } from '../../../shared/views/complaints.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { fromCity as cityWords } from '../../../shared/words/fromCity.ts';
import { addressOf } from '../address.ts';
import { nameOf } from './fields.tsx';

interface OrdersProps {
  readonly view: ComplaintsView;
  readonly cards: readonly OrderCard[];
  readonly now: number;
}

/** Work orders as lines: what it is, whose it is, how long is left. */
export const Orders = ({ view, cards, now }: OrdersProps) => (
  <ul class="orders">
    {cards.map((order) => (
      <li key={order.id}>
        <a href={addressOf('complaints', order.id)}>
          <Ring order={order} now={now} />
          <span class="order-what">
            <strong>{words(complaintWords).causes[order.cause]}</strong>
            <small>{detailOf(order, view)}</small>
          </span>
          <span class="order-when">
            <strong>{nextOf(order, view, now)}</strong>
            {order.level && <LevelSign level={order.level} />}
          </span>
          <ChevronRight aria-hidden="true" />
        </a>
      </li>
    ))}
  </ul>
);

function detailOf(order: OrderCard, { people }: ComplaintsView): string {
  const w = words(complaintWords);
  const whose = order.offered
    ? w.offeredTo(nameOf(people, order.offered))
    : order.ownerLeft
      ? w.ownerLeft
      : `${w.owner} ${nameOf(people, order.owner)}`;
  const city = order.sent ? [words(cityWords).assigned] : [];
  return [...city, order.reference ?? order.id, w.channels[order.channel], whose].join(' · ');
}

/** What it waits for, and until when. */
export function nextOf({ next, end, due }: OrderCard, view: ComplaintsView, now: number): string {
  const w = words(complaintWords);
  if (end) return w.steps[end.is === 'closed' ? 'complaint.closed' : 'complaint.withdrawn'];
  if (!next || next.what === 'answer') return w.left(daysLeft(view.today, due));
  const time = moment(view.branch, next.until, now);
  const when = now > next.until ? w.lateSince(time) : w.until(time);
  return `${w.waits[next.what]} · ${when}`;
}

export const daysLeft = (today: string, due: string) =>
  Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);

const ROUND = 2 * Math.PI * 15;

/** The time to the last day as a ring that empties; the words beside it say the same. */
export function Ring({ order, now }: { order: OrderCard; now: number }) {
  const whole = (daysLeft(order.receivedOn, order.due) + 1) * 86_400_000;
  const share = order.end ? 0 : Math.min(1, Math.max(0, (order.dueAt - now) / whole));
  return (
    <svg class={`ring ${order.level ?? ''}`} viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="15" />
      {share > 0 && (
        <circle
          class="ring-left"
          cx="18"
          cy="18"
          r="15"
          stroke-dasharray={`${share * ROUND} ${ROUND}`}
        />
      )}
    </svg>
  );
}
