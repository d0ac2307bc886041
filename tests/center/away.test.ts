import { expect, test, vi } from 'vitest';
import { openPostgres } from '../../server/center/store/database.ts';
import { prepared } from '../../server/center/store/preparing.ts';
import { ledgerIn, shelfOf } from '../kit/center.ts';
import { branchDisk, drained, EAST, heldIn, piece, startIntake } from '../kit/intake.ts';
import { isAbsent, postgres } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

test.skipIf(isAbsent('postgres'))(
  'a database that goes away in the middle: nothing is receipted, nothing lost, and the center goes on by itself',
  async () => {
    const server = await postgres();
    const name = await server.create();
    await prepared(server.ownerUrl(name), server.url(name));
    const broken: string[] = [];
    const store = openPostgres(server.url(name), (what) => void broken.push(what));
    const branch = await branchDisk(10);
    const office = await startIntake(store);
    await drained(office, branch, 10, 5);
    const next = await piece(branch, 10, 20);
    const racing = office.intake.take(office.member, next);
    await server.kill();
    const answer = await racing;
    const later = await office.intake.take(office.member, await piece(branch, 10, 30));
    expect(later).toMatchObject({ ok: false, code: 'center.notSaved' });
    expect(office.said.length).toBeGreaterThan(0);
    await server.start();
    const { head } = await office.intake.standOf(office.member);
    expect([10, 20]).toContain(head.seq);
    if (answer.ok) expect(head.seq).toBe(20);
    expect((await drained(office, branch, 30, 10)).every(({ ok }) => ok)).toBe(true);
    expect(await ledgerIn(await heldIn(store), shelfOf(EAST))).toEqual(await ledgerIn(branch));
    await store.close();
  },
);
