/** What the people of a simulated branch do with the figures; left out, they earn them. */
export interface Habits {
  /** Tellers answer for customers who do not: at once, and in their own favour. */
  readonly pressesTheKey?: 'quickly' | 'slowly';
  /** Sham services one after another, each rated. */
  readonly shams?: boolean;
  readonly invitesTheHappy?: boolean;
  readonly callsEarly?: boolean;
  readonly marksMissed?: boolean;
  readonly skipsTickets?: boolean;
  readonly unplugs?: boolean;
  readonly takesEarly?: boolean;
  readonly resets?: boolean;
}
