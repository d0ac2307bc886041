import type { Page } from '@playwright/test';
import { ask, employ, openPanel, PIN, pair, press, setUpCodeIn, signedIn } from '../../kit/door.ts';
import { SIZES } from '../branch.ts';
import type { Rig } from '../rig.ts';
import { STAFF } from './days.ts';

/** Two panels and who signs in at each: 网点负责人 and 服务专员. */
export interface Panels {
  readonly b1: string;
  readonly s1: string;
}

/** A branch with its staff and two panels. */
export async function employed({ place }: Rig): Promise<Panels> {
  const panel = await openPanel(place, setUpCodeIn(place.said()));
  const other = await pair(place, panel, 'manager');
  for (const [person, as] of Object.entries(STAFF))
    await employ(place, panel, { person, as, pin: PIN, at: place.now?.() ?? 0 });
  return { b1: panel, s1: other.token };
}

export const signsIn = ({ place }: Rig, panels: Panels, who: keyof Panels) =>
  signedIn(place, panels[who], who, PIN);

async function openAs(rig: Rig, panels: Panels, who: keyof Panels) {
  const token = await signsIn(rig, panels, who);
  return rig.screens.open('/display/manager/', SIZES.desk, { token });
}

/** What happens on a day before the branch opens, beside its meeting. */
export type Scene = (rig: Rig, panels: Panels) => Promise<unknown>;

/** A scene at a panel, with somebody signed in for as long as it lasts. */
export const at =
  (who: keyof Panels, scene: (panel: Page, rig: Rig) => Promise<unknown>): Scene =>
  async (rig, panels) => {
    const panel = await openAs(rig, panels, who);
    await scene(panel, rig);
    await panel.close();
  };

interface Wrong {
  readonly date: string;
  readonly number: string;
  readonly to: number | null;
}

/** A wait is corrected by both without a hand. */
export async function corrects(rig: Rig, panels: Panels, { date, number, to }: Wrong) {
  const { place } = rig;
  const wait = { type: 'correction.propose', date, number, what: 'wait', to } as const;
  const why = { reason: 'forgotStart', note: '补记漏按的开始' } as const;
  const said = await ask(place, await signsIn(rig, panels, 'b1'), { ...wait, ...why } as never);
  if (!said.ok) throw new Error(JSON.stringify(said));
  const correction = rig.hub.pipeline.lobby.corrections.all.at(-1)?.id;
  const confirm = { type: 'correction.confirm', correction } as never;
  const done = await press(place, await signsIn(rig, panels, 's1'), confirm, place.now?.());
  if (!done.ok) throw new Error(JSON.stringify(done));
}
