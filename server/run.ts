import { stat, statfs } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import { defaultSettings } from '../shared/defaults.ts';
import { isFounding } from '../shared/devices/state.ts';
import type { Settings } from '../shared/settings.ts';
import { caughtUp } from './center/uplink/catchUp.ts';
import { systemClock } from './clock.ts';
import { createHub, type Hub } from './hub.ts';
import { accessOf, hubOptions } from './hubOptions.ts';
import { SETTINGS } from './keepsakes.ts';
import { sayDamage } from './ledger/damage.ts';
import { nodeDisk, patientDisk } from './ledger/disk.ts';
import { makeFolder } from './ledger/durable.ts';
import { lockFolder } from './ledger/lock.ts';
import { jsonLog } from './log.ts';
import { ROBOTS, type Robot, readRobots } from './notices/robots.ts';
import { pagesFolder } from './pages.ts';
import { openPhone } from './phone/phone.ts';
import { missingPhotos, sayMissing } from './photos/missing.ts';
import { verifyHistory } from './rebuilt.ts';
import { resume } from './resume.ts';
import { readSettings } from './settings.ts';
import { Copier } from './upkeep/backup/copier.ts';
import { onOneDrive } from './upkeep/backup/place.ts';
import { noBackups, Rota, type RotaParts } from './upkeep/backup/rota.ts';
import { type Access, bracketed } from './web/access.ts';
import { listening } from './web/listening.ts';
import { type Hook, readHooks } from './webhooks/hooks.ts';

/** `hub`: the composition root of a branch. Its parts stand here in the order they are needed. */
export async function runHub(args: string[]): Promise<void> {
  const options = hubOptions(args);
  const { port, host, data, settings, backup } = options;
  const folder = resolve(data);
  const wanted = settings ? await readSettings(settings) : null;
  await makeFolder(nodeDisk, folder);
  const lock = await lockFolder(folder);
  const open = () => resume({ disk: nodeDisk, folder, settings: wanted ?? hereSettings() });
  const { resumed, center } = await caughtUp(options.center, open, console.log).catch(
    async (error) => {
      await lock.release();
      throw error;
    },
  );
  if (resumed.torn)
    console.log(
      `An unfinished last write of ${resumed.torn.bytes} bytes was set aside: ${resumed.torn.kept}`,
    );
  const clock = systemClock(resumed.since ?? 0);
  const wall = () => clock.now().wall;
  const access = await accessOf(options, folder, wall());
  const phone = options.phone && (await openPhone(options.phone, nodeDisk, folder));
  const [pages, log] = [pagesFolder(), jsonLog((line) => process.stderr.write(line), wall)];
  const hub = createHub({
    ...{ resumed, clock, access, pages, log },
    ...(phone && { pageOf: phone.pageOf }),
    ...(center && { center }),
    clips: join(folder, 'clips'),
    settings: wanted,
    robots: await robotsOf(folder),
    webhooks: await hooksOf(folder),
    say: console.log,
    backups: backup ? copiesOf(folder, backup, { clock, log }) : noBackups,
    free: () => statfs(folder).then(({ bavail, bsize }) => bavail * bsize),
  });
  collectDefaultMetrics({ register: hub.metrics.registry });
  const { pipeline } = hub;
  const forPhones = await phone?.listen({ pipeline, clock, foreseen: hub.seer, pages, log });
  const address = await listen(hub, port, host);
  await hub.start();
  const home = greet(hub, address, access.tls ? 'https' : 'http');
  if (forPhones)
    console.log(`  ${forPhones}/v/…   each ticket's own page, on the customer's phone`);
  sayTerms(hub, access, options.setUp, home);
  await sayBackup(folder, backup);
  console.log(
    hub.pipeline.accepting ? 'ready' : 'NOT READY: nothing is accepted, for the reason said above',
  );
  void checkHistory(hub, folder);
  onEnd(async () => {
    await phone?.stop();
    await hub.stop();
    await lock.release();
  });
}

/** A start reads today only; older days are checked behind it, and stop the hub when they are damaged. */
async function checkHistory(hub: Hub, folder: string): Promise<void> {
  try {
    const { ledgers } = await verifyHistory(nodeDisk, folder);
    hub.history = 'verified';
    for (const photo of await missingPhotos(nodeDisk, folder)) console.log(sayMissing(photo));
    for (const found of ledgers) {
      if (found.ok) continue;
      // No figure stands on the settings as read: the next change, or start, writes them anew.
      if (found.damage.file === SETTINGS) console.log(sayDamage(found.damage));
      else {
        hub.history = 'damaged';
        hub.pipeline.readOnly(found.damage);
      }
    }
  } catch (error) {
    console.log(`The history could not be read through, and is not verified: ${error}`);
  }
}

function copiesOf(data: string, folder: string, given: Pick<RotaParts, 'clock' | 'log'>): Rota {
  const from = { disk: nodeDisk, folder: data };
  const copier = new Copier({ from, to: { disk: patientDisk, folder }, lock: lockFolder });
  return new Rota({ copier, folder, say: console.log, ...given });
}

async function sayBackup(data: string, backup: string | null): Promise<void> {
  if (!backup) console.log('  no backup (--backup DIR copies every minute, best to another drive)');
  else if (await onOneDrive(data, backup))
    console.log(`  the backup in ${backup} is lost with this drive: another one is better`);
}

/** A file that cannot be used keeps robots silent, never the hub from opening. */
async function robotsOf(folder: string): Promise<readonly Robot[]> {
  try {
    const robots = await readRobots(nodeDisk, folder);
    const mode = robots.length > 0 ? (await stat(join(folder, ROBOTS))).mode : 0;
    if (process.platform !== 'win32' && mode & 0o077)
      console.log(`  ${ROBOTS} can be read by others: chmod 600 ${join(folder, ROBOTS)}`);
    return robots;
  } catch (error) {
    console.log(`  NO ROBOTS: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

/** Nor does one of receivers that cannot be used. */
const hooksOf = (folder: string): Promise<readonly Hook[]> =>
  readHooks(nodeDisk, folder).catch((error: Error) => {
    console.log(`  NO WEBHOOKS: ${error.message}`);
    return [];
  });

/** A new branch stands where its machine does; a machine that says UTC says nothing of that. */
function hereSettings(): Settings {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (/^(UTC|Etc\/.*|GMT)$/.test(timeZone)) return defaultSettings;
  return { ...defaultSettings, branch: { ...defaultSettings.branch, timeZone } };
}

/** What everybody who reaches this hub may do, said where it is started. */
function sayTerms(hub: Hub, { pairs, insecure }: Access, always: boolean, home: string): void {
  if (insecure)
    console.log('  NOT ENCRYPTED: anybody on this network can read along (--insecure-lan)');
  if (!pairs) {
    console.log('  no pairing: every screen on this machine may do everything (--pair ends that)');
    // Nobody has to be let in here, but somebody has to begin.
    if (isFounding(hub.pipeline.lobby.devices)) hub.house.offerSetUp(true, home);
    return;
  }
  console.log("  every screen has to pair: it shows a code, type it on the manager's panel");
  hub.house.offerSetUp(always, isFounding(hub.pipeline.lobby.devices) ? home : '');
}

/** @throws Plain when the port is taken */
export const listen = ({ http }: Hub, port: number, host: string): Promise<AddressInfo> =>
  listening(http, port, host, '--port');

/** Says where each screen is; brings the address that all of them begin with. */
export function greet({ pipeline }: Hub, { address, port }: AddressInfo, scheme = 'http'): string {
  const home = `${scheme}://${bracketed(address)}:${port}`;
  const { settings, day } = pipeline.lobby.visit;
  const counters = settings.counters.map((k) => k.id);
  console.log(
    [
      `Tingtang  ${settings.branch.name.zh}  ${day?.date ?? ''}`,
      `  ${home}/                        all screens`,
      `  ${home}/kiosk/ticket/           ticket kiosk`,
      `  ${home}/display/lobby/          lobby display`,
      `  ${home}/display/manager/        manager's panel`,
      `  ${home}/display/devices/        devices and staff`,
      `  ${home}/kiosk/floor/            lobby manager's tablet`,
      `  ${home}/kiosk/counter/?counter=${counters[0]}  counters ${counters.join(', ')}`,
      `  ${home}/kiosk/rating/?counter=${counters[0]}   rating terminals`,
    ].join('\n'),
  );
  return home;
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
