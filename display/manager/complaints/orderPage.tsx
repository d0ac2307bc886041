import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { moment } from '../../../shared/screen/time.ts';
import type { ComplaintsView, OrderCard } from '../../../shared/views/complaints.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { fromCity as cityWords } from '../../../shared/words/fromCity.ts';
import { addressOf } from '../address.ts';
import { Acts } from './acts.tsx';
import { nameOf } from './fields.tsx';
import { nextOf, Ring } from './orders.tsx';

interface OrderProps {
  readonly link: Link;
  readonly view: ComplaintsView;
  readonly order: OrderCard;
  readonly now: number;
}

/** One work order: what it waits for now, and its story from the first word on. */
export function OrderPage({ link, view, order, now }: OrderProps) {
  const w = words(complaintWords);
  const { people } = view;
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(people, id)).join(', ');
  return (
    <div class="records complaints">
      <a class="back" href={addressOf('complaints')}>
        {w.back}
      </a>
      <header class="order-head">
        <Ring order={order} now={now} />
        <div>
          <h1>{w.causes[order.cause]}</h1>
          <p class="quiet">
            {[
              ...(order.sent ? [words(cityWords).assigned] : []),
              order.reference ?? order.id,
              w.channels[order.channel],
              w.stands[order.stands],
            ].join(' · ')}
          </p>
        </div>
        <p class="order-next">
          <strong>{nextOf(order, view, now)}</strong>
          <small>{w.due(order.due)}</small>
        </p>
      </header>
      <dl class="order-people">
        <Pair name={w.owner} is={nameOf(people, order.owner)} />
        <Pair name={w.firstAsked} is={nameOf(people, order.firstAsked)} />
        {order.about.length > 0 && <Pair name={w.about} is={named(order.about)} />}
        {order.involved.length > 0 && <Pair name={w.involved} is={named(order.involved)} />}
      </dl>
      {!order.end && <Acts {...{ link, view, order }} />}
      <Story {...{ view, order, now }} />
    </div>
  );
}

const Pair = ({ name, is }: { name: string; is: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{is}</dd>
  </div>
);

function Story({ view, order, now }: Omit<OrderProps, 'link'>) {
  const w = words(complaintWords);
  return (
    <section class="part" aria-label={w.story}>
      <h2>{w.story}</h2>
      <ol class="story">
        {order.steps.map((step) => (
          <li key={`${step.at} ${step.is}`}>
            <small>{moment(view.branch, step.at, now)}</small>
            <p>
              <strong>{w.steps[step.is]}</strong>{' '}
              {[
                step.person && step.is !== 'complaint.opened' && nameOf(view.people, step.person),
                step.due && step.is === 'complaint.extended' && step.due,
                step.stands && w.stands[step.stands],
              ]
                .filter(Boolean)
                .join(' ')}
              {step.note && <span>{step.note}</span>}
            </p>
            {step.by && <small>{nameOf(view.people, step.by)}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
