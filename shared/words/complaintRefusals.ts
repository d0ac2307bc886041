type Details = Readonly<Record<string, string | number>>;

/** Refusals about complaints and early warnings; a part of the catalogue of refusals. */
export const complaintRefusals = {
  zh: {
    'complaint.badReference': () =>
      '系统编号须以 2 至 6 个字母开头、后接数字（如 GD20261123），不能是卡号、手机号或证件号。',
    'complaint.contained': () => '升级只能向上：请选择更高的化解层级。',
    'complaint.extendTooLate': (d: Details) =>
      `期限 ${d.date} 已过，不能再延期：请尽快答复并结案。`,
    'complaint.interested': () => '回避：被投诉人和涉事人不能经办，请由其他人办理。',
    'complaint.needsApproval': (d: Details) =>
      `${d.date} 之后再延期须经上级批准：请填批准人的岗位和工号，以及告知投诉人的日期。`,
    'complaint.needsOwner': () => '请选择首问责任人，或先登录。',
    'complaint.notContacted': () => '还没有联系过投诉人，请先登记首次联系，再结案。',
    'complaint.notLater': (d: Details) => `现有期限是 ${d.date}，新期限须晚于它。`,
    'complaint.notOffered': () => '这张工单没有待接收的移交。',
    'complaint.notYours': (d: Details) => `这次移交是给 ${d.who} 的，须由本人登录后接收。`,
    'complaint.over': () => '这张工单已经结束，请另开一张。',
    'complaint.ownerInterested': () => '回避：责任人是被投诉人或涉事人，请先选定或移交给其他人。',
    'complaint.pastLimit': (d: Details) =>
      `超过规定的最长期限：最迟到 ${d.date}，请把期限改到这一天或之前。`,
    'complaint.sameOwner': () => '已经是责任人，不用移交。',
    'complaint.storyFull': () => '这张工单的记录已满，请结案。',
    'complaint.unknown': () => '没有这张工单，请刷新后再试。',
    'member.left': (d: Details) => `${d.who} 已经离职，请选择在岗员工。`,
    'text.identity': () =>
      '文字里像有电话、卡号、证件号或邮箱：请删去，只写事情本身；需要时填行内系统编号。',
    'warning.over': () => '这条苗头已经处理完。',
    'warning.taken': () => '已经有人介入。',
    'warning.unknown': () => '没有这条苗头，请刷新后再试。',
  },
  en: {
    'complaint.badReference': () =>
      'A system number is two to six letters, then figures (GD20261123); never a card, phone or identity number.',
    'complaint.contained': () => 'It only goes up: choose a higher level.',
    'complaint.extendTooLate': (d: Details) =>
      `The last day ${d.date} is past: answer and close it, it cannot be put off any more.`,
    'complaint.interested': () =>
      'Whoever is complained of, or had a part in it, may not handle it; let somebody else do it.',
    'complaint.needsApproval': (d: Details) =>
      `After ${d.date} it takes a superior’s approval: enter post and number, and when the complainant was told.`,
    'complaint.needsOwner': () => 'Choose who was asked first, or sign in.',
    'complaint.notContacted': () =>
      'Nobody has spoken to the complainant yet: enter the first contact, then close it.',
    'complaint.notLater': (d: Details) => `The last day is ${d.date}; choose a later one.`,
    'complaint.notOffered': () => 'There is no hand-over to answer.',
    'complaint.notYours': (d: Details) => `This was offered to ${d.who}, who has to sign in here.`,
    'complaint.over': () => 'This complaint is over; open another one.',
    'complaint.ownerInterested': () =>
      'The owner is complained of, or had a part in it: choose, or hand over to, somebody else.',
    'complaint.pastLimit': (d: Details) =>
      `That is past the law’s limit: choose ${d.date} or an earlier day.`,
    'complaint.sameOwner': () => 'This person owns it already.',
    'complaint.storyFull': () => 'There is no room for more notes; close this complaint.',
    'complaint.unknown': () => 'There is no such complaint; refresh and try again.',
    'member.left': (d: Details) =>
      `Nobody with number ${d.who} works here any more: choose somebody who does.`,
    'text.identity': () =>
      'The text seems to hold a phone, card or identity number or an address: take it out; use the bank’s own system number.',
    'warning.over': () => 'This early warning has been dealt with.',
    'warning.taken': () => 'Somebody is at it already.',
    'warning.unknown': () => 'There is no such early warning; refresh and try again.',
  },
};
