import type { PlanRefusal } from '../city/plans/decide.ts';
import { catalogue } from './catalogue.ts';

type Sentences = Record<PlanRefusal, (d: Readonly<Record<string, string | number>>) => string>;

const zh: Sentences = {
  'plan.branchUnknown': (d) => `机构树里没有 ${d.branch}：请先登记机构，再排检查。`,
  'plan.dateWrong': () => '完成日期须在该季度之内。',
  'plan.past': () => '这个季度已经过去，不能再排检查。',
  'plan.unknown': () => '该网点本季度没有排检查。',
};

const en: Sentences = {
  'plan.branchUnknown': (d) => `${d.branch} is not in the tree of units: enter it there first.`,
  'plan.dateWrong': () => 'The day it is due by must lie within the quarter.',
  'plan.past': () => 'This quarter is over: plan a later one.',
  'plan.unknown': () => 'No inspection is planned for this branch in this quarter.',
};

export const planRefusals = catalogue({ zh, en });
