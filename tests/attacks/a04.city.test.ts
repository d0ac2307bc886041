import { expect, test } from 'vitest';
import type { Asker } from '../../server/center/people/asker.ts';
import { cityGate, type Ground } from '../../server/center/people/gate.ts';
import { cityRights } from '../../server/center/rights.ts';
import { monthAnswers } from '../../server/center/screens/monthAnswer.ts';
import { type CityCommand, cityCommands, citySchema, decideCity } from '../../shared/city/city.ts';
import { ROLES, type Role } from '../../shared/city/context.ts';
import type { NodeId, PersonId } from '../../shared/city/ids.ts';
import { asNow } from '../../shared/city/months/decide.ts';
import { cityQuestion, cityQuestions } from '../../shared/city/questions.ts';
import { cityRequest, cityRequests } from '../../shared/city/requests.ts';
import { cityViewKey, cityViewNames } from '../../shared/city/views/views.ts';
import type { CityStory } from '../kit/city.ts';
import { closes, gathered, inOrder, twelve } from '../kit/cityMonth.ts';
import {
  OWN,
  type Side,
  sampleCityCommands,
  sampleCityFiles,
  sampleCityQuestions,
  sampleCityRequests,
  sampleCityViews,
} from '../kit/citySamples.ts';
import { idAt, NINE } from '../kit/hub.ts';

/** What comes of it: may not at all; not theirs; or it is for the rules to say. */
type Cell = 'forbidden' | 'outside' | 'theirs';
const CELLS: Readonly<Record<string, Cell>> = {
  'door.forbidden': 'forbidden',
  'door.outside': 'outside',
  'account.notYours': 'outside',
  'sent.outOfScope': 'outside',
};
const cellOf = (code: string | null): Cell => CELLS[code ?? ''] ?? 'theirs';

const notice = { is: 'notice', title: '通知', lines: [] } as const;
const sends = (story: CityStory, branch: string) =>
  story.does({ type: 'sent.notice', to: { branches: [branch] }, notice } as never);

/** East and west, each with branches, somebody of its own, a month closed and something sent. */
function twoSides(): { on: Ground; story: CityStory; east: Side; west: Side; top: Side } {
  let story = twelve()
    .does({ type: 'account.add', person: 'chief', role: 'administrator', node: null } as never)
    .does({ type: 'account.add', person: 'eva', role: 'leader', node: 'east-2' } as never)
    .does({ type: 'account.add', person: 'wim', role: 'leader', node: 'west' } as never);
  for (const unit of ['east-2', 'west', 'city'])
    story = closes(story, '2026-10', { branches: inOrder() }, { unit });
  story = sends(sends(story, 'b1'), 'b12').on('2026-11-23').with({ scope: null });
  const { proposals } = story.city.months;
  const of = (branch: string) =>
    Object.values(proposals).find((one) => one.branch === branch)?.id ?? 'none';
  const today = '2026-11-23';
  const side = (node: string, branch: string, person: string, n: number): Side => ({
    ...{ node, branch, person, closing: `2026-10.${node}`, proposal: of(branch) },
    sending: `2026-11-03.s${n}`,
  });
  return {
    ...{ on: { ...story.city, today }, story },
    ...{ east: side('east-2', 'b1', 'eva', 1), west: side('west', 'b12', 'wim', 2) },
    top: side('city', 'b12', 'chief', 2),
  };
}

const schemaTypes = (all: readonly { shape: { type: { value: string } } }[]) =>
  all.map(({ shape }) => shape.type.value).sort();
const sampleTypes = (all: readonly { type: string }[]) => all.map(({ type }) => type).sort();

test('A4 city: there is a sample of everything that can be sent, and each is well formed', () => {
  const { east } = twoSides();
  const sent = sampleCityCommands(east).filter(({ type }) => !OWN.includes(type));
  expect(sampleTypes(sent)).toEqual(schemaTypes(cityCommands));
  expect(sampleTypes(sampleCityQuestions(east))).toEqual(schemaTypes(cityQuestions));
  expect(sampleTypes(sampleCityRequests(east))).toEqual(schemaTypes(cityRequests));
  expect(sampleCityViews(east).map(({ name }) => name)).toEqual([...cityViewNames]);
  const id = idAt(NINE);
  for (const one of sent) expect(citySchema.safeParse({ ...one, id }).error, one.type).toBeFalsy();
  for (const own of OWN) expect(citySchema.safeParse({ type: own, id }).success).toBe(false);
  for (const one of sampleCityQuestions(east)) expect(cityQuestion.parse(one)).toEqual(one);
  for (const one of sampleCityRequests(east)) expect(cityRequest.parse(one)).toEqual(one);
  for (const one of sampleCityViews(east)) expect(cityViewKey.parse(one)).toEqual(one);
});

/** Each with the whole city in hand, or one side of it. */
const askers = (): Asker[] =>
  ROLES.flatMap((role) =>
    [null, 'east', 'east-2'].map((scope) => ({
      ...{ person: 'p' as PersonId, role, scope: scope as NodeId | null },
    })),
  );
const nameOf = ({ role, scope }: Asker) => `${role} of ${scope ?? 'all'}`;

/** What the table says, and whose side it is: read apart from the gate. */
const expected = (may: readonly Role[], asker: Asker, isTheirs: boolean): Cell => {
  if (!may.includes(asker.role)) return 'forbidden';
  return isTheirs || asker.scope === null ? 'theirs' : 'outside';
};

test('A4 city: every role and unit × every command, about one’s own side, the other, and what lies above', () => {
  const { on, story, ...sides } = twoSides();
  const verdict = (asker: Asker, command: CityCommand) => {
    const no = cityGate.command(asker, command, on);
    if (no) return cellOf(no);
    const context = { at: NINE, today: '2026-11-23' as never, ...asker };
    const more = { gathered: gathered('2026-12', { branches: inOrder() }) };
    const decided = decideCity(story.city, command, { ...context, ...more });
    return cellOf(decided.ok ? null : decided.refusal.code);
  };
  for (const asker of askers())
    for (const [name, side] of Object.entries(sides))
      for (const sample of sampleCityCommands(side)) {
        const right = cityRights.commands[sample.type];
        expect(
          verdict(asker, sample as CityCommand),
          `${nameOf(asker)}: ${sample.type} ${name}`,
        ).toBe(expected(right, asker, name === 'east'));
      }
});

/** Nothing of a unit is named in them: what they answer is cut to what one has in hand. */
const EVERYWHERE = ['people', 'offices', 'account.password', 'account.signOut'];
/** One's own places stand among all of the unit that was ranked. */
const ABOVE = ['month', 'circulars'];

test('A4 city: every role and unit × every question, view, request and file', () => {
  const { on, story: _, ...sides } = twoSides();
  const { questions, requests, views } = cityRights;
  for (const asker of askers())
    for (const [name, side] of Object.entries(sides)) {
      const said = (what: string) => `${nameOf(asker)}: ${what} ${name}`;
      const isEast = name === 'east';
      for (const one of sampleCityQuestions(side)) {
        const type = one.type as keyof typeof questions;
        const isTheirs =
          isEast || EVERYWHERE.includes(type) || (name === 'top' && ABOVE.includes(type));
        expect(cellOf(cityGate.question(asker, one as never, on)), said(type)).toBe(
          expected(questions[type], asker, isTheirs),
        );
      }
      for (const one of sampleCityRequests(side)) {
        const type = one.type as keyof typeof requests;
        // A branch that is enrolled now stands nowhere yet: that takes somebody who sees all.
        const isTheirs = type !== 'branch.enrol' && (isEast || EVERYWHERE.includes(type));
        expect(cellOf(cityGate.request(asker, one as never, on)), said(type)).toBe(
          expected(requests[type], asker, isTheirs),
        );
      }
      for (const one of sampleCityViews(side)) {
        const right = views[one.name as keyof typeof views];
        expect(cellOf(cityGate.view(asker, one as never, on)), said(one.name)).toBe(
          expected(right, asker, isEast),
        );
      }
    }
});

test('A4 city: a circular is for those it tells of and those above them, and for no other side', () => {
  const { story } = twoSides();
  let all = story;
  for (const node of ['east-2', 'west', 'city'])
    all = all.does({
      type: 'circular.issue',
      closing: `2026-10.${node}`,
      series: 'quality',
    } as never);
  const on: Ground = { ...all.city, today: '2026-11-23' };
  const may = (scope: string | null, node: string) =>
    ROLES.map((role) => {
      const asker = { person: 'p' as PersonId, role, scope: scope as NodeId | null };
      const [file] = sampleCityFiles({ ...({} as Side), node });
      return cellOf(cityGate.file(asker, file as never, on));
    });
  for (const node of ['east-2', 'city', 'nowhere'])
    for (const scope of [null, 'east', 'east-2'])
      expect(new Set(may(scope, node)), `${scope} ${node}`).toEqual(new Set(['theirs']));
  for (const scope of ['east', 'east-2'])
    expect(new Set(may(scope, 'west')), scope).toEqual(new Set(['outside']));
});

test('A4 city: units are not moved out of, or into, what somebody has in hand; and nobody opens a top', () => {
  const { on } = twoSides();
  const admin: Asker = {
    ...{ person: 'p' as PersonId, role: 'administrator', scope: 'east' as NodeId },
  };
  const may = (command: object) => cityGate.command(admin, command as CityCommand, on);
  const move = { type: 'node.move', node: 'n1', from: '2027-01-01' };
  expect(may({ ...move, parent: 'east' })).toBeNull();
  expect(may({ ...move, parent: 'west' })).toBe('door.outside');
  expect(may({ ...move, node: 'n12', parent: 'east' })).toBe('door.outside');
  expect(may({ ...move, node: 'east', parent: 'city' })).toBe('door.outside');
  const open = { type: 'node.open', node: 'new', level: 'outlet', from: '2027-01-01' };
  expect(may({ ...open, parent: 'east-2' })).toBeNull();
  expect(may({ ...open, parent: null })).toBe('door.outside');
  expect(may({ type: 'branch.bind', branch: 'b12', node: 'n1' })).toBe('door.outside');
  const plan = { type: 'plan.inspect', quarter: '2026-Q4', inspector: 'c1' };
  expect(may({ ...plan, branches: ['b1', 'b12'] })).toBe('door.outside');
});

test('A4 city: of a month that was corrected, and of what came after, a leader is told their own rows', async () => {
  const said = (wait: number) => ({ ...inOrder(), b2: { wait }, b12: { wait } });
  let story = closes(twelve(), '2026-10', { branches: inOrder() });
  const [closing] = Object.values(story.city.months.closings);
  if (!closing) throw new Error('not closed');
  const books = gathered('2026-10', { branches: said(7) });
  const { sum } = asNow(story.city, closing, books);
  story = story
    .with({ gathered: books })
    .does({ type: 'month.correct', closing: closing.id, sum, reason: '补传数据' } as never);
  const parts = {
    room: { state: story.city },
    ground: () => ({ ...story.city, today: '2026-11-23' }),
    gathering: { gathered: async () => gathered('2026-10', { branches: said(9) }) },
    vault: { names: async () => new Map(['chief', 'east-v', 'west-v'].map((id) => [id, id])) },
  };
  const told = async (scope: string | null) => {
    const asker = {
      person: 'p' as PersonId,
      role: 'leader',
      scope: scope as NodeId | null,
    } as const;
    const question = { type: 'month', month: '2026-10', node: 'city' } as never;
    const page = await monthAnswers.month(question, asker, parts as never);
    if ('ok' in page) throw new Error(page.code);
    const [corrected] = page.closing?.corrections ?? [];
    const all = [page.branches, page.proposals, page.late?.differences, corrected?.differences];
    const branches = all.map((rows = []) => new Set(rows.map(({ branch }) => String(branch))));
    return { branches, names: Object.keys(page.people), corrected };
  };
  const [chief, leader] = [await told(null), await told('east')];
  const isWest = (branch: string) => Number(branch.slice(1)) > 6;
  for (const branches of chief.branches) expect([...branches].some(isWest)).toBe(true);
  for (const branches of leader.branches) {
    expect([...branches].some(isWest)).toBe(false);
    expect(branches.size).toBeGreaterThan(0);
  }
  expect(leader.corrected).not.toHaveProperty('branches');
  expect([chief.names, leader.names]).toEqual([
    ['chief', 'east-v', 'west-v'],
    ['chief', 'east-v'],
  ]);
});
