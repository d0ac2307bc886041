import { catalogue } from './catalogue.ts';

/** The panel's pages, by the day's order. */
export const tabs = catalogue({
  zh: {
    pages: '页面',
    today: '今日',
    meetings: '晨会',
    inspections: '巡检',
    complaints: '投诉',
    rectification: '整改',
    reports: '报表',
    settings: '设置',
    /** Under the thumb, where seven stand side by side. */
    short: { inspections: '巡检', rectification: '整改' },
    waiting: (n: number) => `${n} 项待处理`,
    failed: '这一页没有取到，可能是程序刚刚更新过。',
    reload: '重新载入',
  },
  en: {
    pages: 'Pages',
    today: 'Today',
    meetings: 'Meetings',
    inspections: 'Inspections',
    complaints: 'Complaints',
    rectification: 'Rectification',
    reports: 'Reports',
    settings: 'Settings',
    short: { inspections: 'Checks', rectification: 'Fixes' },
    waiting: (n: number) => (n === 1 ? '1 waits for you' : `${n} wait for you`),
    failed: 'This page could not be fetched; the program may just have been updated.',
    reload: 'Load again',
  },
});
