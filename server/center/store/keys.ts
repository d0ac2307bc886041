import type { SigningKey } from '../../ledger/key.ts';
import { Plain } from '../../plainly.ts';
import type { Store } from './database.ts';

const RECEIPTS = 'receipts';

/**
 * Makes sure that all servers of one database sign receipts with one key: branches believe no other. The
 * key itself stays in files; the database only knows which one it is.
 *
 * @throws Plain when this server has another one
 */
export async function sameKey({ db }: Store, key: SigningKey): Promise<void> {
  await db
    .insertInto('keys')
    .values({ name: RECEIPTS, id: key.id, pem: key.publicPem() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const keys = db.selectFrom('keys').select('id').where('name', '=', RECEIPTS);
  const first = await keys.executeTakeFirst();
  if (first?.id !== key.id)
    throw new Plain(
      `Receipts of this database are signed with the key ${first?.id.slice(0, 12)}…: copy key.pem from the data folder of its first server.`,
    );
}
