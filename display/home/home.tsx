import { useIsDemo } from '../../shared/screen/demo.ts';
import { Screen } from '../../shared/screen/frame.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import type { HomeView } from '../../shared/views/home.ts';
import { home } from '../../shared/words/home.ts';
import { Entrance } from './entrance.tsx';
import './home.css';

const KEY = { name: 'home' } as const;

/** Every screen of this branch, how it stands, and a code to open it on its own device. */
export function Home({ link }: { link: Link }) {
  const w = words(home);
  const view = link.view(KEY).value?.view ?? null;
  return (
    <Screen {...{ link, branch: view?.branch ?? null, tone: 'auto', tab: w.title }}>
      {view && (
        <div class="home">
          <header>
            <h1>{w.title}</h1>
            <p>{w.lead}</p>
            {isLoopback() && <p>{w.onlyHere}</p>}
            <ToWall />
            <a href="/display/devices/">{w.devices}</a>
          </header>
          <Hall view={view} />
          <Counters counters={view.counters} />
        </div>
      )}
    </Screen>
  );
}

const isLoopback = () => ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

function Hall({ view }: { view: HomeView }) {
  const w = words(home);
  const { kiosk, lobby, floor, manager } = w.screens;
  return (
    <section aria-labelledby="hall">
      <h2 id="hall">{w.hall}</h2>
      <ul class="home-hall">
        <li>
          <Entrance
            {...{ page: '/kiosk/ticket/', name: kiosk.name, lit: view.doors }}
            says={view.doors ? w.open(view.waiting) : w.closed}
          />
        </li>
        <li>
          <Entrance page="/display/lobby/" name={lobby.name} says={lobby.what} />
        </li>
        <li>
          <Entrance page="/kiosk/floor/" name={floor.name} says={floor.what} />
        </li>
        <li>
          <Entrance page="/display/manager/" name={manager.name} says={manager.what} />
        </li>
      </ul>
    </section>
  );
}

function Counters({ counters }: Pick<HomeView, 'counters'>) {
  const w = words(home);
  return (
    <section aria-labelledby="counters">
      <h2 id="counters">{w.counters}</h2>
      <ul class="home-counters">
        {counters.map(({ id, name, open, terminal }) => (
          <li key={id}>
            <h3>{pick(name)}</h3>
            <Entrance
              {...{ page: `/kiosk/counter/?counter=${id}`, name: w.counterScreen, lit: open }}
              says={open ? w.counterOpen : w.counterClosed}
            />
            <Entrance
              {...{ page: `/kiosk/rating/?counter=${id}`, name: w.ratingScreen, lit: terminal }}
              says={terminal ? w.terminalOn : w.terminalOff}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only a hub that plays a demo has a wall to show. */
function ToWall() {
  return useIsDemo() ? <a href="/display/wall/">{words(home).wall}</a> : null;
}
