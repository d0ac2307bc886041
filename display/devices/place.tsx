import type { DeviceRole } from '../../shared/devices/roles.ts';
import type { CounterId } from '../../shared/ids.ts';
import { pick, words } from '../../shared/screen/language.ts';
import type { DevicesView } from '../../shared/views/devices.ts';
import { devices } from '../../shared/words/devices.ts';
import { Choice, choices } from './field.tsx';

export interface Place {
  readonly role: DeviceRole | '';
  readonly counter: CounterId | '';
}

const standsAtOne = (role: Place['role']) => role === 'counter' || role === 'rating';

/** As commands name it; null until it is complete. */
export function placeOf({ role, counter }: Place) {
  if (!role || (standsAtOne(role) && !counter)) return null;
  return { role, ...(standsAtOne(role) && counter && { counter }) };
}

interface PlaceProps {
  readonly place: Place;
  readonly counters: DevicesView['counters'];
  readonly onPlace: (place: Place) => void;
}

/** What a screen is, and for counters and rating terminals where it stands. */
export function PlaceFields({ place, counters, onPlace }: PlaceProps) {
  const w = words(devices);
  return (
    <>
      <Choice
        {...{ label: w.role, empty: w.choose, of: choices(w.roles), value: place.role }}
        onValue={(role) => onPlace({ ...place, role })}
      />
      {standsAtOne(place.role) && (
        <Choice
          {...{ label: w.counter, empty: w.choose, value: place.counter }}
          of={counters.map(({ id, name }) => [id, pick(name)] as const)}
          onValue={(counter) => onPlace({ ...place, counter })}
        />
      )}
    </>
  );
}
