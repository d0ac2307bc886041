import { catalogue } from './catalogue.ts';

/** Tomorrow's staffing 明日窗口需求, half-hour by half-hour. */
export const staffing = catalogue({
  zh: {
    open: '明日窗口需求',
    close: '收起',
    title: (date: string) => `${date} 每半小时需要的窗口`,
    basis: (n: number) =>
      `按以往 ${n} 个同星期营业日的来客和办理时长推演，使每类客户十人中有九人的等候不过橙线`,
    tooLittle: (n: number) => `同一星期几的营业日只有 ${n} 个，还说不准需要几个窗口。`,
    noDay: '近两周没有营业日。',
    need: '需要',
    was: '以往开放',
    people: (n: number) => `约 ${n} 人`,
    short: '全部窗口也不够',
    rowOf: (at: string, need: number, was: string) =>
      `${at}：需要 ${need} 个窗口，以往开放 ${was} 个`,
  },
  en: {
    open: 'Counters needed next day',
    close: 'Close',
    title: (date: string) => `Counters needed each half-hour on ${date}`,
    basis: (n: number) =>
      `Played from arrivals and service times of ${n} past days of the same weekday, so that nine of ten in each class wait no longer than orange`,
    tooLittle: (n: number) =>
      `Only ${n} business days of this weekday are known: too few to say how many counters it needs.`,
    noDay: 'No business day is known for the next two weeks.',
    need: 'Needed',
    was: 'Were open',
    people: (n: number) => `about ${n} people`,
    short: 'all counters are not enough',
    rowOf: (at: string, need: number, was: string) =>
      `${at}: ${need} counters needed, ${was} were open`,
  },
});
