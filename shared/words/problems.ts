/** What can be wrong with a command's shape. */
const PROBLEMS: Record<string, { zh: string; en: string }> = {
  unknownField: { zh: '多出的字段', en: 'a field too many' },
  unknownType: { zh: '没有这种操作', en: 'no such command' },
  wrongValue: { zh: '缺少或不正确', en: 'missing or wrong' },
  unreadable: { zh: '不是可读的数据', en: 'not readable' },
};
export const problems = (d: { readonly problem?: string | number }) =>
  PROBLEMS[d.problem ?? ''] ?? { zh: '不正确', en: 'wrong' };
