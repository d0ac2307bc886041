import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { City } from '../../../shared/city/city.ts';
import { type PersonId, personId } from '../../../shared/city/ids.ts';
import { activeAccount, activeAccounts } from '../../../shared/city/people/state.ts';
import { systemClock } from '../../clock.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { openKey } from '../../ledger/key.ts';
import { Plain } from '../../plainly.ts';
import { cityIn } from '../city/files.ts';
import { CityRoom } from '../city/room.ts';
import { dataOf } from '../options.ts';
import { SqlCity } from '../store/city.ts';
import type { Store } from '../store/database.ts';
import { sameKey } from '../store/keys.ts';
import type { Place } from '../stretch.ts';
import { openRecord } from '../tables.ts';
import { GOOD, newPass } from './pass.ts';
import { PassesBeside } from './passesBeside.ts';
import { SqlVault } from './sqlVault.ts';

const USAGE =
  'Name one person by their staff number (letters, digits, - and _): npm run center -- password PERSON --data DIR';

/** `center password PERSON`: prints a code, once, for somebody who lost their password. */
export async function runPassword(args: string[]): Promise<void> {
  const options = { data: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const person = personId.safeParse(positionals[0]);
  if (positionals.length !== 1 || !person.success) throw new Plain(USAGE);
  const store = await openRecord(console.error);
  const place = { disk: nodeDisk, folder: resolve(dataOf(values.data)) };
  const { wall } = systemClock(0).now();
  try {
    const code = store
      ? await codeInTables({ store, place }, person.data, wall)
      : await codeBeside(place, person.data, wall);
    console.log(code);
    console.error(
      `Whoever types it on the center’s page chooses a new password for ${person.data} and ends every session of theirs. It works once, for three days.`,
    );
  } finally {
    await store?.close();
  }
}

/**
 * With files the center may be running: the code is put beside what it has, and its ledger says who was
 * given it once it is used.
 *
 * @throws Plain when there is no such account
 */
export async function codeBeside(place: Place, person: PersonId, wall: number): Promise<string> {
  known(await cityIn(place), person, place.folder);
  const { code, digest } = newPass();
  await new PassesBeside(place).give(digest, { person, until: wall + GOOD });
  return code;
}

/**
 * In a database several may write: the ledger says it at once, under the key that all its servers share.
 *
 * @throws Plain when there is no such account; Error when the key is not in the folder
 */
export async function codeInTables(
  { store, place: { disk, folder } }: { readonly store: Store; readonly place: Place },
  person: PersonId,
  wall: number,
): Promise<string> {
  const key = await openKey(disk, folder, true);
  await sameKey(store, key);
  const log = await SqlCity.open(store, key, console.error);
  const room = await CityRoom.open({ log, clock: systemClock(0) });
  known(room.state, person, 'this database');
  const nobody = { person: null, role: null, scope: null } as const;
  const told = await room.takeOwn({ type: 'account.invite', person }, nobody);
  if (!told.ok) throw new Plain(told.says.en);
  const { code, digest } = newPass();
  await new SqlVault(store).givePass(digest, { person, until: wall + GOOD });
  return code;
}

function known({ people }: City, person: PersonId, where: string): void {
  if (activeAccount(people, person)) return;
  const all = activeAccounts(people).map((one) => one.person);
  throw new Plain(
    all.length === 0
      ? `There is no account in ${where}: start the center, and become its administrator with the code it prints.`
      : `There is no account ${person} in ${where}: name one of ${all.join(', ')}.`,
  );
}
