import { Screen } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import type { DevicesView } from '../../shared/views/devices.ts';
import { devices } from '../../shared/words/devices.ts';
import { Approve } from './approve.tsx';
import { DeviceItem } from './deviceItem.tsx';
import { NewPerson } from './newPerson.tsx';
import { PersonItem } from './personItem.tsx';
import './style.css';

/** Devices and staff 设备与人员: who is let in, for the branch manager alone. */
export function DevicesScreen({ link }: { link: Link }) {
  const w = words(devices);
  const view = link.view({ name: 'devices' }).value?.view ?? null;
  // Everybody's view: the frame stands for those too who are not let in here.
  const home = link.view({ name: 'home' }).value?.view ?? null;
  // What was seen while somebody was signed in is not left standing for the next one.
  const isShut = link.turnedAway.value !== null;
  // Shown to nobody in particular: there is nobody yet who could sign in.
  const isFounding = link.you.value?.founding ?? false;
  return (
    <Screen
      {...{ link, branch: home?.branch ?? null, tone: 'auto', title: w.title, class: 'house' }}
      {...(isFounding && { signIn: 'none' })}
      aside={
        <a class="button button-quiet" href="/display/manager/">
          {w.back}
        </a>
      }
    >
      {view && !isShut && <House {...{ link, view, isFounding }} />}
      {isShut && <p class="house-shut">{w.locked}</p>}
    </Screen>
  );
}

interface HouseProps {
  readonly link: Link;
  readonly view: DevicesView;
  readonly isFounding: boolean;
}

function House({ link, view, isFounding }: HouseProps) {
  const w = words(devices);
  return (
    <div class="house-rooms">
      <section aria-labelledby="devices">
        <h1 id="devices">{w.devices}</h1>
        <Approve link={link} view={view} />
        <ul>
          {view.devices.map((device) => (
            <DeviceItem key={device.id} {...{ link, view, device }} />
          ))}
        </ul>
        {view.devices.length === 0 && <p>{w.noDevices}</p>}
      </section>
      <section aria-labelledby="staff">
        <h1 id="staff">{w.staff}</h1>
        {isFounding && <p class="house-founding">{w.founding}</p>}
        <NewPerson link={link} />
        <ul>
          {view.staff.map((member) => (
            <PersonItem key={member.id} {...{ link, member }} />
          ))}
        </ul>
        {view.staff.length === 0 && <p>{w.noStaff}</p>}
      </section>
    </div>
  );
}
