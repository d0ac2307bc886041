import type { CounterId, ServiceId } from '../../../shared/ids.ts';
import type { Settings } from '../../../shared/settings.ts';
import { Plain } from '../../plainly.ts';
import type { Branch } from '../../rehearsal/replay/branch.ts';
import type { Row } from '../../rehearsal/replay/row.ts';

interface Named {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** By its id, or by its name in either language. */
const find = <T extends Named>(all: readonly T[], text: string): T | undefined =>
  all.find(({ id, name }) => [id, name.zh, name.en].includes(text));

/**
 * The branch as its own settings have it, and what the other system called things. A counter that is no
 * more is nobody's; a service that is not known would put figures under a wrong name.
 *
 * @param otherwise the service of rows that name none
 * @throws Plain naming every service that the settings do not have
 */
export function branchFor(
  settings: Settings,
  rows: readonly Row[],
  otherwise: string | undefined,
): Branch & { readonly unknownCounters: readonly string[] } {
  const { services, counters } = settings;
  const named = (row: Row) => row.service || otherwise || '';
  const strange = [...new Set(rows.map(named))].filter((text) => !find(services, text));
  if (strange.length > 0) {
    const shown = strange.map((text) => (text === '' ? 'no service at all' : `"${text}"`));
    const known = services.map(({ id }) => id).join(', ');
    throw new Plain(
      `Rows name ${shown.join(', ')}, which the settings do not have (${known}): add it there, write the id or the name into the file, or say --service ID for rows that name none.`,
    );
  }
  const servers = [...new Set(rows.map((row) => row.server).filter(Boolean))];
  return {
    settings,
    serviceOf: (row) => find(services, named(row))?.id as ServiceId,
    counterOf: (row) => (find(counters, row.server)?.id as CounterId | undefined) ?? null,
    unknownCounters: servers.filter((text) => !find(counters, text)),
  };
}
