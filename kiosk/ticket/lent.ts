import { businessDateAt, doorsAt } from '../../shared/calendar.ts';
import type { BusinessDate, LoanId, ServiceId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
import type { LentRange, Reserve } from '../../shared/views/reserve.ts';

/** What of its last view a kiosk goes by. */
type Alone = Pick<KioskView, 'reserve' | 'branch'>;

/** Numbers of one letter in hand; `next` is the first that was not given out. */
interface Held extends LentRange {
  readonly next: number;
}

/** A number that was given out and that the hub has not acknowledged. */
export interface Out {
  /** The id it is always sent with. */
  readonly id: string;
  readonly command: LobbyCommand;
}

/** What a kiosk keeps on its own disk, so that it can go on alone. */
export interface Kept {
  readonly loan: LoanId;
  readonly date: BusinessDate | null;
  readonly held: readonly Held[];
  readonly out: readonly Out[];
  /** Hub time − this machine's wall time, milliseconds; as of the last time the hub was heard. */
  readonly offset: number;
}

export const nothingKept = (loan: LoanId): Kept => ({
  ...{ loan, date: null, held: [], out: [], offset: 0 },
});

/** The hub says what it has lent; what was given out of it only this machine knows. */
export function merged(kept: Kept, { date, loans }: Reserve): Kept {
  const before = date === kept.date ? kept.held : [];
  const isSame = (a: LentRange, b: LentRange) => a.letter === b.letter && a.from === b.from;
  const held = (loans[kept.loan] ?? []).map((range) => ({
    ...range,
    next: before.find((h) => isSame(h, range))?.next ?? range.from,
  }));
  return { ...kept, date, held };
}

/** Whether a day of the branch is open at hub time `at`, as far as one can know alone. */
export function isOpenAlone({ reserve, branch }: Alone, date: Kept['date'], at: number) {
  const wall = at + branch.offset;
  const clockwork = { branch, hours: reserve.hours, rules: { dayEnds: reserve.dayEnds } };
  return businessDateAt(clockwork, wall) === date && doorsAt(clockwork, wall).is === 'open';
}

export interface Asked {
  readonly service: ServiceId;
  readonly class: 'ordinary' | 'premium';
  /** Hub time as this machine knows it. */
  readonly at: number;
  readonly id: string;
}

/** The next number of a service, and what is then to be kept; null where there is none. */
export function takenFrom(kept: Kept, { reserve }: Pick<Alone, 'reserve'>, asked: Asked) {
  const { service, class: cls, at, id } = asked;
  const letter = reserve.letters[service]?.[cls];
  const from = kept.held.find((h) => h.letter === letter && h.next <= h.to);
  if (!from || !kept.date) return null;
  const number = `${from.letter}${String(from.next).padStart(3, '0')}`;
  const given = { date: kept.date, number, service, class: cls, issuedAt: Math.round(at) };
  const command: LobbyCommand = { type: 'ticket.handIn', ...given };
  const held = kept.held.map((h) => (h === from ? { ...h, next: h.next + 1 } : h));
  return { number, kept: { ...kept, held, out: [...kept.out, { id, command }] } };
}

export const acknowledged = (kept: Kept, ids: ReadonlySet<string>): Kept => ({
  ...kept,
  out: kept.out.filter((out) => !ids.has(out.id)),
});

/** How many customers of each service it can still give a number to alone: the fewest of them. */
export const inReserve = ({ held }: Kept, { reserve }: Pick<Alone, 'reserve'>): number =>
  Math.min(
    ...Object.values(reserve.letters).map(({ ordinary }) =>
      held.filter((h) => h.letter === ordinary).reduce((n, h) => n + h.to - h.next + 1, 0),
    ),
  );
