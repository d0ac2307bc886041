import type { CityCommand } from '../../shared/city/city.ts';
import type { CityFile, CityQuestionType } from '../../shared/city/questions.ts';
import type { CityRequest } from '../../shared/city/requests.ts';
import type { CityViewName } from '../../shared/city/views/views.ts';
import { STANDARD } from '../../shared/floor/inspections/standard.ts';

/** What a sample is about: everything it names belongs to one side of a city. */
export interface Side {
  readonly node: string;
  readonly branch: string;
  readonly person: string;
  readonly closing: string;
  readonly proposal: string;
  readonly sending: string;
}

/** Where there is nothing: what may be asked is refused by the rules, and changes little. */
export const NOWHERE: Side = {
  ...{ node: 'nowhere', branch: 'no-branch', person: 'nobody', closing: '2026-10.nowhere' },
  ...{ proposal: '2026-10.nowhere.1', sending: '2026-11-24.s900' },
};

const named = { zh: '某行', en: 'A unit' };
const reason = '查证属实';
const sum = '0a1b2c3d';
const zeros = { premiumWait: 20, ordinaryWait: 15, satisfaction: 25, environment: 15 };
const rules = {
  ...{ version: '2027-q1', from: '2027-01', weights: { ...zeros, standards: 15, duty: 10 } },
  rewards: [{ upTo: 2, amounts: { 'first.vice': 500 } }],
};
const lines = ['全市平均等候8.4分钟。'];
const notice = { is: 'bulletin', title: '通报', lines, tag: '月度通报', number: '〔2026〕10号' };
const file = { name: 'circular.docx', sha256: 'a'.repeat(64), bytes: 100 };
const mark = { item: 'environment.clean', points: 5, remark: '地面未清洁' };
const inspection = {
  ...{ on: '2026-11-20', mode: 'onSite', as: 'quarterly', checklist: STANDARD.version },
  ...{ modules: ['environment'], marks: [{ ...mark, responsible: 't1', managing: 'b1' }] },
};
const complaint = {
  ...{ channel: 'superior', cause: 'attitude', receivedOn: '2026-11-22', due: '2026-12-01' },
  ...{ service: 'cash', reference: 'GD-20261122', note: '客户反映柜员态度生硬' },
  ...{ owner: 'l1', about: ['t1'] },
};

const commands = ({ node, branch, person, closing, proposal, sending }: Side) =>
  ({
    'account.add': { person, role: 'auditor', node },
    'account.change': { person, role: 'auditor', node },
    ...{ 'account.close': { person }, 'account.found': { person }, 'account.invite': { person } },
    ...{ 'account.setPassword': { person }, 'account.signIn': { person } },
    ...{ 'account.signOut': { person }, 'account.erase': { person } },
    'node.open': { node: 'new', level: 'outlet', name: named, parent: node, from: '2026-01-01' },
    'node.rename': { node, name: named },
    'node.move': { node, parent: node, from: '2027-01-01' },
    'node.close': { node, to: '2027-12-31' },
    'branch.bind': { branch, node, from: '2027-01-01' },
    'post.hold': { node, post: 'vice', person, from: '2026-01-01' },
    'rules.set': { node, rules },
    'month.close': { month: '2026-12', node, sum, despite: reason },
    'month.correct': { closing, sum, reason },
    'proposal.confirm': { proposal, note: reason },
    'proposal.reject': { proposal, reason },
    'proposal.appeal': { proposal, who: person, grounds: reason },
    'appeal.decide': { proposal, outcome: 'granted', reason },
    'circular.issue': { closing, series: 'quality', correction: null },
    'sent.notice': { to: { branches: [branch] }, notice: { ...notice, file } },
    'sent.prompt': {
      ...{ month: '2026-10', branches: [branch] },
      prompt: { is: 'warning', title: '目标提示', lines, tag: '等候' },
    },
    'sent.inspection': { branch, inspection },
    'sent.complaint': { branch, complaint },
    'sent.withdraw': { sending, why: reason },
    'sent.rules': {},
    'sent.renew': { branch, epoch: 2, entered: 0, open: [] },
    'plan.inspect': {
      ...{ quarter: '2026-Q4', branches: [branch], inspector: 'c1', by: '2026-12-20' },
    },
    'plan.drop': { quarter: '2026-Q4', branch },
  }) as const satisfies { [T in CityCommand['type']]: object };

const questions = ({ node, branch }: Side) =>
  ({
    ...{ people: {}, offices: {} },
    rules: { month: '2026-10', node },
    month: { month: '2026-10', node },
    ...{ circulars: { node }, board: { node, quarter: '2026-Q4' } },
    ...{ followed: { month: '2026-10', node }, prompts: { month: '2026-10', node } },
    sent: { node },
    'branch.now': { branch },
    'branch.report': { branch, period: '2026-10' },
    'branch.day': { branch, date: '2026-10-31' },
    'branch.ticket': { branch, date: '2026-10-31', number: 'A001' },
  }) as const satisfies { [T in CityQuestionType]: object };

const requests = ({ branch, person }: Side) =>
  ({
    'account.invite': { person },
    'account.name': { person, name: '某人' },
    'account.erase': { person },
    'account.password': { password: 'not the right one', next: 'seven owls in a barn' },
    'account.signOut': {},
    'branch.enrol': { branch: `${branch}-2`, name: '新网点' },
    'branch.epoch': { branch },
  }) as const satisfies { [T in CityRequest['type']]: object };

const views = ({ node }: Side) =>
  ({ shell: { node }, live: { node } }) as const satisfies { [N in CityViewName]: object };

const files = (side: Side) =>
  ({
    circular: {
      ...{ circular: `${side.node}.quality.2026.1`, form: 'docx', language: 'zh' },
    },
  }) as const satisfies { [T in CityFile['type']]: object };

const typed = (all: Readonly<Record<string, object>>) =>
  Object.entries(all).map(([type, body]) => ({ type, ...body }));

/** One of each kind of what a center's screen may send; one that is left out does not compile. */
export const sampleCityCommands = (side: Side) => typed(commands(side)) as { type: CityType }[];
export const sampleCityQuestions = (side: Side) => typed(questions(side));
export const sampleCityRequests = (side: Side) => typed(requests(side));
export const sampleCityFiles = (side: Side) => typed(files(side));
export const sampleCityViews = (side: Side) =>
  Object.entries(views(side)).map(([name, key]) => ({ name, ...key }));

type CityType = CityCommand['type'];

/** What a screen can never send: the center says it itself, and there is no schema for it. */
export const OWN: readonly string[] = ['sent.renew', 'sent.rules'];
