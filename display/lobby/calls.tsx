import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import type { ShownCall } from '../../shared/views/lobby.ts';
import { lobby } from '../../shared/words/lobby.ts';
import { useFresh } from './fresh.ts';
import { inParts } from './place.ts';
import { usePulse } from './pulse.ts';

interface CallsProps {
  readonly link: Link;
  readonly newest: ShownCall;
  readonly earlier: readonly ShownCall[];
}

/** Newest first and huge; those before it below, as many as fit whole. */
export function Calls({ link, newest, earlier }: CallsProps) {
  return (
    <section class="calls" aria-live="polite">
      <Newest link={link} call={newest} />
      <ol class="earlier">
        {earlier.map((call) => (
          <li key={call.number} data-open={call.open}>
            <TicketNumber value={call.number} />
            <Arrow />
            <strong>{pick(call.counter)}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Newest({ link, call }: { link: Link; call: ShownCall }) {
  const fresh = useFresh(link, call);
  const shade = usePulse(fresh);
  const { figure, name, order } = inParts(pick(call.counter));
  return (
    // One element for all calls: a burst of them goes on with the pulse, it never starts it anew.
    <div class="newest" data-fresh={fresh} style={{ '--shade': shade }}>
      <h1 class="unseen">{words(lobby).calling}</h1>
      <TicketNumber key={call.number} value={call.number} />
      <Arrow />
      <p class={`place place-${order}`}>
        <strong>{figure ?? name}</strong>
        {figure && <small>{name}</small>}
      </p>
    </div>
  );
}

/** From the number to its counter, as long as there is room. */
function Arrow() {
  return (
    <span class="arrow" aria-hidden="true">
      <i />
      <svg viewBox="0 0 24 48" aria-hidden="true">
        <path d="M3 6 21 24 3 42" />
      </svg>
    </span>
  );
}
