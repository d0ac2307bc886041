import { addedBySetUp } from '../../shared/branch/decide.ts';
import type { DeviceId } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import type { Outside } from '../../shared/views/devices.ts';
import type { Clock } from '../clock.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Pipeline } from '../pipeline.ts';
import { Desk, type DeskParts } from './desk.ts';
import { Doorman } from './doorman.ts';
import type { Keys } from './keys.ts';
import { Pairing } from './pairing.ts';
import type { People } from './people.ts';
import { Presence } from './presence.ts';
import { Throttle } from './throttle.ts';

export interface HouseParts {
  readonly keys: Keys;
  readonly people: People;
  readonly clock: Clock;
  readonly pipeline: Pipeline;
  /** Every screen has to pair, on this machine too. */
  readonly pairs: boolean;
  /** For whoever watches the console: the set-up code is told nowhere else. */
  readonly say: (line: string) => void;
  /** What the devices view shows has changed. */
  readonly changed: () => void;
  readonly printAgain: DeskParts['printAgain'];
  readonly propose: DeskParts['propose'];
}

/** Devices and people of one hub: who is let in, who is signed in, who is there. */
export interface House {
  readonly pairs: boolean;
  readonly desk: Desk;
  readonly doorman: Doorman;
  readonly pairing: Pairing;
  readonly presence: Presence;
  outside(): Omit<Outside, 'printers' | 'robots' | 'advice' | 'foreseen' | 'center'>;
  /**
   * Prints a set-up code if pairing is on and no manager's panel can come in; `always` even then. With
   * `home`, the hub's own address, the one that sets the branch up too.
   */
  offerSetUp(always?: boolean, home?: string): void;
  /** What the ledger took; true when somebody's rights may have changed. */
  noticed(entries: readonly Entry[]): boolean;
}

export function openHouse(parts: HouseParts): House {
  const { keys, people, clock, pipeline, pairs, say, changed, printAgain, propose } = parts;
  const now = () => clock.now().at;
  const lobby = () => pipeline.lobby;
  const touched = new Map<DeviceId, number>();
  const pairing = new Pairing(now, changed);
  const presence = new Presence({
    clock,
    came: (device) => void pipeline.submitOwn({ type: 'device.online', device }),
    went: (device) => void pipeline.submitOwn({ type: 'device.offline', device }),
  });
  const offerSetUp = (always = false, home = '') => {
    if (!always && (!pairs || hasPanel(lobby(), keys))) return;
    const letters = pairing.newSetUp();
    const code = `${letters.slice(0, 4)}-${letters.slice(4)}`;
    const typed = pairs ? ["type it on the first manager's panel"] : [];
    const opened = home ? [`open ${home}/display/setup/#${code}`] : [];
    say(`  set-up code ${code}   ${[...typed, ...opened].join(', or ')}`);
  };
  return {
    pairs,
    desk: new Desk({
      ...{ keys, people, pairing, now, printAgain, propose, throttle: new Throttle() },
      devices: () => lobby().devices,
      addedBySetUp: () => addedBySetUp(lobby().branch),
      submit: (command, sender) => pipeline.submitOwn(command, sender),
    }),
    doorman: new Doorman({ keys, people, lobby, pairing: pairs }),
    ...{ pairing, presence, offerSetUp },
    outside: () => ({
      ...{ pending: pairing.pending(), names: keys.names(), people: people.names() },
      ...{ places: presence.places(), touched },
    }),
    noticed(entries) {
      const facts = entries.flatMap((entry) => entry.facts);
      for (const { device, at } of entries) if (device) touched.set(device as DeviceId, at);
      for (const fact of facts) {
        if (fact.type !== 'device.revoked') continue;
        touched.delete(fact.device);
        // Should the disk not take it: the ledger's word keeps the device out all the same.
        void keys.drop(fact.device).catch(() => {});
        offerSetUp();
      }
      return facts.some(({ type }) => type === 'day.closed' || CHANGES_RIGHTS.test(type));
    },
  };
}

const CHANGES_RIGHTS = /^(device\.(approved|placed|revoked)|staff\.|person\.)/;

const hasPanel = ({ devices }: Lobby, keys: Keys) =>
  Object.values(devices.devices).some(
    (d) => d.role === 'manager' && d.revokedAt === null && keys.has(d.id),
  );
