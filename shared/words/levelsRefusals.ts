import type { LevelsRefusal } from '../city/levels/decide.ts';
import type { PostsRefusal } from '../city/posts/decide.ts';
import type { RulesRefusal } from '../city/rules/decide.ts';
import { catalogue } from './catalogue.ts';

type Details = Readonly<Record<string, string | number>>;
type Sentences = Record<LevelsRefusal | PostsRefusal | RulesRefusal, (d: Details) => string>;

/** Units, posts and rules. */
export const levelsRefusals = catalogue<Sentences>({
  zh: {
    'node.dateOrder': (d) => `已有 ${d.date} 起的记载，新的日期不能更早。`,
    'node.dateWrong': () => '没有这一天，请核对日期。',
    'node.exists': (d) => `机构编号 ${d.node} 已有，请换一个。`,
    'node.hasUnits': (d) => `机构 ${d.node} 下还有机构，请先移走或撤销它们。`,
    'node.inClosedMonth': () => '这一天所在的月份已经关账，请从未关账的月份起生效。',
    'node.levelWrong': () => '上级机构的层级必须更高，请核对层级。',
    'node.same': () => '与现在的记载相同，没有可改的。',
    'node.unknown': (d) => `这一天没有机构 ${d.node}，请核对编号和日期。`,
    'post.notThere': (d) => `机构 ${d.node} 的层级没有这个岗位。`,
    'post.same': () => '这一天起的任职与现在的记载相同，没有可改的。',
    'rules.monthClosed': (d) => `${d.month} 已经关账，新规则须从之后的月份起生效。`,
    'rules.nameTaken': (d) => `规则版本 ${d.version} 已有，请换一个名称。`,
    'rules.weightless': () => '六项权重不能都是零，请填写权重。',
  },
  en: {
    'node.dateOrder': (d) => `Something holds from ${d.date} on already: give no earlier date.`,
    'node.dateWrong': () => 'There is no such day: check the date.',
    'node.exists': (d) => `There is a unit ${d.node} already: choose another id.`,
    'node.hasUnits': (d) => `Unit ${d.node} has units under it: move or close those first.`,
    'node.inClosedMonth': () =>
      'That day lies in a month that was closed: let it hold from a month that is open.',
    'node.levelWrong': () => 'The unit above has to be of a higher level: check the levels.',
    'node.same': () => 'It stands like that already: there is nothing to change.',
    'node.unknown': (d) => `There is no unit ${d.node} on that day: check its id and the date.`,
    'post.notThere': (d) => `A unit of the level of ${d.node} has no such post.`,
    'post.same': () => 'The post is held like that from this day on already.',
    'rules.monthClosed': (d) =>
      `${d.month} was closed: new rules take effect from a later month on.`,
    'rules.nameTaken': (d) => `There is a version ${d.version} already: choose another name.`,
    'rules.weightless': () => 'The six weights cannot all be zero: give weights.',
  },
});
