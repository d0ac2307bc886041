import { expect, test, vi } from 'vitest';
import { cityRights } from '../../server/center/rights.ts';
import {
  type CityAnswers,
  type CityQuestionType,
  cityQuestions,
} from '../../shared/city/questions.ts';
import type { CityAsked } from '../../shared/city/wire.ts';
import type { CenterRig } from '../kit/center.ts';
import { decides, founded, joined, toCity, withTree } from '../kit/cityDoor.ts';
import { octoberIn } from '../kit/cityOctober.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What a question is asked with, of the city or of the east side alone, and which branches its answer tells of. */
interface Asked {
  readonly of: (node: string, branch: string) => object;
  readonly tells?: (answer: never) => readonly string[];
}
const branchesOf = (rows: readonly { readonly branch: string }[]) => rows.map((row) => row.branch);
const inMonth = (node: string) => ({ month: '2026-10', node });

const QUESTIONS: Readonly<Record<CityQuestionType, Asked>> = {
  people: { of: () => ({}) },
  offices: { of: () => ({}) },
  rules: { of: inMonth },
  month: { of: inMonth, tells: (a: { branches: [] }) => branchesOf(a.branches) },
  circulars: {
    of: (node) => ({ node }),
    tells: (a: { circulars: { received: [] }[] }) =>
      a.circulars.flatMap(({ received }) => branchesOf(received)),
  },
  board: { of: (node) => ({ node }), tells: (a: { inspections: [] }) => branchesOf(a.inspections) },
  followed: { of: inMonth, tells: (a: { signs: [] }) => branchesOf(a.signs) },
  prompts: { of: inMonth, tells: (a: []) => branchesOf(a) },
  sent: {
    of: (node) => ({ node }),
    tells: (a: { sendings: { received: [] }[] }) =>
      a.sendings.flatMap(({ received }) => branchesOf(received)),
  },
  'branch.now': { of: (_, branch) => ({ branch }) },
  'branch.report': { of: (_, branch) => ({ branch, period: '2026-10' }) },
  'branch.day': { of: (_, branch) => ({ branch, date: '2026-10-31' }) },
  'branch.ticket': { of: (_, branch) => ({ branch, date: '2026-10-31', number: 'A001' }) },
};
const TYPES = Object.keys(QUESTIONS) as CityQuestionType[];

/** October of two branches, one a side, closed and told in a circular that went down to both. */
async function given() {
  const city = await octoberIn();
  const chief = await founded(city);
  await withTree(city, chief);
  const people = {
    administrator: chief,
    operations: await joined(city, chief, { person: 'ops', role: 'operations', node: null }),
    auditor: await joined(city, chief, { person: 'audit', role: 'auditor', node: null }),
    leader: await joined(city, chief, { person: 'lead', role: 'leader', node: 'E' }),
  };
  const { operations } = people;
  const asked = { month: '2026-10', node: 'city' };
  const { preview } = await told(city, operations, 'month', asked);
  const does = async (command: object) =>
    expect(await decides(city, operations, command)).toMatchObject({ ok: true });
  await does({ type: 'month.close', ...asked, sum: preview?.sum, despite: '只有一天' });
  await does({ type: 'circular.issue', closing: '2026-10.city', series: 'quality' });
  const { circulars } = await told(city, operations, 'circulars', { node: 'city' });
  const notice = {
    is: 'bulletin',
    title: '服务质效通报',
    lines: [],
    number: circulars[0]?.number.zh,
  };
  await does({ type: 'sent.notice', to: { nodes: ['city'] }, notice });
  return { city, people };
}

const ask = (city: CenterRig, token: string, type: CityQuestionType, question: object) =>
  toCity<CityAsked>(city, 'questions', { type, ...question }, token);

async function told<T extends CityQuestionType>(
  city: CenterRig,
  token: string,
  type: T,
  question: object,
): Promise<CityAnswers[T]> {
  const said = await ask(city, token, type, question);
  if (!said.ok) throw new Error(said.says.en);
  return said.answer as CityAnswers[T];
}

test('every question is answered to each role within what is theirs, and to a leader of their own branches alone', async () => {
  expect(TYPES.sort()).toEqual(cityQuestions.map(({ shape }) => shape.type.value).sort());
  const { city, people } = await given();
  for (const type of TYPES) {
    const { of, tells = () => null } = QUESTIONS[type];
    for (const [role, token] of Object.entries(people)) {
      const isLeader = role === 'leader';
      const said = await ask(city, token, type, of(isLeader ? 'E' : 'city', 'east'));
      if (!cityRights.questions[type].includes(role as never)) {
        expect(said, `${role} ${type}`).toMatchObject({ code: 'door.forbidden' });
        continue;
      }
      expect(said, `${role} ${type}`).toMatchObject({ ok: true });
      const branches = said.ok ? tells(said.answer as never) : [];
      const all = isLeader ? ['east'] : ['east', 'west'];
      const isOwnMonth = isLeader && type === 'circulars';
      if (branches) expect([...branches].sort(), `${role} ${type}`).toEqual(isOwnMonth ? [] : all);
    }
  }
});

test('a leader who asks above their unit is shown their own rows of a month and its circulars, and nothing else', async () => {
  const { city, people } = await given();
  for (const type of TYPES.filter((one) => cityRights.questions[one].includes('leader'))) {
    const said = await ask(city, people.leader, type, QUESTIONS[type].of('city', 'west'));
    const isAbove = type === 'month' || type === 'circulars';
    if (!isAbove) expect(said, type).toMatchObject({ code: 'door.outside' });
    else if (said.ok) expect(QUESTIONS[type].tells?.(said.answer as never)).toEqual(['east']);
    else expect(said, type).toMatchObject({ ok: true });
  }
});

test('a quarter is planned, seen with who inspects and by when, and dropped again', async () => {
  const { city, people } = await given();
  const board = (quarter?: string) =>
    told(city, people.auditor, 'board', { node: 'city', ...(quarter && { quarter }) });
  const plan = { type: 'plan.inspect', quarter: '2027-Q1', branches: ['east'], inspector: 'ops' };
  expect(await decides(city, people.leader, plan)).toMatchObject({ code: 'door.forbidden' });
  await decides(city, people.operations, { ...plan, by: '2027-02-01', mode: 'remote' });
  const next = await board('2027-Q1');
  expect(next.inspections[1]).toMatchObject({ branch: 'east', stands: 'planned', mode: 'remote' });
  expect(next.people).toEqual({});
  await toCity(
    city,
    'requests',
    { type: 'account.name', person: 'ops', name: '周到' },
    people.administrator,
  );
  expect((await board('2027-Q1')).people).toEqual({ ops: '周到' });
  expect(await board()).toMatchObject({ quarter: '2026-Q4', people: {} });
  await decides(city, people.operations, { type: 'plan.drop', quarter: '2027-Q1', branch: 'east' });
  expect((await board('2027-Q1')).inspections.every(({ stands }) => stands === 'unplanned')).toBe(
    true,
  );
});

test('a prompt goes to whoever is over the line, is listed as sent, and counts no more once withdrawn', async () => {
  const { city, people } = await given();
  const ops = people.operations;
  const prompts = () => told(city, ops, 'prompts', inMonth('E'));
  expect(await prompts()).toMatchObject([{ branch: 'east', sent: [], figures: { line: 0.1 } }]);
  const prompt = { is: 'notice', title: '等候超线', lines: ['请整改'], tag: '等候' };
  const send = { type: 'sent.prompt', month: '2026-10', branches: ['east'], prompt };
  expect(await decides(city, ops, send)).toMatchObject({ ok: true });
  const id = (await prompts())[0]?.sent[0];
  expect(id).toBeDefined();
  const list = async (token: string, node: string) =>
    (await told(city, token, 'sent', { node })).sendings.map(({ sending }) => sending);
  expect((await list(ops, 'city'))[0]).toMatchObject({
    ...{ id, by: 'ops', body: { kind: 'notice', figures: { month: '2026-10' } } },
  });
  expect((await list(ops, 'W')).some((one) => one.id === id)).toBe(false);
  await decides(city, ops, { type: 'sent.withdraw', sending: id, why: '有误' });
  expect(await prompts()).toMatchObject([{ sent: [] }]);
  const gone = (await list(people.leader, 'E')).find((one) => one.id === id);
  expect(gone?.withdrawn).toMatchObject({ why: '有误' });
});

test('rules are shown as they count for a unit, with who set them and where each version went', async () => {
  const { city, people } = await given();
  const rules = (node: string, month: string) =>
    told(city, people.auditor, 'rules', { node, month });
  expect(await rules('city', '2026-11')).toMatchObject({
    ...{ inForce: { setBy: null, rules: { version: 'standard' } }, closed: '2026-10' },
    versions: [],
  });
  const now = (await rules('city', '2026-12')).inForce.rules;
  const set = (from: string, edge: number) => ({
    ...{ type: 'rules.set', node: 'city', rules: { ...now, version: from, from, edge } },
  });
  const no = { code: 'rules.monthClosed' };
  expect(await decides(city, people.administrator, set('2026-10', 4))).toMatchObject(no);
  const weights = { ...now.weights, premiumWait: 30 };
  const heavier = { ...set('2026-12', 4).rules, weights };
  await decides(city, people.administrator, { type: 'rules.set', node: 'city', rules: heavier });
  expect(await rules('E', '2026-12')).toMatchObject({
    ...{ inForce: { setBy: 'city', rules: { edge: 4, weights: { premiumWait: 30 } } } },
    versions: [],
  });
  const [version] = (await rules('city', '2026-11')).versions;
  expect(version).toMatchObject({ rules: { from: '2026-12' }, sent: 2 });
  expect(version?.name).toMatch(/^2026-12\.[0-9a-f]+$/);
});
