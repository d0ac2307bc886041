import type { CounterId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import { type AlertBookView, alertBookView } from './alertBook.ts';
import { type CardsView, cardsView } from './cards.ts';
import { type ComplaintsView, complaintsView } from './complaints.ts';
import { type CounterView, counterView } from './counter.ts';
import { type DevicesView, devicesView, nothingOutside, type Outside } from './devices.ts';
import { type FiguresView, figuresView } from './figures.ts';
import { type FloorView, floorView } from './floor.ts';
import { type HomeView, homeView } from './home.ts';
import { type InspectionsView, inspectionsView } from './inspections.ts';
import { type KioskView, kioskView } from './kiosk.ts';
import { type LobbyView, lobbyView } from './lobby.ts';
import { type ManagerView, managerView } from './manager.ts';
import { type MeetingsView, meetingsView } from './meetings.ts';
import { type NoticesView, noticesView } from './notices.ts';
import { type RatingView, ratingView } from './rating.ts';
import { type RectificationsView, rectificationsView } from './rectifications.ts';
import type { RobotsView } from './robots.ts';
import { type RosterView, rosterView } from './roster.ts';

/** What each screen is told, by name. */
export interface Views {
  kiosk: KioskView;
  cards: CardsView;
  lobby: LobbyView;
  counter: CounterView;
  rating: RatingView;
  floor: FloorView;
  manager: ManagerView;
  figures: FiguresView;
  home: HomeView;
  devices: DevicesView;
  alertBook: AlertBookView;
  rectifications: RectificationsView;
  meetings: MeetingsView;
  roster: RosterView;
  robots: RobotsView;
  notices: NoticesView;
  complaints: ComplaintsView;
  inspections: InspectionsView;
}
export type ViewName = keyof Views;

/** A view as a screen asks for it; only a counter's own screens name the counter. */
export interface ViewKey<N extends ViewName = ViewName> {
  readonly name: N;
  readonly counter?: CounterId;
}

export const ofCounter = (name: ViewName) => name === 'counter' || name === 'rating';

type Shown<V> = (lobby: Lobby, at: number, counter: CounterId, outside: Outside) => V;

const views: { [N in ViewName]: Shown<Views[N]> } = {
  kiosk: (lobby, at, _, outside) => kioskView(lobby, at, outside),
  cards: (lobby) => cardsView(lobby),
  lobby: (lobby, _at, _, outside) => lobbyView(lobby, outside),
  counter: (lobby, at, counter) => counterView(lobby, counter, at),
  rating: (lobby, _, counter) => ratingView(lobby, counter),
  floor: (lobby, at, _, outside) => floorView(lobby, at, outside),
  manager: (lobby, at, _, outside) => managerView(lobby, at, outside),
  figures: (lobby, at) => figuresView(lobby, at),
  home: (lobby) => homeView(lobby),
  devices: (lobby, at, _, outside) => devicesView(lobby, at, outside),
  alertBook: (lobby, _, __, outside) => alertBookView(lobby, outside),
  rectifications: (lobby, _, __, outside) => rectificationsView(lobby, outside),
  robots: (_, __, ___, outside) => outside.robots,
  meetings: (lobby, at, _, outside) => meetingsView(lobby, at, outside),
  roster: (lobby, at, _, outside) => rosterView(lobby, at, outside),
  notices: (lobby, _, __, outside) => noticesView(lobby, outside),
  complaints: (lobby, at, _, outside) => complaintsView(lobby, at, outside),
  inspections: (lobby, at, _, outside) => inspectionsView(lobby, at, outside),
};

export const viewNames = Object.keys(views) as ViewName[];

/** A whole view at hub time `at`; screens never patch. */
export function viewOf<N extends ViewName>(
  key: ViewKey<N>,
  lobby: Lobby,
  at: number,
  outside: Outside = nothingOutside,
): Views[N] {
  return views[key.name](lobby, at, key.counter ?? ('' as CounterId), outside);
}
