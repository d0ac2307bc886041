import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../kit/ledgers.ts';
import { ran, startProcess } from '../kit/process.ts';
import { isAbsent, KINDS, postgres } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

for (const kind of KINDS)
  test.skipIf(isAbsent(kind))(
    `npm run center, word by word, beside a running one (${kind})`,
    async () => {
      const data = join(await temporaryFolder(), 'city');
      const env: NodeJS.ProcessEnv = {};
      if (kind === 'postgres') {
        const server = await postgres();
        const name = await server.create();
        const owned = { DATABASE_URL: server.url(name), DATABASE_OWNER_URL: server.ownerUrl(name) };
        env.DATABASE_URL = owned.DATABASE_URL;
        const bare = await ran('center', ['list', '--data', data], env);
        expect(bare).toMatchObject({
          code: 1,
          output: expect.stringContaining('center -- migrate'),
        });
        expect((await ran('center', ['migrate'], owned)).output).toContain(
          'ready: servers work under',
        );
      }
      const center = await startProcess('', { room: 'center', args: ['--data', data], env });
      expect(center.output()).toContain('city center');
      const say = async (...words: string[]) => ran('center', [...words, '--data', data], env);
      const { output } = await say('enrol', 'east', '--name', '东街支行');
      expect(output.trim()).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
      expect((await say('end', 'east')).output).toContain('east is not enrolled');
      expect(await (await fetch(`${center.url}/api/branches`)).json()).toEqual([]);
      expect(await center.end()).toBe(0);
      expect((await say('list', '--json')).output.trim()).toBe('[]');
      expect((await say('rebuild')).output).toContain('ok  0 day rows');
    },
  );
