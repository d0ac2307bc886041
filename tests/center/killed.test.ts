import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeCode } from '../../server/center/codes.ts';
import { FilesCodes } from '../../server/center/files/codes.ts';
import { keptInTables } from '../../server/center/kept.ts';
import { openEmbedded, openPostgres } from '../../server/center/store/database.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { readAll } from '../../server/upkeep/kept.ts';
import type { BranchId } from '../../shared/ids.ts';
import { openOffice, type PlayedBranch, playedBranch, segmentOf } from '../kit/accounts.ts';
import { ledgerIn, shelfOf } from '../kit/center.ts';
import { dice } from '../kit/dice.ts';
import { bare, Feeder } from '../kit/feeding.ts';
import { heldIn } from '../kit/intake.ts';
import { FOLDER, temporaryFolder } from '../kit/ledgers.ts';
import { type Running, startProcess } from '../kit/process.ts';
import { freshDatabase, isAbsent, makeEmbedded } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const options = { from: '2026-10-30', days: 3, tickets: 40 };
const played = await Promise.all(
  ['east', 'west', 'south'].map((id, i) => playedBranch(id, { ...options, seed: i + 1 })),
);
/** What a clone of `east` would have gone on to, under the same key. */
const other = await playedBranch('east', { ...options, seed: 9 });

/** Programs as they run in a city: each in a folder, all over one database where there is one. */
class Servers {
  readonly #running: (Running | null)[] = [];
  readonly #folders: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  readonly #die: () => number;

  constructor(folders: readonly string[], env: NodeJS.ProcessEnv, die: () => number) {
    this.#folders = folders;
    this.#env = env;
    this.#die = die;
  }

  urls = () => this.#running.flatMap((one) => (one ? new URL(one.url) : []));

  async start(n: number): Promise<void> {
    const port = Number(this.#ports[n] ?? 0);
    const args = ['--data', this.#folders[n] ?? ''];
    const one = await startProcess('', { room: 'center', args, port, env: this.#env });
    this.#ports[n] = new URL(one.url).port;
    this.#running[n] = one;
  }
  readonly #ports: string[] = [];

  /** The power plug of one of them, at any moment; it is back a little later. */
  async kill(): Promise<void> {
    await new Promise((done) => setTimeout(done, 50 + this.#die() * 250));
    const n = Math.floor(this.#die() * this.#running.length);
    const one = this.#running[n];
    this.#running[n] = null;
    await one?.kill();
    await this.start(n);
  }

  async end(): Promise<void> {
    for (const one of this.#running) await one?.end();
    this.#running.length = 0;
  }
}

const rowsOf = async ({ disk }: PlayedBranch) =>
  (await readAll(disk, FOLDER))?.kept[0]?.days.map(({ row }) => row);

/** Whatever was not witnessed so is refused, by every center there is. */
async function refusesAll(feeder: Feeder): Promise<void> {
  const { branch } = feeder;
  const whole = await segmentOf(branch, 0);
  const older = await segmentOf(branch, 0, 20);
  const clone = await segmentOf({ ...other, key: branch.key }, 0);
  const [day] = whole.days;
  const lines = (day?.lines ?? []).with(3, (day?.lines[3] ?? '').replace(/"at":\d/, '"at":9'));
  const tampered = { ...whole, days: [{ ...day, lines }, ...whole.days.slice(1)] };
  const refused = async (path: 'state' | 'segments', body: object, code: string) =>
    expect(await feeder.ask(path, body), code).toMatchObject({ ok: false, code });
  await refused('state', { head: older.head, at: 0 }, 'center.rollback');
  await refused('segments', bare(clone), 'center.fork');
  await refused('segments', tampered as never, 'center.altered');
  await refused('segments', bare({ ...whole, head: other.key.sign(whole.head) }), 'center.forged');
}

test('a center killed at random while it takes in holds what it has receipted, and its rows equal the ledgers', async () => {
  const die = dice(11);
  const folder = await temporaryFolder();
  const servers = new Servers([folder], {}, die);
  onTestFinished(() => servers.end());
  await makeEmbedded(join(folder, 'db'));
  await servers.start(0);
  const feeders = played.map((branch) => new Feeder(branch, servers.urls, die));
  const codes = new FilesCodes({ disk: nodeDisk, folder });
  for (const feeder of feeders)
    await feeder.join(await makeCode(codes, grantOf(feeder.branch), Date.now()));
  const fed = Promise.all(feeders.map((feeder) => feeder.drain()));
  for (let kills = 0; kills < 2; kills++) await servers.kill();
  await fed;
  await refusesAll(feeders[0] as Feeder);
  await servers.end();
  const store = await openEmbedded(join(folder, 'db'));
  onTestFinished(() => store.close());
  const office = await openOffice('embedded', store, { disk: nodeDisk, folder });
  for (const branch of played) {
    const shelf = join(folder, 'branches', branch.id, '1');
    expect(await ledgerIn(nodeDisk, shelf), branch.id).toEqual(await ledgerIn(branch.disk));
    expect(await office.books().rows(branch.id as BranchId)).toEqual(await rowsOf(branch));
  }
});

const grantOf = ({ id }: PlayedBranch) => ({ branch: id, name: id, epoch: 1 });

test.skipIf(isAbsent('postgres'))(
  'two centers on one PostgreSQL, one killed under load: every branch goes on with the other',
  async () => {
    const die = dice(12);
    const { url } = await freshDatabase();
    const folders = [await temporaryFolder(), await temporaryFolder()];
    const servers = new Servers(folders, { DATABASE_URL: url }, die);
    onTestFinished(() => servers.end());
    await servers.start(0);
    for (const name of ['key.pem', 'key.pub.pem'])
      await cp(join(folders[0] ?? '', name), join(folders[1] ?? '', name));
    await servers.start(1);
    const store = openPostgres(url, () => {});
    onTestFinished(() => store.close());
    const feeders = played.map((branch) => new Feeder(branch, servers.urls, die));
    const { codes } = keptInTables(store);
    for (const feeder of feeders)
      await feeder.join(await makeCode(codes, grantOf(feeder.branch), Date.now()));
    const fed = Promise.all(feeders.map((feeder) => feeder.drain()));
    for (let kills = 0; kills < 3; kills++) await servers.kill();
    await fed;
    await refusesAll(feeders[0] as Feeder);
    await servers.end();
    const office = await openOffice('postgres', store);
    for (const branch of played) {
      const held = await ledgerIn(await heldIn(store, branch.id), shelfOf(branch.id));
      expect(held, branch.id).toEqual(await ledgerIn(branch.disk));
      expect(await office.books().rows(branch.id as BranchId)).toEqual(await rowsOf(branch));
    }
  },
);
