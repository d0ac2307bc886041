import { expect, test } from 'vitest';
import { percentile } from '../shared/visit/spread.ts';
import { type Source, sources } from './kit/sources.ts';

/** The house rules, read from the source itself; each failure names file and line. */
const inside = (...rooms: string[]) => sources.filter(({ path }) => isIn(path, rooms));
const isIn = (path: string, rooms: readonly string[]) =>
  rooms.some((room) => path === room || path.startsWith(`${room}/`));
const of = (numbers: readonly number[], p: number) =>
  percentile(
    [...numbers].sort((a, b) => a - b),
    p,
  );

const program = inside('shared', 'server', 'kiosk', 'display');

const byPath = new Map(sources.map((source) => [source.path, source]));

/** What each house, and each room of shared/, may import from the project; the longest name counts. */
const ground = [
  'ids',
  'plain',
  'coherent',
  'result',
  'center',
  'printers',
  'duties',
  'assessment',
  'cardTable',
  'careRules',
  'rectifying',
  'settings',
  'defaults',
  'calendar',
  'localTime',
  'uuid7',
].map((name) => `shared/${name}.ts`);
const visit = [...ground, 'shared/visit'];
const foresight = [...visit, 'shared/foresight'];
const care = [...foresight, 'shared/care'];
const floor = [...care, 'shared/floor'];
const month = [...floor, 'shared/month'];
const devices = [...ground, 'shared/devices'];
const down = [...month, ...devices, 'shared/down'];
const branch = [...visit, ...devices, 'shared/branch'];
const lobby = [
  ...[...down, ...branch],
  ...['lobby', 'between', 'owners'].map((name) => `shared/${name}.ts`),
];
const mayImport: Record<string, readonly string[]> = {
  shared: ground,
  'shared/visit': visit,
  'shared/foresight': foresight,
  'shared/care': care,
  'shared/floor': floor,
  'shared/month': month,
  'shared/devices': devices,
  'shared/down': down,
  'shared/branch': branch,
  'shared/city/views': [...lobby, 'shared/city', 'shared/questions'],
  'shared/city/questions.ts': [...lobby, 'shared/city', 'shared/questions'],
  'shared/lobby.ts': lobby,
  'shared/between.ts': lobby,
  'shared/owners.ts': lobby,
  'shared/city': [...lobby, 'shared/city'],
  'shared/views': [...lobby, 'shared/views'],
  'shared/questions': [...lobby, 'shared/views', 'shared/questions'],
  'shared/wire.ts': [...lobby, 'shared/views', 'shared/questions'],
  'shared/words': ['shared'],
  'shared/reports': ['shared'],
  'shared/screen': ['shared'],
  server: ['shared', 'server'],
  kiosk: ['shared', 'kiosk'],
  display: ['shared', 'display'],
};

test('imports point one way', () => {
  const rooms = Object.keys(mayImport).sort((a, b) => b.length - a.length);
  const wrong = program.flatMap(({ path, imports }) => {
    const room = rooms.find((r) => isIn(path, [r])) ?? '';
    return imports
      .filter(({ to }) => /^(shared|server|kiosk|display|tests)\//.test(to))
      .filter(({ to }) => !isIn(to, mayImport[room] ?? []))
      .map(({ to }) => `${path} imports ${to}`);
  });
  expect(wrong).toEqual([]);
});

test('a page takes only types from schemas: no road of its imports leads to zod', () => {
  const roads = new Map<string, string | null>();
  const toZod = (path: string): string | null => {
    const known = roads.get(path);
    if (known !== undefined) return known;
    roads.set(path, null);
    for (const { to, runs } of byPath.get(path)?.imports ?? []) {
      const on = !runs ? null : to === 'zod' ? 'zod' : toZod(to);
      if (on) roads.set(path, `${path} → ${on}`);
    }
    return roads.get(path) ?? null;
  };
  const pages = inside('kiosk', 'display', 'shared/screen', 'shared/words');
  expect(pages.flatMap(({ path }) => toZod(path) ?? [])).toEqual([]);
});

test('no module needs itself: what runs is imported without circles', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    for (const { to, runs } of byPath.get(path)?.imports ?? []) if (runs) walk(to, [...way, path]);
    done.add(path);
  };
  for (const { path } of inside('shared', 'server')) walk(path, []);
  expect(circles).toEqual([]);
});

const findings = (files: readonly Source[], pattern: RegExp) =>
  files.flatMap(({ path, code }) =>
    code
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? `${path}:${i + 1} ${line.trim()}` : [])),
  );
const pure = inside('shared').filter(({ path }) => !isIn(path, ['shared/screen']));

test('shared/ has no clock, no dice, no disk, no network and no browser', () => {
  expect(findings(inside('shared'), /Date\.now|new Date\(\s*\)|Math\.random/)).toEqual([]);
  const world = /\b(performance|crypto|process|window|document|navigator|localStorage)\b[.?[]/;
  expect(findings(pure, world)).toEqual([]);
  expect(findings(pure, /\b(setTimeout|setInterval|fetch|require)\(/)).toEqual([]);
  const packages = pure.flatMap(({ path, imports }) =>
    imports
      .filter(({ to }) => !isIn(to, ['shared', 'zod']))
      .map(({ to }) => `${path} imports ${to}`),
  );
  expect(packages).toEqual([]);
  const node = inside('shared', 'kiosk', 'display').flatMap(({ path, imports }) =>
    imports.filter(({ to }) => to.startsWith('node:')).map(({ to }) => `${path} imports ${to}`),
  );
  expect(node).toEqual([]);
});

test('the server has one clock', () => {
  const others = inside('server').filter(
    ({ path }) => path !== 'server/clock.ts' && isProgram(path),
  );
  expect(findings(others, /Date\.now|new Date\(\s*\)/)).toEqual([]);
});
/** What only builds the program may look at the time. */
const isProgram = (path: string) => !path.endsWith('.mjs');

/** A story test is as long as its stories, so the median is that of the program. */
test('files are short: median 60 lines, nine of ten 150, none over 250', () => {
  expect(sources.filter((s) => s.lines > 250).map((s) => `${s.path} ${s.lines}`)).toEqual([]);
  expect(
    of(
      sources.map((s) => s.lines),
      0.9,
    ),
  ).toBeLessThanOrEqual(150);
  expect(
    of(
      program.map((s) => s.written),
      0.5,
    ),
  ).toBeLessThanOrEqual(60);
});

/** Markup and `describe` blocks may go on for as long as their file may. */
test('functions are short: median 10 lines, nine of ten 30, none over 60', () => {
  const long = sources.flatMap(({ path, functions }) =>
    functions
      .filter(({ lines, mayBeLong }) => lines > 60 && !mayBeLong)
      .map(({ line, lines }) => `${path}:${line} ${lines} lines`),
  );
  expect(long).toEqual([]);
  const lines = sources.flatMap((s) => s.functions.map((fn) => fn.lines));
  expect(of(lines, 0.5)).toBeLessThanOrEqual(10);
  expect(of(lines, 0.9)).toBeLessThanOrEqual(30);
});

test('types are kept: no any, no non-null, nothing switched off', () => {
  expect(sources.flatMap(({ path, loose }) => loose.map((what) => `${path}: ${what}`))).toEqual([]);
  const off = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable|\b(TODO|FIXME)\b/;
  const switched = sources.flatMap(({ path, comments }) =>
    comments.filter((c) => off.test(c.text)).map((c) => `${path}:${c.line}`),
  );
  expect(switched).toEqual([]);
});

test('comments are 5 to 15 % of what is written', () => {
  const sum = (of: (s: Source) => number) => program.reduce((n, s) => n + of(s), 0);
  const share = sum((s) => s.commented) / sum((s) => s.written);
  expect(share).toBeGreaterThanOrEqual(0.05);
  expect(share).toBeLessThanOrEqual(0.15);
});

test('there is no utils, no helpers and no types.ts', () => {
  const named = /(^|\/)(utils?|helpers?)(\/|\.tsx?$)|(^|\/)types\.ts$/;
  expect(sources.map((s) => s.path).filter((path) => named.test(path))).toEqual([]);
});

test('what the interface says stands in the catalogues', () => {
  const elsewhere = program.filter(
    ({ path }) => !isIn(path, ['shared/words', 'shared/defaults.ts']),
  );
  const said = elsewhere.flatMap(({ path, texts }) =>
    texts
      .filter(({ text }) => /[\u3400-\u9fff\uff00-\uffef]/.test(text))
      .map(({ text, line }) => `${path}:${line} ${text.trim()}`),
  );
  expect(said).toEqual([]);
});

/** The keys of a catalogue and what kind of text each one is. */
const keysOf = (words: unknown, at = ''): string[] =>
  typeof words === 'object' && words !== null
    ? Object.entries(words).flatMap(([key, inner]) => keysOf(inner, `${at}.${key}`))
    : [`${at} ${typeof words}`];

const words = import.meta.glob<Record<string, object>>('../shared/words/*.ts', { eager: true });

test.each(Object.keys(words))('%s says the same things in both languages', (name) => {
  for (const said of Object.values(words[name] ?? {}))
    if ('zh' in said && 'en' in said)
      expect(keysOf(said.en).sort()).toEqual(keysOf(said.zh).sort());
});
