import { Unplug } from 'lucide-preact';
import { pick, words } from '../../shared/screen/language.ts';
import { clockTime } from '../../shared/screen/time.ts';
import type { OffDevice } from '../../shared/views/calls.ts';
import type { FloorView } from '../../shared/views/floor.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';
import './count.css';

/** What stands in the lobby and does not work: screens that are off, by name and since when. */
export function Equipment({ view }: { view: FloorView }) {
  const w = words(floorWords).equipment;
  return (
    <section class="equipment" aria-label={w.title}>
      <h2>{w.title}</h2>
      {view.off.length === 0 && <p>{w.allOn}</p>}
      <ul>
        {view.off.map((device) => (
          <li key={device.id}>
            <Unplug />
            <span>
              {nameOf(device)}
              <small>{w.off(clockTime(view.branch, device.since))}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ name, role, counter }: OffDevice): string {
  const kind = words(floorWords).equipment.roles[role];
  return [counter && pick(counter), kind, name].filter(Boolean).join(' · ');
}
