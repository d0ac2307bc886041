import { useRef } from 'preact/hooks';
import { waitWords } from '../../shared/screen/expected.ts';
import { pick, words } from '../../shared/screen/language.ts';
import { People } from '../../shared/screen/people.tsx';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import { lobby } from '../../shared/words/lobby.ts';
import { useInTurn } from './inTurn.ts';

/** Who waits for what, and how long a newcomer would. */
export function Services({ services }: { services: readonly ServiceQueue[] }) {
  const w = words(lobby);
  const list = useRef<HTMLUListElement>(null);
  const from = useInTurn(list, services.length);
  const all = services.reduce((sum, s) => sum + s.waiting, 0);
  return (
    <section class="services">
      <h2>
        {w.waitingNow}
        <span>
          <strong>{all}</strong> {w.people}
        </span>
      </h2>
      <ul ref={list}>
        {services.slice(from).map((service) => (
          <ServiceRow key={service.id} service={service} />
        ))}
      </ul>
    </section>
  );
}

function ServiceRow({ service }: { service: ServiceQueue }) {
  const w = words(lobby);
  const { expected, waiting, counters } = service;
  const range = waitWords(expected);
  const otherwise = counters === 0 ? w.noCounter : w.ahead(expected.ahead);
  return (
    <li>
      <i class="service-letter">{service.prefix}</i>
      <p class="service-line">
        <span>{pick(service.name)}</span>
        <strong>{waiting}</strong>
      </p>
      <p class="service-wait">
        <People ahead={waiting} />
        <span>{range ?? otherwise}</span>
      </p>
    </li>
  );
}
