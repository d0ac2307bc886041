import type { LoanId } from '../ids.ts';
import { unreachable } from '../result.ts';
import type { NumbersFact } from './facts.ts';
import { isCutOff, type Loan, placeOfLent } from './lent.ts';
import type { Visit } from './state.ts';

type Lent = Extract<NumbersFact, { type: 'numbers.lent' }>;

export function evolveLent(visit: Visit, fact: NumbersFact): Visit {
  switch (fact.type) {
    case 'numbers.lent':
      return withLoan(visit, fact.loan, lent(visit.loans[fact.loan], fact));
    case 'numbers.cutOff':
      return changed(visit, fact.loan, (loan) => unheard(loan, fact.at));
    case 'numbers.regained':
      return changed(visit, fact.loan, (loan) => heard(loan, fact.at));
    case 'numbers.late':
      return visit;
    default:
      return unreachable(fact);
  }
}

const withLoan = (visit: Visit, id: LoanId, loan: Loan): Visit => ({
  ...visit,
  loans: { ...visit.loans, [id]: loan },
});

function changed(visit: Visit, id: LoanId, change: (loan: Loan) => Loan): Visit {
  const loan = visit.loans[id];
  return loan ? withLoan(visit, id, change(loan)) : visit;
}

function lent(loan: Loan | undefined, { letter, from, to, device }: Lent): Loan {
  const block = { letter, from, to, handed: [] };
  if (!loan) return { device: device ?? null, blocks: [block], away: [] };
  return { ...loan, blocks: [...loan.blocks, block] };
}

const unheard = (loan: Loan, from: number): Loan =>
  isCutOff(loan) ? loan : { ...loan, away: [...loan.away, { from, to: null }] };

const heard = (loan: Loan, to: number): Loan => ({
  ...loan,
  away: loan.away.map((span) => (span.to === null ? { ...span, to } : span)),
});

/** A hub that was down heard nobody since its last entry, and hears nobody yet. */
export const allUnheard = (visit: Visit, since: number): Visit => ({
  ...visit,
  loans: Object.fromEntries(
    Object.entries(visit.loans).map(([id, loan]) => [id, unheard(loan, since)]),
  ),
});

/** Its number is used: nobody can hand it in again. */
export function handedIn(visit: Visit, number: string): Visit {
  const place = placeOfLent(visit, number);
  if (!place) throw new Error(`the ledger has a ticket ${number}, which was never lent`);
  const { block, n } = place;
  const used = { ...block, handed: [...block.handed, n] };
  return changed(visit, place.loan, (loan) => ({
    ...loan,
    blocks: loan.blocks.map((b) => (b === block ? used : b)),
  }));
}
