import { MonitorSmartphone } from 'lucide-preact';
import { Screen } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { useNow } from '../../shared/screen/now.ts';
import { PrinterSign } from '../../shared/screen/printers.tsx';
import { dateLine } from '../../shared/screen/time.ts';
import type { ManagerView } from '../../shared/views/manager.ts';
import { manager as managerWords } from '../../shared/words/manager.ts';
import { tabs as tabWords } from '../../shared/words/tabs.ts';
import { place } from './address.ts';
import { CenterSign } from './center/line.tsx';
import './manager.css';
import { TabBar } from './tabBar.tsx';
import { TabPage } from './tabPage.tsx';
import { tabs } from './tabs.ts';

/** The manager's panel 网点负责人: one frame, one view that moves with every press, a page each tab. */
export function ManagerScreen({ link }: { link: Link }) {
  const view = link.view({ name: 'manager' }).value?.view ?? null;
  const now = useNow(link);
  const w = words(managerWords);
  const title = view && now > 0 && `${dateLine(view.branch, now)} · ${w.doors[doorsOf(view)]}`;
  const [named, ...path] = place.value;
  // An address of a page that is not there shows the first one.
  const tab = tabs.find(({ name }) => name === named) ?? tabs[0];
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'auto', class: 'manager' }}
      {...(title && { title })}
      aside={
        <>
          {view && tab && tabs.length > 1 && <TabBar open={tab.name} badges={view.badges} />}
          {view && <PrinterSign rows={view.printers} />}
          {view && <CenterSign center={view.center} />}
          <ToDevices />
        </>
      }
      tab={`${tab ? words(tabWords)[tab.name] : w.title} · ${w.screen}`}
    >
      {view && tab && <TabPage {...{ tab, link, view, path }} />}
    </Screen>
  );
}

/** Who is let in is set on a page of its own, in this tab: whoever signed in here is there too. */
const ToDevices = () => (
  <a class="button button-quiet to-devices" href="/display/devices/">
    <MonitorSmartphone aria-hidden="true" />
    <span>{words(managerWords).devices}</span>
  </a>
);

const doorsOf = ({ branch, doors }: ManagerView) =>
  branch.dayOpen ? (doors ? 'open' : 'shut') : 'closed';
