import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultSettings } from '../../shared/defaults.ts';
import { isWeak } from '../../shared/devices/weak.ts';
import { staffId } from '../../shared/ids.ts';
import { systemClock } from '../clock.ts';
import { createHub } from '../hub.ts';
import { sayDamage } from '../ledger/damage.ts';
import { nodeDisk } from '../ledger/disk.ts';
import { makeFolder } from '../ledger/durable.ts';
import { lockFolder } from '../ledger/lock.ts';
import { Plain } from '../plainly.ts';
import { resume } from '../resume.ts';

/**
 * `pin STAFF --data DIR`: a new PIN for somebody who lost theirs, at the hub's own console, while
 * the hub is stopped. That it was done is a fact; the PIN is printed once.
 */
export async function runPin(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: process.env.TINGTANG_DATA ?? './data' } },
  });
  const person = staffId.safeParse(positionals[0]);
  if (!person.success || positionals.length > 1)
    throw new Plain('Name one staff number: npm run pin -- STAFF --data DIR');
  const folder = resolve(values.data);
  await makeFolder(nodeDisk, folder);
  const lock = await lockFolder(folder);
  try {
    const resumed = await resume({ disk: nodeDisk, folder, settings: defaultSettings });
    const clock = systemClock(resumed.since ?? 0);
    const hub = createHub({ resumed, clock, pages: null, settings: null, say: console.log });
    if (resumed.damage) throw new Plain(`The ledger is damaged: ${sayDamage(resumed.damage)}`);
    const pin = newPin();
    const reset = { type: 'staff.pinSet', person: person.data, by: 'console' } as const;
    const answer = await hub.pipeline.submitOwn(reset);
    if (answer.ok) await resumed.people.setPin(person.data, pin);
    await hub.stop();
    if (!answer.ok) throw new Plain(`${person.data}: ${answer.says.en}`);
    console.log(`new PIN of ${person.data}: ${pin}   change it after signing in`);
  } finally {
    await lock.release();
  }
}

function newPin(): string {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  return isWeak(pin) ? newPin() : pin;
}
