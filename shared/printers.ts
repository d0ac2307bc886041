import { z } from 'zod';
import { deviceId, printerId } from './ids.ts';
import { plainLine } from './plain.ts';

/**
 * Where tickets come out on paper. Addresses only, of this machine or of the branch's own network: a
 * name could lead anywhere, and the hub must not be made to talk to the internet.
 */
const IPV4 = /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./;
const IPV6 = /^(::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;
const ownNetwork = z.union([z.ipv4().regex(IPV4), z.ipv6().regex(IPV6)], {
  error: "a printer's address is one of the branch's own network, such as 192.168.1.50",
});

const printer = z.strictObject({
  id: printerId,
  /** What staff call it; its id if left out. */
  name: plainLine(1, 40).optional(),
  host: ownNetwork,
  port: z.number().int().min(1).max(65_535).default(9100),
  /** Width of the roll, millimetres. */
  paper: z.union([z.literal(58), z.literal(80)]).default(80),
  /** The kiosks it belongs to; a kiosk without one of its own uses the first. */
  kiosks: z.array(deviceId).max(20).default([]),
  /** Whether tickets issued by hand come out here. */
  byHand: z.boolean().default(true),
});
export type PrinterSetting = z.infer<typeof printer>;

export const printers = z
  .array(printer)
  .max(20)
  .superRefine((list, ctx) => {
    const names = [...list.map((p) => p.id), ...list.flatMap((p) => p.kiosks)] as string[];
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice) ctx.addIssue(`"${twice}" stands twice: one id a printer, one printer a kiosk`);
  });
