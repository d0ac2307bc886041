import { hash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { MOST_BYTES } from '../../server/web/limits.ts';
import { citySchema } from '../../shared/city/city.ts';
import { cityFile, cityQuestion } from '../../shared/city/questions.ts';
import { choosing, cityRequest, founding, signingIn } from '../../shared/city/requests.ts';
import { cityViewKey } from '../../shared/city/views/views.ts';
import { type CenterRig, CITY, startCenter } from '../kit/center.ts';
import { BROWSER, decides, founded, joined, PASSWORD, toCity, withTree } from '../kit/cityDoor.ts';
import {
  NOWHERE,
  OWN,
  sampleCityCommands,
  sampleCityFiles,
  sampleCityQuestions,
  sampleCityRequests,
  sampleCityViews,
} from '../kit/citySamples.ts';
import { idAt, NINE } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

const id = idAt(NINE);
const commands = sampleCityCommands(NOWHERE)
  .filter(({ type }) => !OWN.includes(type))
  .map((one) => ({ ...one, id }));
const door = { person: 'chief', password: PASSWORD, browser: BROWSER };
const code = 'AAAA-BBBB-CCCC-DDDD';

interface Way {
  readonly name: string;
  readonly parse: (input: unknown) => boolean;
  readonly samples: readonly object[];
}
const way = (
  name: string,
  schema: { safeParse(input: unknown): { success: boolean } },
  samples: readonly object[],
): Way => ({ name, parse: (input) => schema.safeParse(input).success, samples });

const ways: readonly Way[] = [
  way('a command', citySchema, commands),
  way('a request', cityRequest, sampleCityRequests(NOWHERE)),
  way('a question', cityQuestion, sampleCityQuestions(NOWHERE)),
  way('a view’s key', cityViewKey, sampleCityViews(NOWHERE)),
  way('a file', cityFile, sampleCityFiles(NOWHERE)),
  way('signing in', signingIn, [door]),
  way('choosing', choosing, [{ code, password: PASSWORD, browser: BROWSER }]),
  way('founding', founding, [{ ...door, code, name: '首位' }]),
];

type Ugly = (leaf: unknown, at: string) => readonly unknown[];

/** The same value with each of its leaves replaced in turn, and where that leaf stood. */
function replaced(value: unknown, by: Ugly, at = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null)
    return by(value, at).map((next): [string, unknown] => [at, next]);
  return Object.entries(value).flatMap(([key, inner]) =>
    replaced(inner, by, `${at}.${key}`).map(([place, next]): [string, unknown] => {
      const copy: Record<string, unknown> = { ...value, [key]: next };
      return [place, Array.isArray(value) ? Object.values(copy) : copy];
    }),
  );
}

/** The same value with one field too many, at each place where one could stand. */
function withMore(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return withMore(value[0]).map((first) => [first, ...value.slice(1)]);
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    withMore(inner).map((next) => ({ ...value, [key]: next })),
  );
  return [{ ...value, more: 1 }, { ...value, constructor: 1 }, ...inside];
}

const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
/** Not even a long text may hold one of these; what is typed in secret may be any letters. */
const UNSEEN = [
  '一行\n两行',
  'a\rb',
  'a\u2028b',
  '号\u202e100A',
  '号\u200b码',
  '号\ud800',
  'a\u0000b',
];
const isTyped = (at: string) => /\.(password|next|code)$/.test(at);
const HUGE = 'x'.repeat(100_000);
const NUMBERS = [Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1, 'x', [], {}];

/** Whatever no text, and then whatever no number or other thing, may be at this place. */
const noText: Ugly = (leaf, at) =>
  typeof leaf === 'string' ? (isTyped(at) ? [HUGE] : [...UNSEEN, HUGE]) : [];
const otherKind: Ugly = (leaf, at) => {
  if (typeof leaf === 'string') return [7, true, [leaf], { is: leaf }, nested(1000)];
  return at.includes('.weights.') ? NUMBERS : [...NUMBERS, 0.5];
};
const noId: Ugly = (leaf) =>
  /^(nowhere|no-branch|nobody|chief)$/.test(String(leaf))
    ? ['constructor', '__proto__', 'toString', '../../etc', 'a b', '']
    : [];

test.each(ways)(
  'A14 city: $name is taken as it should be, and with nothing more at any depth',
  ({ parse, samples }) => {
    for (const sample of samples) {
      expect(parse(sample), JSON.stringify(sample)).toBe(true);
      const more = withMore(sample);
      expect(more.length).toBeGreaterThan(0);
      for (const one of more) expect(parse(one), JSON.stringify(one)).toBe(false);
    }
    const things = [null, undefined, 7, 'x', [], {}, samples, nested(1000), { type: '__proto__' }];
    for (const input of things) expect(parse(input)).toBe(false);
    const text = JSON.stringify(samples[0]).replace('{', '{"__proto__":{"a":1},');
    expect(parse(JSON.parse(text))).toBe(false);
  },
);

test.each(ways)(
  'A14 city: no field of $name takes unseen letters, endless text, another kind of thing, or a word of the language',
  ({ parse, samples }) => {
    for (const ugly of [noText, otherKind, noId])
      for (const [at, value] of samples.flatMap((sample) => replaced(sample, ugly)))
        expect(parse(value), `${at} ${JSON.stringify(value).slice(0, 300)}`).toBe(false);
  },
);

/** Everything that a center keeps of people and decisions. */
const kept = ({ disk }: CenterRig) =>
  (disk as MemoryDisk).paths
    .filter((path) => path.startsWith(`${CITY}/`) && !path.includes('/torn/'))
    .map((path) => `${path} ${hash('sha256', (disk as MemoryDisk).peek(path) ?? '')}`)
    .sort();

test('A14 city: ugly input over the wire changes nothing, is answered with a code, and repeated nowhere', async () => {
  const city = await startCenter(new MemoryDisk());
  const chief = await founded(city);
  await withTree(city, chief);
  const before = kept(city);
  const text = JSON.stringify;
  const evil = 'evil-words';
  const roads: [string, readonly object[]][] = [
    ['commands', commands],
    ['requests', sampleCityRequests(NOWHERE)],
    ['questions', sampleCityQuestions(NOWHERE)],
  ];
  for (const [path, samples] of roads)
    for (const sample of samples) {
      const bad = [{ ...sample, [evil]: evil }, { ...sample, type: evil }, [sample]];
      for (const one of bad) {
        const answer = await toCity<{ ok: boolean; code: string; says: object }>(
          city,
          path,
          one,
          chief,
        );
        expect(answer, text(one)).toMatchObject({ ok: false, code: 'door.malformed' });
        expect(text(answer)).not.toContain(evil);
      }
    }
  const rules = commands.find(({ type }) => type === 'rules.set') as unknown as { rules: object };
  const tiers = [{ upTo: 1, amounts: { [evil]: 1 } }];
  const deep = await toCity(
    city,
    'commands',
    { ...rules, rules: { ...rules.rules, fines: tiers } },
    chief,
  );
  expect(text(deep)).not.toContain(evil);
  expect(kept(city)).toEqual(before);
});

test('A14 city: a body that is huge, half a JSON or of no known letters is refused, and nothing of it kept', async () => {
  const city = await startCenter(new MemoryDisk());
  const chief = await founded(city);
  const before = kept(city);
  const bodies = [
    '{"type":"account.close","person":"chi',
    '"x"',
    'null',
    '\u0000',
    `"${'x'.repeat(MOST_BYTES)}"`,
  ];
  for (const path of ['commands', 'requests', 'questions', 'sign-in', 'choose', 'found'])
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${chief}` };
      const sent = { method: 'POST', headers, body };
      const answer = await fetch(new URL(`/api/city/${path}`, city.url), sent);
      expect(answer.status, `${path} ${body.slice(0, 20)}`).toBe(400);
      expect(await answer.json(), path).toMatchObject({ ok: false, code: expect.any(String) });
    }
  expect(kept(city)).toEqual(before);
});

test('A14 city: half of a command is never done: what is refused in one place is refused whole', async () => {
  const city = await startCenter(new MemoryDisk());
  const chief = await founded(city);
  await withTree(city, chief);
  await joined(city, chief, { person: 'eva', role: 'leader', node: 'E' });
  const before = kept(city);
  const notice = { is: 'notice', title: '通知', lines: ['同时发给两家'] };
  const halves = [
    { type: 'sent.notice', to: { branches: ['east', 'no-branch'] }, notice },
    { type: 'sent.notice', to: { nodes: ['E', 'nowhere'] }, notice },
    { type: 'plan.inspect', quarter: '2026-Q4', branches: ['east', 'no-branch'], inspector: 'c1' },
    { type: 'account.change', person: 'eva', role: 'auditor', node: 'nowhere' },
    { type: 'branch.bind', branch: 'east', node: 'nowhere', from: '2027-01-01' },
    { type: 'node.close', node: 'E', to: '2027-01-01' },
  ];
  for (const one of halves)
    expect((await decides(city, chief, one)).ok, JSON.stringify(one)).toBe(false);
  const names = ['王\n小', '王\u202e小', '\u0000', 'x'.repeat(41), ''];
  for (const name of names) {
    for (const request of [
      { type: 'account.name', person: 'eva', name },
      { type: 'branch.enrol', branch: 'north', name },
    ])
      expect(await toCity(city, 'requests', request, chief)).toMatchObject({
        code: 'door.malformed',
      });
  }
  expect(kept(city)).toEqual(before);
  expect(({} as { a?: number }).a).toBeUndefined();
});
