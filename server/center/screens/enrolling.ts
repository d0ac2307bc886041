import type { CityReceived } from '../../../shared/city/wire.ts';
import type { Clock } from '../../clock.ts';
import { makeCode } from '../codes.ts';
import { cityNo } from '../no.ts';
import type { Member, Roster } from '../roster.ts';
import type { Place } from '../stretch.ts';

export interface EnrollingParts {
  readonly place: Place;
  readonly roster: Pick<Roster, 'branches' | 'current'>;
  readonly clock: Clock;
  /** The last head witnessed of an epoch. */
  readonly headOf: (member: Member) => Promise<{ readonly seq: number; readonly at: number }>;
}

/** Codes for branches from the center's screen: the same as `center enrol` and `center epoch` print. */
export const enrolling = ({ place, roster, clock, headOf }: EnrollingParts) => ({
  async enrol(branch: string, name: string): Promise<CityReceived> {
    const same = roster.branches().find((id) => id.toLowerCase() === branch.toLowerCase());
    if (same) return cityNo('door.branchEnrolled', { branch: same });
    return { ok: true, code: await makeCode(place, { branch, name, epoch: 1 }, clock.now().wall) };
  },
  async epoch(branch: string): Promise<CityReceived> {
    const now = roster.current(branch);
    if (!now) return cityNo('door.branchUnknown', { branch });
    const grant = { branch, name: now.name, epoch: now.epoch + 1 };
    const { seq, at } = await headOf(now);
    return { ok: true, code: await makeCode(place, grant, clock.now().wall), lost: { seq, at } };
  },
});
