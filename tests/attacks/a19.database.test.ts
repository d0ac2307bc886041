import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { openPostgres } from '../../server/center/store/database.ts';
import { FACTS, refuseUnready } from '../../server/center/store/migrating.ts';
import { prepared } from '../../server/center/store/preparing.ts';
import { ledgerIn, shelfOf } from '../kit/center.ts';
import { branchDisk, drained, heldIn, startIntake } from '../kit/intake.ts';
import { freshDatabase, isAbsent, openStore, postgres } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const real = test.skipIf(isAbsent('postgres'));

real(
  'A19 the role that servers work under adds facts, and can change or take away none',
  async () => {
    const store = await openStore('postgres');
    const branch = await branchDisk(5);
    await drained(await startIntake(store), branch, 15, 5);
    const denied = async (statement: string) => {
      const said = await sql
        .raw(statement)
        .execute(store.db)
        .then(
          () => 'done',
          (error: { code?: string }) => error.code,
        );
      expect(said, statement).toBe('42501');
    };
    const parts = ['entries_2026_11', 'heads_2026_11', 'closings_other'];
    for (const table of [...FACTS, ...parts]) {
      await denied(`delete from ${table}`);
      await denied(`truncate ${table}`);
      await denied(`drop table ${table}`);
      await denied(`alter table ${table} add column x int`);
    }
    for (const table of FACTS) {
      const column = table === 'keys' ? 'id' : 'branch';
      await denied(`update ${table} set ${column} = 'x'`);
    }
    await denied(
      'create function make_month(wanted text, x int) returns void language sql as $$$$',
    );
    await denied('drop function make_month(text)');
    expect(await ledgerIn(await heldIn(store), shelfOf('east'))).toEqual(await ledgerIn(branch));
  },
);

real('A19 a server does not start under a role that could change facts', async () => {
  const { ownerUrl, url } = await freshDatabase();
  const owner = openPostgres(ownerUrl, () => {});
  await expect(refuseUnready(owner.db)).rejects.toThrow('could change facts');
  await owner.close();
  await expect(prepared(ownerUrl, ownerUrl)).rejects.toThrow('two roles');
  const server = openPostgres(url, () => {});
  await refuseUnready(server.db);
  await server.close();
});

real('A19 nor on a database that is not prepared, or was by a newer program', async () => {
  const running = await postgres();
  const bare = openPostgres(running.ownerUrl(await running.create()), () => {});
  await expect(refuseUnready(bare.db)).rejects.toThrow('npm run center -- migrate');
  await bare.close();
  const { ownerUrl, url } = await freshDatabase();
  const owner = openPostgres(ownerUrl, () => {});
  await sql`insert into kysely_migration (name, timestamp) values ('2099-01', 'x')`.execute(
    owner.db,
  );
  await owner.close();
  const server = openPostgres(url, () => {});
  await expect(refuseUnready(server.db)).rejects.toThrow('upgrade this one first');
  await server.close();
});
