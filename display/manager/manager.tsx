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
import { Fetched } from './fetched.tsx';
import { TabBar } from './tabBar.tsx';
import { tabNamed } from './tabs.ts';

/** The manager's panel 网点负责人: one frame, one view that moves with every press, a page each tab. */
export function ManagerScreen({ link }: { link: Link }) {
  const view = link.view({ name: 'manager' }).value?.view ?? null;
  const now = useNow(link);
  const w = words(managerWords);
  const title = view && now > 0 && `${dateLine(view.branch, now)} · ${w.doors[doorsOf(view)]}`;
  const [named, ...path] = place.value;
  const tab = tabNamed(named);
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'auto', class: 'manager' }}
      {...(title && { title })}
      aside={
        <>
          {view && tab && <TabBar open={tab.name} badges={view.badges} />}
          {view && <PrinterSign rows={view.printers} />}
          {view && <CenterSign center={view.center} />}
        </>
      }
      tab={`${tab ? words(tabWords)[tab.name] : w.title} · ${w.screen}`}
    >
      {view && tab && <Fetched load={tab.load} props={{ link, view, path }} />}
    </Screen>
  );
}

const doorsOf = ({ branch, doors }: ManagerView) =>
  branch.dayOpen ? (doors ? 'open' : 'shut') : 'closed';
