import { catalogue } from './catalogue.ts';

/** Help, cards and privacy at the ticket kiosk: pages that few see. */
export const kioskAside = catalogue({
  zh: {
    calling: {
      asking: '正在通知大堂经理',
      coming: '大堂经理正在过来',
      answered: '大堂经理已收到',
      failed: '请直接找大堂经理',
    },
    callingMeans: {
      asking: '请稍候。',
      coming: '请在这里稍候。不用再按一次。',
      answered: '马上就到您身边。',
      failed: '通知没有送出，请招手，或到咨询台。',
    },
    helpWhere: '大堂经理就在大厅里，也可以招手，或到咨询台。',
    helpTicket: '不方便自己操作？大堂经理可以直接为您取号。',
    helpCare: '老年人、残障人士、孕妇、军人，请大堂经理发放优先号。',
    helpChoose: '不清楚选哪项业务？说出您要办的事就可以。',
    back: '返回取号',
    ordinaryTicket: '不用卡，直接取号',
    cardSays: {
      waiting: '请刷卡',
      reading: '正在核对',
      unreadable: '没有读到卡',
      unknown: '这张卡按普通客户取号',
    },
    cardMeans: {
      waiting: '请在读卡器上刷卡，识别后请选择业务。',
      reading: '请稍候。',
      unreadable: '请换一面再刷一次，也可以直接取号，或请大堂经理帮忙。',
      unknown: '请直接取号。如果您认为不对，请找大堂经理。',
    },
    cardKept: '卡号只在这台机器上核对，不保存，也不上传。',
    privacyTitle: '隐私说明',
    privacySays: [
      ['记录什么', '号码、业务、取号和办理的时间、评价。号票不含个人信息。'],
      ['不记录什么', '姓名、证件、卡号、人像。刷卡只判断客户类别。'],
      ['为什么', '用来排队叫号，改进服务。'],
      ['保存多久', '明细最长 13 个月，到期删除。'],
      ['谁负责', '本网点。有疑问请找大堂经理。'],
    ] as readonly (readonly [string, string])[],
  },
  en: {
    calling: {
      asking: 'Telling the lobby manager',
      coming: 'The lobby manager is coming',
      answered: 'The lobby manager knows',
      failed: 'Please ask the lobby manager',
    },
    callingMeans: {
      asking: 'One moment.',
      coming: 'Please wait here. There is no need to press again.',
      answered: 'Somebody will be with you in a moment.',
      failed: 'The call did not get through: please wave, or come to the desk.',
    },
    helpWhere: 'The lobby manager is here in the hall; you can also wave, or come to the desk.',
    helpTicket: 'Rather not use the screen? The lobby manager can give you a number.',
    helpCare: 'Elderly, disabled, pregnant or a soldier? Ask for a priority number.',
    helpChoose: 'Not sure what to choose? Just say what you came for.',
    back: 'Back to tickets',
    ordinaryTicket: 'Go on without a card',
    cardSays: {
      waiting: 'Please swipe your card',
      reading: 'One moment',
      unreadable: 'The card was not read',
      unknown: 'An ordinary number for this card',
    },
    cardMeans: {
      waiting: 'Swipe it at the reader, then choose what you came for.',
      reading: 'Looking it up.',
      unreadable: 'Turn it over and try again, go on without it, or ask for help.',
      unknown: 'Just go on. If you think this is wrong, ask the lobby manager.',
    },
    cardKept: 'The number is compared on this machine only; it is not kept and not sent.',
    privacyTitle: 'Privacy',
    privacySays: [
      ['Recorded', 'Number, service, times, rating. A ticket holds no personal data.'],
      ['Not recorded', 'Name, papers, card number, face.'],
      ['What for', 'Calling people in turn, better service.'],
      ['How long', '13 months at most, then deleted.'],
      ['By whom', 'This branch: ask the lobby manager.'],
    ] as readonly (readonly [string, string])[],
  },
});
