type Details = Readonly<Record<string, string | number>>;

/** Refusals about corrections; a part of the catalogue of refusals. */
export const correctionRefusals = {
  zh: {
    'correction.concerned': () => '这笔业务的经办人不能确认自己的更正，请由他人确认。',
    'correction.moved': () => '这张号之后又有变化，请驳回这条更正，重新提出。',
    'correction.needsPerson': () => '更正要由两位登录的员工办理，请先在已登记的设备上登录。',
    'correction.often': (d: Details) => `同一张号最多更正 ${d.most} 次，不能再提。`,
    'correction.outOfRange': (d: Details) => `时长不能超过 ${d.hours} 小时，请核对后再填。`,
    'correction.over': () => '这条更正已经有结果，或已过期。',
    'correction.pending': () => '这张号已有一条待确认的更正，请先确认或驳回。',
    'correction.same': () => '与现有数值相同，不用更正。',
    'correction.samePerson': () => '提出人不能自己确认，请由另一位员工确认。',
    'correction.tooOld': (d: Details) => `只能更正 ${d.days} 天以内的记录。`,
    'correction.unknown': () => '没有这条更正，请刷新后再试。',
    'history.noFigure': (d: Details) => `${d.number} 没有计入任何平均值，没有可更正的数值。`,
  },
  en: {
    'correction.concerned': () =>
      'Whoever served this ticket cannot confirm it; let somebody else.',
    'correction.moved': () => 'This ticket has changed since: reject this and propose it again.',
    'correction.needsPerson': () =>
      'A correction takes two people who are signed in: sign in on a paired screen first.',
    'correction.often': (d: Details) => `One ticket is corrected ${d.most} times at most.`,
    'correction.outOfRange': (d: Details) => `No duration is over ${d.hours} hours: check it.`,
    'correction.over': () => 'This correction was answered, or ran out.',
    'correction.pending': () => 'A correction of this ticket waits already: answer that one first.',
    'correction.same': () => 'That is the figure already; there is nothing to correct.',
    'correction.samePerson': () => 'Whoever proposed it cannot confirm it; let somebody else.',
    'correction.tooOld': (d: Details) => `Only the last ${d.days} days can be corrected.`,
    'correction.unknown': () => 'There is no such correction; refresh and try again.',
    'history.noFigure': (d: Details) => `Nothing of ${d.number} counts in a mean to be corrected.`,
  },
};
