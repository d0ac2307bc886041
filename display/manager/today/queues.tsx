import { pick, words } from '../../../shared/screen/language.ts';
import { placeOf, reachOf } from '../../../shared/screen/lineLayout.ts';
import { wholeMinutes } from '../../../shared/screen/time.ts';
import type { ClassQueue, ManagerView } from '../../../shared/views/manager.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { CLASSES } from './figureSet.ts';
import { Track } from './track.tsx';

/** Every service by class: how many wait, and the longest of them on a line of its own. */
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
        </tr>
      </thead>
      <tbody>
        {view.services.map((service) => (
          <tr key={service.id}>
            <th scope="row">
              {pick(service.name)}
              {service.waiting > 0 && service.counters === 0 && <small>{w.noCounter}</small>}
            </th>
            {CLASSES.map((cls) => (
              <td key={cls} data-class={classes[cls]}>
                <Longest
                  {...{ view, now }}
                  queue={view.queues.find((q) => q.service === service.id && q.class === cls)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
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
  const place = placeOf(ms / 1000, line);
  const reach = reachOf(ms / 1000, line);
  return (
    <span class="queue-longest">
      <b>{queue.waiting}</b>
      <Track class={queue.class} place={place} reach={reach} />
      <span>
        {wholeMinutes(ms) || '<1'} {words(managerWords).minute}
      </span>
    </span>
  );
}
