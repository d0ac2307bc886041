import type { CityReceived } from '../../../shared/city/wire.ts';
import type { Clock } from '../../clock.ts';
import { type Codes, makeCode } from '../codes.ts';
import { cityNo } from '../no.ts';
import { currentOf, type Member, type Roster } from '../roster.ts';

export interface EnrollingParts {
  readonly codes: Codes;
  readonly roster: Roster;
  readonly clock: Clock;
  /** The last head witnessed of an epoch. */
  readonly standOf: (
    member: Member,
  ) => Promise<{ readonly head: { readonly seq: number; readonly at: number } }>;
}

/** Codes for branches from the center's screen: the same as `center enrol` and `center epoch` print. */
export const enrolling = ({ codes, roster, clock, standOf }: EnrollingParts) => ({
  async enrol(branch: string, name: string): Promise<CityReceived> {
    const all = currentOf(await roster.all());
    const same = all.find((one) => one.branch.toLowerCase() === branch.toLowerCase());
    if (same) return cityNo('door.branchEnrolled', { branch: same.branch });
    return { ok: true, code: await makeCode(codes, { branch, name, epoch: 1 }, clock.now().wall) };
  },
  async epoch(branch: string): Promise<CityReceived> {
    const now = (await roster.of(branch)).at(-1);
    const isThere = now && (await roster.endedAt(branch)) === null;
    if (!isThere) return cityNo('door.branchUnknown', { branch });
    const grant = { branch, name: now.name, epoch: now.epoch + 1 };
    const { seq, at } = (await standOf(now)).head;
    return { ok: true, code: await makeCode(codes, grant, clock.now().wall), lost: { seq, at } };
  },
});
