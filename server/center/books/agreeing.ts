import type { Kept } from '../kept.ts';
import type { Member } from '../roster.ts';
import type { Store } from '../store/database.ts';

/** What is made of the facts, and can be made anew. */
const MADE = ['days', 'rules', 'folds', 'differences'] as const;

/** Takes away all that was made of a branch's ledgers, or of every branch's. */
export async function unmade({ db }: Store, branch?: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of MADE) {
      const rows = trx.deleteFrom(table);
      await (branch === undefined ? rows : rows.where('branch', '=', branch)).execute();
    }
  });
}

/**
 * Holds the rows against the ledgers that they were made of, by the entry that each was made up to; those
 * of another ledger are taken away, and made anew. An embedded database may have lost its last writes, or
 * come from another folder.
 *
 * @returns branches whose rows did not agree
 */
export async function agreed(store: Store, { roster, shelves }: Kept): Promise<string[]> {
  const folds = await store.db
    .selectFrom('folds')
    .select(['branch', 'epoch', 'seq', 'hash'])
    .execute();
  const strange = new Set<string>();
  for (const { branch, epoch, seq, hash } of folds) {
    const member = (await roster.of(branch)).find((one) => one.epoch === epoch);
    if (!member || !(await holds(member, { seq, hash }))) strange.add(branch);
  }
  for (const branch of strange) await unmade(store, branch);
  return [...strange];

  /** Of a damaged shelf nothing can be said: its rows are all that is left. */
  async function holds(member: Member, head: { seq: number; hash: string }): Promise<boolean> {
    const [stood] = await shelves.standsOf([member]);
    if (!stood || stood.head.seq === 0) return true;
    if (stood.head.seq === head.seq) return stood.head.hash === head.hash;
    return head.seq < stood.head.seq && shelves.holds(member, head);
  }
}
