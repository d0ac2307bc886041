import { catalogue } from './catalogue.ts';

/** Group robots on the panel: what was told to groups, and what was not. */
export const robots = catalogue({
  zh: {
    title: '群机器人',
    kinds: { wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' },
    waiting: (n: number) => `待发 ${n} 条`,
    quiet: '没有待发',
    held: (time: string) => `平台限流，${time} 后再发`,
    states: { waits: '待发', sent: '已发', failed: '未发出' },
    why: (code: string) => `平台答复 ${code}`,
    more: (n: number) => `最近 ${n} 条`,
  },
  en: {
    title: 'Group robots',
    kinds: { wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu' },
    waiting: (n: number) => `${n} to be sent`,
    quiet: 'nothing waits',
    held: (time: string) => `held back by the service until ${time}`,
    states: { waits: 'waits', sent: 'sent', failed: 'not sent' },
    why: (code: string) => `the service said ${code}`,
    more: (n: number) => `The last ${n}`,
  },
});
