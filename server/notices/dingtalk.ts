import { createHmac } from 'node:crypto';
import type { Robot } from './robots.ts';
import { byNumber, minutes, type Service, trimmed } from './service.ts';

type DingTalk = Extract<Robot, { kind: 'dingtalk' }>;

/** 130101: more than 20 in a minute; it then takes nothing for ten. −1: the service is busy. */
const LATER = { 130101: minutes(10), [-1]: undefined };

/** The service says 20,000 bytes; the frame around the text counts too. */
const LIMIT = 18_000;

/** Base64 of HMAC-SHA256 over the time and the secret, with the secret as key. */
export const dingtalkSign = (secret: string, timestamp: number) =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** 钉钉: signed in the address. Its markdown wants two line ends where one is meant. */
export const dingtalk: Service<DingTalk> = {
  limit: () => LIMIT,

  post({ base = 'https://oapi.dingtalk.com', key, secret }, text, wall) {
    const query = new URLSearchParams({ access_token: key });
    if (secret) {
      query.set('timestamp', String(wall));
      query.set('sign', dingtalkSign(secret, wall));
    }
    const title = text.split('\n', 1)[0] ?? '';
    const markdown = { title, text: text.replaceAll('\n', '\n\n') };
    return {
      url: `${trimmed(base)}/robot/send?${query}`,
      body: { msgtype: 'markdown', markdown, at: { isAtAll: false } },
    };
  },

  verdict: (answer) => byNumber(answer.errcode, LATER),
};
