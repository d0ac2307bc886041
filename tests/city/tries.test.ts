import { expect, test, vi } from 'vitest';
import { SqlTries } from '../../server/center/people/sqlTries.ts';
import { SqlVault } from '../../server/center/people/sqlVault.ts';
import { Throttle, type Tries } from '../../server/devices/throttle.ts';
import type { PersonId } from '../../shared/city/ids.ts';
import { startCenter } from '../kit/center.ts';
import { founded, joined, PASSWORD, toCity } from '../kit/cityDoor.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const KINDS = ['one server', 'two servers'] as const;

/** What asks in turn: one server, or two over one database. */
async function triesOf(kind: (typeof KINDS)[number]): Promise<Tries> {
  if (kind === 'one server') return new Throttle();
  const store = await openStore('postgres');
  for (const person of ['ann', 'bob'])
    await new SqlVault(store).keep(person as PersonId, { name: null, password: null });
  const both = [new SqlTries(store), new SqlTries(store)];
  let n = 0;
  return { ask: (...of) => (both[n++ % 2] as Tries).ask(...of) };
}

for (const kind of KINDS) {
  const shared = test.skipIf(kind === 'two servers' && isAbsent('postgres'));

  shared(`${kind}: ten tries an hour from elsewhere, ten from where one last came in`, async () => {
    const tries = await triesOf(kind);
    const came = await tries.ask('ann', 'home', 0);
    if (came.ok) await came.back();
    const so = async (browser: string, at: number) => (await tries.ask('ann', browser, at)).ok;
    for (let n = 0; n < 10; n++) expect(await so(`stranger ${n}`, 1000 + n)).toBe(true);
    expect(await tries.ask('ann', 'another', 2000)).toEqual({ ok: false, wait: HOUR - 1000 });
    for (let n = 0; n < 10; n++) expect(await so('home', 3000)).toBe(true);
    expect(await so('home', 3000)).toBe(false);
    expect(await so('another', 1000 + HOUR)).toBe(true);
    expect(await so('another', 1000 + HOUR)).toBe(false);
    expect((await tries.ask('bob', 'another', 2000)).ok).toBe(true);
  });

  shared(
    `${kind}: many at once are all counted, and a right one takes back only itself`,
    async () => {
      const tries = await triesOf(kind);
      const at = HOUR;
      const all = await Promise.all(Array.from({ length: 30 }, () => tries.ask('ann', 'b', at)));
      const let10 = all.filter(({ ok }) => ok);
      expect(let10).toHaveLength(10);
      for (const leave of let10.slice(0, 3)) if (leave.ok) await leave.back();
      const more = [];
      for (let n = 0; n < 5; n++) more.push((await tries.ask('ann', `c${n}`, at)).ok);
      expect(more).toEqual([true, true, true, false, false]);
    },
  );

  shared(`${kind}: one browser that goes through many accounts is stopped, too`, async () => {
    const tries = await triesOf(kind);
    let n = 0;
    while ((await tries.ask(`nobody-${n}`, 'b', HOUR)).ok) n++;
    expect(n).toBe(40);
    expect((await tries.ask('ann', 'b', HOUR * 2)).ok).toBe(true);
  });
}

test.skipIf(isAbsent('postgres'))(
  'two servers of one center: going from one to the other gives nobody a further try',
  async () => {
    const store = await openStore('postgres');
    const disk = new MemoryDisk();
    const tables = { isRecord: true, store } as const;
    const a = await startCenter(disk, { tables });
    const b = await startCenter(disk, { tables, clock: a.clock });
    const chief = await founded(a);
    await joined(a, chief, { person: 'ops', role: 'operations', node: null });
    const signIn = (city: typeof a, password: string, browser: string) =>
      toCity(city, 'sign-in', { person: 'ops', password, browser });
    const own = 'the-browser-of-ops';
    expect(await signIn(a, PASSWORD, own)).toMatchObject({ ok: true });
    const codes = [];
    for (let n = 0; n < 12; n++) {
      const said = await signIn(n % 2 ? a : b, 'wrong as can be', `stranger-${n}-somewhere`);
      codes.push(said.ok ? 'in' : said.code);
    }
    expect(codes).toEqual([...Array(10).fill('door.notKnown'), 'door.wait', 'door.wait']);
    expect(await signIn(b, PASSWORD, 'stranger-9-somewhere')).toMatchObject({ code: 'door.wait' });
    expect(await signIn(b, PASSWORD, own)).toMatchObject({ ok: true });
  },
);
