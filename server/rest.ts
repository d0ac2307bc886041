import type { Lobby } from '../shared/lobby.ts';
import type { Inside } from './doors.ts';
import type { Keeper } from './keeper.ts';
import type { Entry } from './ledger/entry.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Notices } from './notices/notices.ts';
import { headKept, type Resumed } from './resume.ts';
import type { Backups } from './upkeep/backup/rota.ts';
import type { Sockets } from './web/sockets.ts';

export interface AtRest {
  readonly sockets: Sockets;
  readonly keeper: Keeper;
  readonly ledger: Ledger;
  readonly keepsakes: Resumed['keepsakes'];
  readonly backups: Backups;
  readonly notices: Notices;
}

/** What was pressed is answered, what is kept is written and copied, and the ledger is let go of. */
export async function comeToRest(parts: Omit<Inside, 'history'> & AtRest): Promise<void> {
  const { publisher, house, printers, sockets, pipeline, keeper, seer, links } = parts;
  const { ledger, keepsakes, backups, notices } = parts;
  publisher.stop();
  house.presence.stop();
  seer.stop();
  await printers.stop();
  await notices.stop();
  await sockets.close();
  await pipeline.stop();
  if (pipeline.accepting) keeper.keep([headKept(ledger)]);
  await keeper.done();
  await links.stop();
  await keepsakes.close();
  await ledger.close();
  await backups.stop();
}

type Told = Pick<
  Inside,
  'photos' | 'publisher' | 'metrics' | 'house' | 'printers' | 'seer' | 'links'
> &
  Pick<AtRest, 'sockets' | 'notices'>;

/** After a flush: everybody who goes by what is now true. */
export function told(all: Told, entries: readonly Entry[], now: Lobby): void {
  const facts = entries.flatMap((entry) => entry.facts);
  all.photos.noticed(facts);
  all.publisher.changed();
  all.metrics.counted(facts);
  if (all.house.noticed(entries)) all.sockets.recheck();
  for (const room of [all.seer, all.printers, all.notices, all.links]) room.committed(entries, now);
}
