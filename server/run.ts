import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultSettings } from '../shared/defaults.ts';
import { systemClock } from './clock.ts';
import { senderFrom } from './devices/gate.ts';
import { createHub, type Hub } from './hub.ts';
import { SETTINGS } from './keepsakes.ts';
import { sayDamage } from './ledger/damage.ts';
import { nodeDisk } from './ledger/disk.ts';
import { makeFolder } from './ledger/durable.ts';
import { lockFolder } from './ledger/lock.ts';
import { pagesFolder } from './pages.ts';
import { Plain } from './plainly.ts';
import { verifyHistory } from './rebuilt.ts';
import { resume } from './resume.ts';
import { readSettings } from './settings.ts';

/** `hub`: the composition root of a branch. Its parts stand here in the order they are needed. */
export async function runHub(args: string[]): Promise<void> {
  const { port, host, data, settings } = hubOptions(args);
  const folder = resolve(data);
  const wanted = settings ? await readSettings(settings) : null;
  await makeFolder(nodeDisk, folder);
  const lock = await lockFolder(folder);
  const resumed = await resume({ disk: nodeDisk, folder, settings: wanted ?? defaultSettings });
  if (resumed.torn)
    console.log(
      `An unfinished last write of ${resumed.torn.bytes} bytes was set aside: ${resumed.torn.kept}`,
    );
  const hub = createHub({
    resumed,
    clock: systemClock(resumed.since ?? 0),
    pages: pagesFolder(),
    settings: wanted,
    say: console.log,
  });
  const address = await listen(hub, port, host);
  await hub.start();
  greet(hub, address);
  void checkHistory(hub, folder);
  onEnd(async () => {
    await hub.stop();
    await lock.release();
  });
}

/** A start reads today only; older days are checked behind it, and stop the hub when they are damaged. */
async function checkHistory({ pipeline }: Hub, folder: string): Promise<void> {
  try {
    const { ledgers } = await verifyHistory(nodeDisk, folder);
    for (const found of ledgers) {
      if (found.ok) continue;
      // No figure stands on the settings as read: the next change, or start, writes them anew.
      if (found.damage.file === SETTINGS) console.log(sayDamage(found.damage));
      else pipeline.readOnly(sayDamage(found.damage));
    }
  } catch (error) {
    console.log(`The history could not be read through, and is not verified: ${error}`);
  }
}

function hubOptions(args: string[]) {
  const { TINGTANG_PORT, TINGTANG_HOST, TINGTANG_DATA, TINGTANG_SETTINGS } = process.env;
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: TINGTANG_PORT ?? '8080' },
      host: { type: 'string', default: TINGTANG_HOST ?? '127.0.0.1' },
      data: { type: 'string', default: TINGTANG_DATA ?? './data' },
      settings: { type: 'string', default: TINGTANG_SETTINGS ?? '' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Plain(`"${values.port}" is not a port: give a number from 0 to 65535.`);
  const host = values.host === 'localhost' ? '127.0.0.1' : values.host;
  if (!senderFrom(host))
    throw new Plain(`The hub listens on this machine only for now: ${host} is not 127.0.0.1.`);
  return { ...values, port, host };
}

/** @throws Plain when the port is taken */
export async function listen({ http }: Hub, port: number, host: string): Promise<AddressInfo> {
  await new Promise<void>((done, fail) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new Plain(`Port ${port} is in use: stop that program, or choose another with --port.`)
          : error,
      ),
    );
    http.listen(port, host, done);
  });
  return http.address() as AddressInfo;
}

export function greet({ pipeline }: Hub, { address, port }: AddressInfo): void {
  const home = `http://${address}:${port}`;
  const { settings, day } = pipeline.lobby.visit;
  const counters = settings.counters.map((k) => k.id);
  console.log(
    [
      `Tingtang  ${settings.branch.name.zh}  ${day?.date ?? ''}`,
      `  ${home}/                        all screens`,
      `  ${home}/kiosk/ticket/           ticket kiosk`,
      `  ${home}/display/lobby/          lobby display`,
      `  ${home}/display/manager/        manager's panel`,
      `  ${home}/kiosk/floor/            lobby manager's tablet`,
      `  ${home}/kiosk/counter/?counter=${counters[0]}  counters ${counters.join(', ')}`,
      `  ${home}/kiosk/rating/?counter=${counters[0]}   rating terminals`,
      pipeline.accepting ? 'ready' : 'NOT READY: nothing is accepted, for the reason said above',
    ].join('\n'),
  );
}

/** A clean end on SIGTERM or Ctrl-C; a second signal ends at once. */
export function onEnd(stop: () => Promise<void>): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
