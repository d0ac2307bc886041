import type { Outside } from '../shared/views/devices.ts';
import type { Adviser } from './adviser/adviser.ts';
import type { Inside } from './doors.ts';
import type { Notices } from './notices/notices.ts';

interface Beside extends Pick<Inside, 'house' | 'printers' | 'seer' | 'links'> {
  readonly notices: Notices;
  readonly adviser: Adviser;
}

/** What views show of things beside the ledger, as they are at this moment. */
export const outsideOf = ({ house, printers, seer, links, notices, adviser }: Beside): Outside => ({
  ...house.outside(),
  printers: printers.states(),
  foreseen: seer,
  robots: notices.view(),
  advice: adviser.advice(),
  center: links.state(),
});
