import type { Robot } from './robots.ts';
import { byNumber, minutes, type Service, trimmed } from './service.ts';

type WeCom = Extract<Robot, { kind: 'wecom' }>;

/** 45009: too many in this minute. −1: the service is busy. */
const LATER = { 45009: minutes(1), [-1]: undefined };

/** 企业微信: no signature, the key is the secret; text 2,048 bytes, markdown 4,096. */
export const wecom: Service<WeCom> = {
  limit: ({ format }) => (format === 'markdown' ? 4096 : 2048),

  post({ base = 'https://qyapi.weixin.qq.com', key, format }, content) {
    const url = `${trimmed(base)}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`;
    return { url, body: { msgtype: format, [format]: { content } } };
  },

  verdict: (answer) => byNumber(answer.errcode, LATER),
};
