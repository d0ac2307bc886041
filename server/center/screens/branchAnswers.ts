import type { BranchTicket, TicketRow } from '../../../shared/city/views/branchDay.ts';
import type { BranchId, BusinessDate, StaffId } from '../../../shared/ids.ts';
import { periodOf } from '../../../shared/month/periods.ts';
import { isVisit } from '../../../shared/owners.ts';
import type { KeptDay, Told } from '../../../shared/questions/keptDay.ts';
import { ticketNumbered, ticketStory } from '../../../shared/questions/ticketStory.ts';
import { evolve } from '../../../shared/visit/evolve.ts';
import { initialVisit } from '../../../shared/visit/state.ts';
import { rowsOf } from '../../../shared/visit/table.ts';
import { waitedIn } from '../../../shared/visit/ticket.ts';
import { reportOn } from '../../reports/reporting.ts';
import type { Books } from '../books/books.ts';
import { cityNo } from '../no.ts';
import type { Answers } from './answering.ts';

/** A branch as its own books have it: a month's sheet, a day's tickets, one ticket's story. */
export const branchAnswers: Pick<Answers, 'branch.report' | 'branch.day' | 'branch.ticket'> = {
  async 'branch.report'({ branch, period: id }, _asker, { books }) {
    const now = await books.lobby(branch);
    const period = periodOf(id);
    if (!now || !period) return cityNo('door.unknown');
    const rows = await books.rows(branch);
    const dates = rows.map(({ date }) => date);
    return reportOn(period, now.lobby, { rows, dates, lost: [] });
  },
  async 'branch.day'({ branch, date }, _asker, { books }) {
    const day = await dayIn(books, branch, date);
    if (!day) return cityNo('door.unknown');
    const { timeZone } = day.visit.settings.branch;
    return { date, timeZone, offset: day.visit.offset, tickets: ticketsOf(day) };
  },
  async 'branch.ticket'({ branch, date, number }, _asker, { books }): Promise<BranchTicket | No> {
    const day = await dayIn(books, branch, date);
    const ticket = day && ticketNumbered(day, number);
    if (!day || !ticket) return cityNo('door.unknown');
    // Names of a branch's people stay with the branch: the center knows their numbers.
    const story = ticketStory(day, ticket, new Map());
    return { story, timeZone: day.visit.settings.branch.timeZone };
  },
};

type No = ReturnType<typeof cityNo>;

/** One business day from the entries that the center holds, folded as it was when it was new. */
async function dayIn(books: Books, branch: BranchId, date: BusinessDate): Promise<KeptDay | null> {
  const now = await books.lobby(branch);
  const entries = await books.entries(branch, date);
  if (!now || entries.length === 0) return null;
  const began = now.lobby.visit.settings;
  let visit = initialVisit(began);
  const told: Told[] = [];
  for (const { facts, person } of entries)
    for (const fact of facts) {
      if (isVisit(fact)) visit = evolve(visit, fact);
      told.push({ fact, person: person as StaffId | null, device: null });
    }
  return { date, began, visit, told, track: [] };
}

function ticketsOf({ visit }: KeptDay): TicketRow[] {
  const rows = [...rowsOf(visit.tickets)].filter(({ test }) => !test);
  return rows
    .map(({ id, number, class: cls, firstAt, legs, situation }): TicketRow => {
      const wait = legs.length > 0 ? Math.round(waitedIn(legs) / 1000) : null;
      return { ticket: id, number, class: cls, at: firstAt, wait, is: situation.is };
    })
    .sort((a, b) => (b.wait ?? -1) - (a.wait ?? -1));
}
