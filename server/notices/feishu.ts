import { createHmac } from 'node:crypto';
import type { Robot } from './robots.ts';
import { byNumber, minutes, type Service, trimmed } from './service.ts';

type Feishu = Extract<Robot, { kind: 'feishu' }>;

/** 11232: too many at once. 11233: of all robots of that group. */
const LATER = { 11232: minutes(1), 11233: minutes(1) };

/** 20 KB with the frame around it. */
const LIMIT = 18_000;
const HALF = minutes(30);

/** Base64 of HMAC-SHA256 over nothing, with time and secret as key. */
export const feishuSign = (secret: string, timestamp: number) =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');

/** 飞书: signed in the body, with seconds. Everybody's timers go off at whole and half hours: not ours. */
export const feishu: Service<Feishu> = {
  limit: () => LIMIT,

  post({ base = 'https://open.feishu.cn', key, secret }, text, wall) {
    const timestamp = Math.floor(wall / 1000);
    const signed = secret && { timestamp: String(timestamp), sign: feishuSign(secret, timestamp) };
    return {
      url: `${trimmed(base)}/open-apis/bot/v2/hook/${encodeURIComponent(key)}`,
      body: { ...signed, msg_type: 'text', content: { text } },
    };
  },

  verdict: (answer) => byNumber(answer.code, LATER),

  wait(wall) {
    const into = wall % HALF;
    return into < minutes(1) ? minutes(1) - into : 0;
  },
};
