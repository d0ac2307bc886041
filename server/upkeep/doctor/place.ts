import { dirname, join } from 'node:path';
import { DEVICES } from '../../devices/keys.ts';
import { PEOPLE } from '../../devices/people.ts';
import { datesIn, pathOf } from '../../ledger/files.ts';
import { PRIVATE } from '../../ledger/key.ts';
import { ROBOTS } from '../../notices/robots.ts';
import { AUTHORITY } from '../../tls/authority.ts';
import { HOOKS } from '../../webhooks/hooks.ts';
import { bad, type Look, notLooked, ok, type Patient, warning } from './check.ts';

/** The data folder, or the nearest folder above it that is there: the one it would be made in. */
export async function nearest({ machine, data }: Patient): Promise<string> {
  let folder = data;
  while (!(await machine.about(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** What nobody but the hub may read. */
const SECRETS = [PRIVATE, AUTHORITY.key, ROBOTS, HOOKS, DEVICES, PEOPLE];
const OTHERS = 0o077;

export const folder: Look = async (patient) => {
  const { machine, data } = patient;
  const there = await machine.about(data);
  if (!there) {
    const above = await nearest(patient);
    const may = await machine.mayWrite(above);
    return may ? ok((w) => w.folderToCome(data)) : bad((w) => w.folderShut(above));
  }
  if (!there.isFolder) return bad((w) => w.folderIsFile(data));
  if (!(await machine.mayWrite(data))) return bad((w) => w.folderShut(data));
  if (machine.platform === 'win32') return ok((w) => w.folderFine(data));
  if (machine.user !== null && there.owner !== machine.user)
    return warning((w) => w.folderOfOther(data));
  const open = await openTo(patient, there.mode);
  if (open.length === 0) return ok((w) => w.folderFine(data));
  const shown = open.join(', ');
  const isSecret = open.some((name) => SECRETS.includes(name));
  return (isSecret && (there.mode & OTHERS) !== 0 ? bad : warning)((w) =>
    w.folderOpen(data, shown),
  );
};

/** Names in the data folder, and `.` for itself, that others may look into. */
async function openTo({ machine, data }: Patient, mode: number): Promise<string[]> {
  const dates = (await datesIn(machine.disk, data)) ?? [];
  const last = dates.slice(-1).map((date) => pathOf('.', date));
  const names = [...SECRETS, 'checkpoint.json', 'settings.json', ...last];
  const modes = await Promise.all(names.map((name) => machine.about(join(data, name))));
  const open = names.filter((_, i) => ((modes[i]?.mode ?? 0) & OTHERS) !== 0);
  return (mode & OTHERS) !== 0 ? ['.', ...open] : open;
}

export const lock: Look = async ({ machine, data }) =>
  (await machine.isHeld(data)) ? ok((w) => w.lockHeld(data)) : ok((w) => w.lockFree);

/** Numbers of statfs(2), Linux. */
const FADING: Record<number, string> = { 16914836: 'tmpfs', 2240043254: 'ramfs' };
const REMOTE: Record<number, string> = {
  ...{ 26985: 'NFS', 4283649346: 'CIFS', 4266872130: 'SMB', 20859: 'SMB' },
  ...{ 16914839: '9p', 1702057286: 'FUSE', 12805120: 'Ceph', 1397113167: 'AFS' },
};
const OVERLAY = 0x794c7630;
/** They know no rights: whoever reads the drive reads everything. */
const SIMPLE: Record<number, string> = { 19780: 'FAT', 538032816: 'exFAT' };

export const disk: Look = async (patient) => {
  const { machine } = patient;
  const at = await nearest(patient);
  const space = await machine.space(at);
  if (!space || machine.platform !== 'linux') return notLooked((w) => w.diskUnknown(at));
  const type = space.type >>> 0;
  const [fading, remote, simple] = [FADING[type], REMOTE[type], SIMPLE[type]];
  if (fading) return bad((w) => w.diskFades(at, fading));
  if (remote) return bad((w) => w.diskRemote(at, remote));
  if (simple) return warning((w) => w.diskSimple(at, simple));
  if (type === OVERLAY) return warning((w) => w.diskOverlay(at));
  return ok((w) => w.diskLocal(at));
};

const MB = 1024 ** 2;
/** Below the first a hub calls itself unready; a branch writes some megabytes a day. */
const LEAST = 200 * MB;
const ENOUGH = 2048 * MB;
const NAMES = 1000;

export const space: Look = async (patient) => {
  const at = await nearest(patient);
  const found = await patient.machine.space(at);
  if (!found) return notLooked((w) => w.spaceUnknown(at));
  const { free, inodes } = found;
  const shown =
    free < 10 * 1024 * MB ? `${Math.floor(free / MB)} MB` : `${Math.floor(free / MB / 1024)} GB`;
  if (free < LEAST) return bad((w) => w.spaceFull(at, shown));
  if (inodes.all > 0 && inodes.free < NAMES) return bad((w) => w.namesFull(at, inodes.free));
  if (free < ENOUGH) return warning((w) => w.spaceShort(at, shown));
  return ok((w) => w.spaceFine(at, shown));
};
