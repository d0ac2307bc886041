import { ChevronRight } from 'lucide-preact';
import { aheadOf, waitWords } from '../../shared/screen/expected.ts';
import { pick, words } from '../../shared/screen/language.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { People } from '../../shared/screen/people.tsx';
import { Phrases } from '../../shared/screen/phrases.tsx';
import type { Text } from '../../shared/settings.ts';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import { kiosk } from '../../shared/words/kiosk.ts';

export interface ServiceCardProps {
  readonly service: ServiceQueue;
  readonly taking: boolean;
  readonly refusal: Text | null;
  readonly take: () => void;
}

/** One service; the whole card is the target and acts on release. */
export function ServiceCard({ service, taking, refusal, take }: ServiceCardProps) {
  return (
    <li>
      <button type="button" class="card" aria-busy={taking} onClick={take}>
        <span class="card-letter" aria-hidden="true">
          {service.prefix}
        </span>
        <strong class="card-name">{pick(service.name)}</strong>
        <span class="card-examples">
          <Phrases>{pick(service.examples)}</Phrases>
        </span>
        <Waiting service={service} />
      </button>
      <div class="card-refusal">
        <Refusal says={refusal} />
      </div>
    </li>
  );
}

function Waiting({ service }: { service: ServiceQueue }) {
  const w = words(kiosk);
  const range = waitWords(service.expected);
  return (
    <span class="card-figures">
      <span class="card-wait">{range ?? w.ahead(aheadOf(service))}</span>
      <span class="card-queue">
        {service.counters === 0 ? w.noCounter : w.waiting(service.waiting)}
      </span>
      <People ahead={service.waiting} self="asking" />
    </span>
  );
}

interface MoreCardProps {
  readonly page: number;
  readonly pages: number;
  readonly turn: () => void;
}

/** The last place of a page that does not hold all services; after the last page comes the first. */
export function MoreCard({ page, pages, turn }: MoreCardProps) {
  const w = words(kiosk);
  return (
    <li>
      <button type="button" class="card card-more" onClick={turn}>
        <strong class="card-name">{w.more}</strong>
        <span class="card-queue">{w.page(page + 1, pages)}</span>
        <ChevronRight />
      </button>
    </li>
  );
}
