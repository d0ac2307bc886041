import { waitWords } from '../../../shared/screen/expected.ts';
import { pick, words } from '../../../shared/screen/language.ts';
import { LevelSign } from '../../../shared/screen/level.tsx';
import { reachOf } from '../../../shared/screen/lineLayout.ts';
import { wholeMinutes } from '../../../shared/screen/time.ts';
import type { ClassQueue, ManagerView } from '../../../shared/views/manager.ts';
import type { ServiceQueue } from '../../../shared/views/parts.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { CLASSES } from './figureSet.ts';

/**
 * Every service by class: how many wait, and how long the longest has, with its own line's sign once
 * it is past one; and what a newcomer has to expect. Whoever has waited longest stands first.
 */
export function Queues({ view, now }: { view: ManagerView; now: number }) {
  const w = words(managerWords);
  const { classes } = words(lineWords);
  return (
    <table class="queues">
      <thead>
        <tr>
          <th scope="col">{w.queues}</th>
          {CLASSES.map((cls) => (
            <th key={cls} scope="col">
              <i class={`shape shape-${cls}`} />
              {classes[cls]}
            </th>
          ))}
          <th scope="col">{w.expected}</th>
        </tr>
      </thead>
      <tbody>
        {oldestFirst(view).map((service) => (
          <tr key={service.id}>
            <th scope="row">{pick(service.name)}</th>
            {CLASSES.map((cls) => (
              <td key={cls} data-class={classes[cls]}>
                <Longest
                  {...{ view, now }}
                  queue={view.queues.find((q) => q.service === service.id && q.class === cls)}
                />
              </td>
            ))}
            <td class="queue-expected" data-class={w.expected}>
              {expectedOf(service)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Services nobody waits for keep their order, behind the others. */
function oldestFirst({ services, queues }: ManagerView): ServiceQueue[] {
  const since = ({ id }: ServiceQueue) =>
    Math.min(...queues.filter((q) => q.service === id).map((q) => q.oldestFrom));
  return services.toSorted((a, b) => {
    const [one, other] = [since(a), since(b)];
    return one === other ? 0 : one - other;
  });
}

function expectedOf({ counters, expected }: ServiceQueue): string {
  const w = words(managerWords);
  if (counters === 0) return w.noCounter;
  return waitWords(expected) ?? w.ahead(expected.ahead);
}

interface LongestProps {
  readonly view: ManagerView;
  readonly now: number;
  readonly queue: ClassQueue | undefined;
}

function Longest({ view, now, queue }: LongestProps) {
  if (!queue) return <span class="queue-none">–</span>;
  const line = queue.class === 'ordinary' ? view.lines.ordinary : view.lines.premium;
  const ms = Math.max(0, now - queue.oldestFrom);
  const reach = reachOf(ms / 1000, line);
  return (
    <span class="queue-longest" data-reach={reach}>
      <b>{queue.waiting}</b>
      <span>
        {wholeMinutes(ms) || '<1'} {words(managerWords).minute}
      </span>
      {reach !== 'within' && <LevelSign level={reach} bare />}
    </span>
  );
}
