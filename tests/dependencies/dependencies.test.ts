import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repository } from '../deploy/repository.ts';

const read = (path: string) => readFileSync(repository(path), 'utf8');
const own = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const lock = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { hasInstallScript?: boolean; integrity?: string }>;
};

const section = read('README.md').split('\n## Dependencies\n')[1]?.split('\n## ')[0] ?? '';
const rows = [...section.matchAll(/^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|$/gm)].map(
  ([, name = '', reason = '', size = '']) => ({ name, reason, size }),
);

test('the README names every dependency once, with its reason and its size', () => {
  const names = Object.keys({ ...own.dependencies, ...own.devDependencies });
  expect(rows.map(({ name }) => name).sort()).toEqual(names.sort());
  expect(rows.filter(({ reason }) => reason.length < 8).map(({ name }) => name)).toEqual([]);
  const sized = /^\d+(\.\d)? (kB|MB)(, \d+(\.\d)? (kB|MB))?$/;
  expect(rows.filter(({ size }) => !sized.test(size)).map(({ name }) => name)).toEqual([]);
});

test('every dependency is at one exact version', () => {
  const versions = Object.values({ ...own.dependencies, ...own.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('no package has a script of its own to run while it is installed, and none would be run', () => {
  const scripted = Object.entries(lock.packages).filter(
    ([, { hasInstallScript }]) => hasInstallScript,
  );
  expect(scripted.map(([name]) => name)).toEqual([]);
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});

test('what is installed agrees: no script, nothing to compile', () => {
  const found = Object.keys(lock.packages).flatMap((place) => {
    if (place === '' || !existsSync(repository(`${place}/package.json`))) return [];
    const { scripts = {} } = JSON.parse(read(`${place}/package.json`)) as {
      scripts?: Record<string, string>;
    };
    const runs = ['preinstall', 'install', 'postinstall'].filter((name) => name in scripts);
    return [
      ...runs,
      ...(existsSync(repository(`${place}/binding.gyp`)) ? ['binding.gyp'] : []),
    ].map((what) => `${place} ${what}`);
  });
  expect(found).toEqual([]);
});

test('every package is held to its sum', () => {
  const loose = Object.entries(lock.packages).filter(([name, { integrity }]) => name && !integrity);
  expect(loose.map(([name]) => name)).toEqual([]);
});
