import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { request } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import type { PrinterCondition } from '../../../shared/views/printers.ts';
import { systemClock } from '../../clock.ts';
import { type Disk, patientDisk } from '../../ledger/disk.ts';
import { isHeld } from '../../ledger/lock.ts';
import { look, usualPatience } from '../../printer/talk.ts';
import { ownAddresses } from '../../web/access.ts';

export interface Space {
  /** The file system's number, as Linux knows it; others say something else, or 0. */
  readonly type: number;
  /** Bytes, for this user. */
  readonly free: number;
  /** Names that can still be made, and all there can be; 0 of 0 where nobody counts. */
  readonly inodes: { readonly free: number; readonly all: number };
}

export interface PrinterPlace {
  readonly host: string;
  readonly port: number;
}

export interface About {
  readonly mode: number;
  readonly drive: number;
  readonly owner: number;
  readonly isFolder: boolean;
}

/**
 * Everything that the doctor asks of the machine it looks at; a test makes one that is ill. Nothing of
 * it changes anything but `disk`, on which one file is written and taken away again.
 */
export interface Machine {
  readonly disk: Disk;
  readonly platform: NodeJS.Platform;
  /** Its own version, without the v. */
  readonly node: string;
  readonly zone: string;
  /** null where users have no number. */
  readonly user: number | null;
  /** Milliseconds. */
  now(): { readonly wall: number; readonly steady: number };
  space(path: string): Promise<Space | null>;
  about(path: string): Promise<About | null>;
  mayWrite(path: string): Promise<boolean>;
  /** What a program printed; null where there is none, or it failed. */
  run(program: string, args: readonly string[]): Promise<string | null>;
  /** Bytes. */
  memory(): { readonly all: number; readonly free: number };
  addresses(): readonly string[];
  /** Whether a program could listen there. */
  canListen(host: string, port: number): Promise<'yes' | 'taken' | 'forbidden'>;
  /** What answers there, whatever its certificate; null: nobody. */
  fetch(url: string): Promise<string | null>;
  /** How a printer says it is; it is only asked. */
  printer(place: PrinterPlace): Promise<PrinterCondition>;
  /** Whether another process holds a data folder. */
  isHeld(folder: string): Promise<boolean>;
}

const PATIENCE = 2000;
const orNull = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null);

export function thisMachine(): Machine {
  const clock = systemClock(0);
  return {
    ...{ disk: patientDisk, platform: process.platform, node: process.versions.node },
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    user: process.getuid?.() ?? null,
    now: () => ({ wall: clock.now().wall, steady: performance.now() }),
    space: (path) => orNull(spaceOf(path)),
    about: (path) => orNull(aboutOf(path)),
    mayWrite: async (path) =>
      (await orNull(access(path, constants.W_OK).then(() => true))) ?? false,
    run: ran,
    memory: () => ({ all: allMemory(), free: process.availableMemory() }),
    addresses: ownAddresses,
    async printer(place) {
      const { signal } = new AbortController();
      return (await look({ place, clock, signal, patience: usualPatience })).is;
    },
    ...{ canListen, fetch: fetched, isHeld: (folder) => isHeld(folder) },
  };
}

/** A container may have less than the machine; one without a limit says nothing, or a figure beyond all memory. */
const allMemory = () => Math.min(totalmem(), process.constrainedMemory() || totalmem());

async function spaceOf(path: string): Promise<Space> {
  const { type, bsize, bavail, ffree, files } = await statfs(path);
  return { type, free: bavail * bsize, inodes: { free: ffree, all: files } };
}

async function aboutOf(path: string): Promise<About> {
  const found = await stat(path);
  return {
    ...{ mode: found.mode & 0o777, drive: found.dev, owner: found.uid },
    isFolder: found.isDirectory(),
  };
}

const ran: Machine['run'] = (program, args) =>
  new Promise((done) => {
    const options = {
      timeout: PATIENCE,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    } as const;
    execFile(program, args, options, (error, said) => done(error ? null : said));
  });

const canListen: Machine['canListen'] = (host, port) =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      done(code === 'EACCES' ? 'forbidden' : 'taken'),
    );
    server.listen(port, host, () => server.close(() => done('yes')));
  });

const fetched: Machine['fetch'] = (url) =>
  new Promise((done) => {
    const ask = url.startsWith('https:') ? requestSecurely : request;
    // Whether the hub answers is asked here, not whether it is believed.
    const asked = ask(url, { timeout: PATIENCE, rejectUnauthorized: false }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.length > 4096) answer.destroy();
      });
      answer.on('close', () => done(said));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => done(null));
    asked.end();
  });
