import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding, Patient } from '../../../server/upkeep/doctor/check.ts';
import { reportOf, settingsIn } from '../../../server/upkeep/doctor/doctor.ts';
import { examine } from '../../../server/upkeep/doctor/examine.ts';
import type { Machine } from '../../../server/upkeep/doctor/machine.ts';
import { FOLDER } from '../../kit/ledgers.ts';
import { MemoryDisk } from '../../kit/memoryDisk.ts';

/** 24 November 2026, 10:05 in Shanghai. */
export const TEN = Date.UTC(2026, 10, 24, 2, 5, 0);
export const DATA = FOLDER;
export const BACKUP = '/media/stick/backup';
const GB = 1024 ** 3;
const EXT4 = 0xef53;

const CLIPS = fileURLToPath(new URL('../../../shared/screen/voice/clips/', import.meta.url));

/** A machine as it should be; a test takes something from it. */
export interface Ward {
  readonly disk: MemoryDisk;
  machine: Machine;
  patient: Omit<Patient, 'machine' | 'settings' | 'began'>;
  /** Milliseconds that one flush takes, and what the wall clock shows. */
  flush: number;
  wall: number;
  /** What each program prints; one that is not here is not installed. */
  readonly programs: Record<string, string>;
  looked(): Promise<Looked>;
}

export interface Looked {
  readonly findings: readonly Finding[];
  readonly ok: boolean;
  /** `warning: the English sentence`, by check. */
  readonly said: Readonly<Record<string, string>>;
  readonly zh: Readonly<Record<string, string>>;
}

export function healthy(): Ward {
  const disk = new MemoryDisk();
  furnish(disk);
  let steady = 0;
  const ward: Ward = {
    ...{ disk, flush: 1.5, wall: TEN },
    programs: {
      'fc-list': 'Noto Sans CJK SC\nNoto Serif CJK SC\n',
      chromium: 'Chromium 156.0\n',
      timedatectl: 'yes\n',
      'espeak-ng': 'cmn\n',
      'spd-say': 'spd-say 0.12\n',
    },
    patient: {
      ...{ program: '/program', pages: '/program/dist/pages', data: DATA, backup: BACKUP },
      ...{ host: '127.0.0.1', ports: [8080], cert: null },
    },
    machine: {
      ...{ disk, platform: 'linux', node: '22.14.0', zone: 'Asia/Shanghai', user: 1000 },
      now() {
        steady += ward.flush;
        return { wall: ward.wall + steady, steady };
      },
      space: async () => ({ type: EXT4, free: 80 * GB, inodes: { free: 1e6, all: 2e6 } }),
      about: async (path) => aboutOf(disk, path),
      mayWrite: async () => true,
      run: async (program) => ward.programs[program] ?? null,
      memory: () => ({ all: 4 * GB, free: 2 * GB }),
      addresses: () => ['127.0.0.1', '192.168.1.20'],
      canListen: async () => 'yes',
      ...{ fetch: async () => null, printer: async () => 'ok', isHeld: async () => false },
    },
    looked: () => lookedAt(ward),
  };
  return ward;
}

async function aboutOf(disk: MemoryDisk, path: string) {
  const isFile = disk.paths.includes(path);
  const isFolder = disk.paths.some((p) => p.startsWith(`${path}/`)) || path === '/';
  if (!isFile && !isFolder) return null;
  const drive = path.startsWith('/media') ? 2 : 1;
  return { mode: isFolder ? 0o700 : 0o600, drive, owner: 1000, isFolder };
}

function furnish(disk: MemoryDisk): void {
  const versions = { packages: { 'node_modules/zod': { version: '4.6.7' } } };
  const own = { engines: { node: '>=20.19' }, dependencies: { zod: '4.6.7' } };
  disk.put('/program/package.json', JSON.stringify(own));
  disk.put('/program/package-lock.json', JSON.stringify(versions));
  disk.put('/program/node_modules/.package-lock.json', JSON.stringify(versions));
  disk.put('/program/dist/pages/assets/noto-sans-sc-1.woff2', 'letters');
  disk.put(`${DATA}/settings.json.note`, '');
  disk.put('/media/stick/backup/note', '');
  const manifest: Record<string, { file: string }> = {};
  for (const name of readdirSync(CLIPS).filter((file) => file.endsWith('.ogg'))) {
    manifest[`shared/screen/voice/clips/${name}`] = { file: `assets/${name}` };
    disk.put(`/program/dist/pages/assets/${name}`, readFileSync(CLIPS + name));
  }
  disk.put('/program/dist/pages/.vite/manifest.json', JSON.stringify(manifest));
}

async function lookedAt({ machine, patient }: Ward): Promise<Looked> {
  const settings = await settingsIn(machine, patient.data);
  const findings = await examine({ ...patient, machine, settings, began: machine.now() });
  const { ok, checks } = reportOf(findings);
  return {
    ...{ findings, ok },
    said: Object.fromEntries(checks.map(({ check, state, en }) => [check, `${state}: ${en}`])),
    zh: Object.fromEntries(checks.map(({ check, zh }) => [check, zh])),
  };
}
