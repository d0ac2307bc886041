import { catalogue } from './catalogue.ts';

/** Corrections 更正, as the panel says them. */
export const corrections = catalogue({
  zh: {
    corrections: '待确认的更正',
    figures: { wait: '等候', service: '办理' },
    reasons: {
      forgotEnd: '忘记办结',
      forgotStart: '忘记开始',
      wrongTicket: '号票弄错',
      equipment: '设备故障',
      other: '其他',
    },
    outOfMeans: '不计入平均',
    confirm: '确认更正',
    reject: '驳回',
    rejectIs: '驳回原因',
    propose: '提出更正',
    number: '号票',
    day: '日期',
    toMinutes: '应为（分钟，留空表示不计入平均）',
    why: '情况说明',
    proposed: '已提出，等另一位员工确认',
    done: '保存',
  },
  en: {
    corrections: 'Corrections to confirm',
    figures: { wait: 'wait', service: 'service' },
    reasons: {
      forgotEnd: 'end forgotten',
      forgotStart: 'start forgotten',
      wrongTicket: 'wrong ticket',
      equipment: 'equipment',
      other: 'other',
    },
    outOfMeans: 'outside the means',
    confirm: 'Confirm',
    reject: 'Reject',
    rejectIs: 'Why not',
    propose: 'Propose a correction',
    number: 'Ticket',
    day: 'Date',
    toMinutes: 'Should be (minutes; empty: outside the means)',
    why: 'What happened',
    proposed: 'Proposed; somebody else has to confirm it',
    done: 'Save',
  },
});
