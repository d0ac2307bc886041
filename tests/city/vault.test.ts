import { expect, test, vi } from 'vitest';
import { FileVault } from '../../server/center/people/fileVault.ts';
import { SqlVault } from '../../server/center/people/sqlVault.ts';
import type { Vault } from '../../server/center/people/vault.ts';
import type { PersonId } from '../../shared/city/ids.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 60_000 });

const ANN = 'ann' as PersonId;
const KINDS = ['files', 'postgres'] as const;

const vaultOf = async (kind: (typeof KINDS)[number]): Promise<Vault> =>
  kind === 'files'
    ? FileVault.open({ disk: new MemoryDisk(), folder: '/city' })
    : new SqlVault(await openStore('postgres'));

for (const kind of KINDS)
  test.skipIf(kind === 'postgres' && isAbsent('postgres'))(
    `${kind}: a code works once, sessions run out, and whoever is erased is gone`,
    async () => {
      const vault = await vaultOf(kind);
      await vault.keep(ANN, { name: 'Ann', password: 'digest' });
      expect(await vault.secretOf(ANN)).toEqual({ name: 'Ann', password: 'digest' });
      expect([...(await vault.names())]).toEqual([[ANN, 'Ann']]);
      await vault.givePass('old', { person: ANN, until: 100 });
      await vault.givePass('code', { person: ANN, until: 100 });
      expect(await vault.usePass('old', 1)).toBeNull();
      const both = await Promise.all([vault.usePass('code', 1), vault.usePass('code', 1)]);
      expect(both.filter(Boolean)).toEqual([{ person: ANN, until: 100 }]);
      await vault.givePass('late', { person: null, until: 100 });
      expect(await vault.usePass('late', 100)).toBeNull();
      await vault.open('one', { person: ANN, until: 50 }, 1);
      await vault.open('two', { person: ANN, until: 90 }, 60);
      expect(await vault.session('one')).toBeNull();
      expect(await vault.session('two')).toEqual({ person: ANN, until: 90 });
      await vault.erase(ANN);
      expect(await vault.secretOf(ANN)).toBeNull();
      expect(await vault.session('two')).toBeNull();
    },
  );
