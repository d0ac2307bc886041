import { z } from 'zod';

/**
 * What a device 设备 is: the screen it shows decides what it may ask. A `program` reads and never
 * writes.
 */
export const deviceRole = z.enum([
  'kiosk',
  'display',
  'rating',
  'counter',
  'floor',
  'manager',
  'program',
]);
export type DeviceRole = z.infer<typeof deviceRole>;
export const deviceRoles = deviceRole.options;

/** What a person is 岗位: 柜员, 大堂经理, 网点负责人, 服务专员. */
export const post = z.enum(['teller', 'lobbyManager', 'branchManager', 'serviceSpecialist']);
export type Post = z.infer<typeof post>;
export const posts = post.options;

/** Roles that stand at one counter and speak for no other. */
export const isBound = (role: string) => role === 'counter' || role === 'rating';
