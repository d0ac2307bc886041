import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import type { Robot } from './robots.ts';
import type { Service } from './service.ts';
import { wecom } from './wecom.ts';

const services: { readonly [K in Robot['kind']]: Service<Extract<Robot, { kind: K }>> } = {
  ...{ wecom, dingtalk, feishu },
};

export const serviceOf = (robot: Robot): Service => services[robot.kind] as Service;
