type Details = Readonly<Record<string, string | number>>;

/** Why nothing is told of a past day. */
export const history = {
  zh: {
    'history.noDay': (d: Details) => `账本里没有 ${d.date} 这个营业日。`,
    'history.noTicket': (d: Details) => `${d.date} 没有 ${d.number} 这个号，请核对号码和日期。`,
    'history.pruned': (d: Details) => `${d.date} 的明细已按保存期限清理，只留有当天的汇总。`,
    'history.unsound': (d: Details) => `账本里这一天有损坏（${d.where}），不予显示，请联系管理员。`,
  },
  en: {
    'history.noDay': (d: Details) => `The ledger has no business day ${d.date}.`,
    'history.noTicket': (d: Details) =>
      `No ticket ${d.number} on ${d.date}: check number and date.`,
    'history.pruned': (d: Details) =>
      `Details of ${d.date} were pruned; only the figures of that day are kept.`,
    'history.unsound': (d: Details) =>
      `The ledger of that day is damaged (${d.where}): call support.`,
  },
};
