import { spawnSync } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../kit/ledgers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Loss {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The attack that must notice, and which of its tests. */
  readonly attack: string;
  readonly named: string;
}

const losses: Loss[] = [
  {
    what: 'the gate',
    file: 'server/devices/gate.ts',
    from: "if (!mayUse(sender, needed)) return 'gate.forbidden';",
    to: '',
    ...{ attack: 'a04.rights', named: 'over sockets' },
  },
  {
    what: 'the check of the Origin',
    file: 'server/web/headers.ts',
    from: 'return origin === undefined ||',
    to: 'return true ||',
    ...{ attack: 'a01.origin', named: 'A1' },
  },
  {
    what: 'the check of the Host',
    file: 'server/web/headers.ts',
    from: 'if (!hosts.has(name)) return false;',
    to: '',
    ...{ attack: 'a01.origin', named: 'A2' },
  },
  {
    what: 'the throttle of PINs',
    file: 'server/devices/throttle.ts',
    from: 'if (wait > 0) return { ok: false, wait };',
    to: '',
    ...{ attack: 'a16.pins', named: 'at most twenty' },
  },
  {
    what: 'the pace of sockets',
    file: 'server/web/screen.ts',
    from: 'if (take()) return next();',
    to: 'if (take() || true) return next();',
    ...{ attack: 'a13.floods', named: 'a socket that floods' },
  },
  {
    what: 'the strictness of the commands’ schemas',
    file: 'shared/visit/commands.ts',
    from: 'z.strictObject({ type',
    to: 'z.looseObject({ type',
    ...{ attack: 'a14.input', named: 'an extra key is refused' },
  },
  {
    what: 'the memory of what was revoked',
    file: 'shared/devices/state.ts',
    from: 'return device?.revokedAt === null ? device : undefined;',
    to: 'return device;',
    ...{ attack: 'a06.stolen', named: 'revoking cuts' },
  },
];

/** The project without one of its guards, in a folder of its own. */
async function without({ file, from, to }: Pick<Loss, 'file' | 'from' | 'to'>): Promise<string> {
  const folder = await temporaryFolder();
  const parts = ['server', 'shared', 'tests', 'docs', 'package.json', 'tsconfig.json'];
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const text = await readFile(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} no longer holds: ${from}`);
  await writeFile(join(folder, file), text.replace(from, to));
  return folder;
}

/** Runs an attack's tests in a folder; how many there are, and how many turned red. */
function attacked(folder: string, { attack, named }: Pick<Loss, 'attack' | 'named'>) {
  const file = `tests/attacks/${attack}.test.ts`;
  const args = ['node_modules/vitest/vitest.mjs', 'run', file, '-t', named, '--testTimeout=8000'];
  const { VITEST: _, VITEST_WORKER_ID: __, ...env } = process.env;
  const run = spawnSync(process.execPath, [...args, '--reporter=json'], {
    ...{ cwd: folder, env, encoding: 'utf8', timeout: 50_000 },
  });
  const said = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
  return { green: said.numPassedTests as number, red: said.numFailedTests as number };
}

test('in a copy that lacks nothing the attack tests are green', async () => {
  const folder = await without({ file: 'server/log.ts', from: 'LONGEST', to: 'LONGEST' });
  for (const loss of losses) {
    const { green, red } = attacked(folder, loss);
    expect(red, loss.attack).toBe(0);
    expect(green, loss.attack).toBeGreaterThan(0);
  }
}, 120_000);

test.each(losses)(
  'without $what its attack test turns red',
  async (loss) => {
    const folder = await without(loss);
    expect(attacked(folder, loss).red, `${loss.attack} is blind`).toBeGreaterThan(0);
  },
  60_000,
);
