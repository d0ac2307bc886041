import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../kit/ledgers.ts';
import { startProcess } from '../kit/process.ts';
import { sources } from '../kit/sources.ts';
import { repository } from './repository.ts';

/** Where no engine builds the image, its steps are held against the project they would run on. */
const read = (path: string) => readFileSync(repository(path), 'utf8');
const dockerfile = read('docs/deploy/Dockerfile');
const kept = read('docs/deploy/Dockerfile.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));
const own = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

const steps = (word: string) =>
  [...dockerfile.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, rest = '']) => rest);

test('every source that is copied into the image is there, and is let into the build', () => {
  const copied = steps('COPY')
    .filter((rest) => !rest.startsWith('--from'))
    .flatMap((rest) => rest.split(/\s+/).slice(0, -1));
  expect(copied.length).toBeGreaterThan(8);
  for (const source of copied.map((path) => path.replace(/^\.\//, ''))) {
    expect(existsSync(repository(source)), source).toBe(true);
    expect(kept).toContain(source);
  }
  expect(kept.sort()).toEqual(copied.sort());
});

test('every command it runs is one that there is, and none of it is root’s when it starts', () => {
  for (const step of steps('RUN')) {
    const script = /^npm run (\S+)/.exec(step)?.[1];
    if (script) expect(own.scripts).toHaveProperty(script);
    else expect(step).toMatch(/^(npm (ci|prune) |install -d )/);
  }
  expect(steps('USER')).toEqual(['node']);
  expect(steps('FROM')[0]).toMatch(/^node:22/);
});

test('the program needs no package that is only for building it', () => {
  const known = [...Object.keys(own.dependencies), ...builtinModules];
  const packages = sources
    .filter(({ path }) => /^(server|shared|kiosk|display)\//.test(path))
    .flatMap(({ imports }) => imports.filter(({ runs }) => runs).map(({ to }) => to))
    .filter((to) => !/^(node:|shared\/|server\/|kiosk\/|display\/)/.test(to))
    .map((to) =>
      to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  expect([...new Set(packages)].filter((name) => !known.includes(name))).toEqual([]);
});

test('all that is built from is in the image', () => {
  const wanted = /pages: \[(.*?)\]/.exec(read('server/build.mjs'))?.[1] ?? '';
  const names = [...wanted.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !kept.includes(name))).toEqual([]);
});

test.each([[[]], [['--tls']]])(
  'a hub started with %j is healthy, and one that is gone is not',
  async (args) => {
    const hub = await startProcess(await temporaryFolder(), { args });
    const port = new URL(hub.url).port;
    const check = () =>
      execFileSync(process.execPath, [repository('docs/deploy/healthy.mjs')], {
        env: { ...process.env, TINGTANG_PORT: port },
      });
    expect(check).not.toThrow();
    await hub.kill();
    expect(check).toThrow();
  },
);
