import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { createHub, type Hub, type HubParts } from '../../server/hub.ts';
import type { Disk } from '../../server/ledger/disk.ts';
import { jsonLog } from '../../server/log.ts';
import { type Resumed, resume } from '../../server/resume.ts';
import { noBackups, Rota } from '../../server/upkeep/backup/rota.ts';
import { type Access, onlyThisMachine } from '../../server/web/access.ts';
import type { PageOf } from '../../server/web/page.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { ViewKey, ViewName, Views } from '../../shared/views/views.ts';
import {
  type Answer,
  type ClientToHub,
  type HubToClient,
  PROTOCOL,
  type Published,
  type You,
} from '../../shared/wire.ts';
import { BACKUP, copierOf } from './copies.ts';
import { type HandClock, handClock } from './handClock.ts';
import { FOLDER } from './ledgers.ts';
import { MemoryDisk } from './memoryDisk.ts';

/** Tuesday 24 November 2026, 09:00 in Shanghai. */
export const NINE = Date.UTC(2026, 10, 24, 1, 0, 0);

export interface HubRig {
  readonly hub: Hub;
  readonly clock: HandClock;
  readonly disk: Disk;
  readonly url: string;
  /** What the hub said to its console. */
  readonly said: string[];
  /** What it logged, a line an entry. */
  readonly logged: string[];
  readonly stop: () => Promise<void>;
}

export interface RigOptions {
  readonly disk?: Disk;
  readonly folder?: string;
  readonly clock?: HandClock;
  readonly settings?: Settings;
  readonly access?: Partial<Access>;
  readonly pageOf?: PageOf;
  /** Folder of the branch's own recordings. */
  readonly clips?: string;
  /** A drive that the hub copies its folder to. */
  readonly backup?: Disk;
  readonly paper?: HubParts['paper'];
  readonly robots?: HubParts['robots'];
  readonly webhooks?: HubParts['webhooks'];
  /** Its city center, once its ledger is open. */
  readonly center?: (resumed: Resumed) => Promise<HubParts['center'] | null>;
}

/** The real hub on port 0, with a hand-turned clock and a ledger of its own. */
export async function startHub(options: RigOptions = {}): Promise<HubRig> {
  const { disk = new MemoryDisk(), folder = FOLDER, clock = handClock(NINE) } = options;
  const settings = options.settings ?? defaultSettings;
  const said: string[] = [];
  const resumed = await resume({ disk, folder, settings });
  const say = (line: string) => void said.push(line);
  const logged: string[] = [];
  const log = jsonLog(
    (line) => void logged.push(line),
    () => clock.now().wall,
  );
  const copier = options.backup && copierOf(disk, options.backup, folder);
  const center = await options.center?.(resumed);
  const hub = createHub({
    ...{ resumed, clock, pages: null, settings: options.settings ?? null, say, log },
    ...(options.clips && { clips: options.clips }),
    access: { ...onlyThisMachine, ...options.access },
    ...(options.pageOf && { pageOf: options.pageOf }),
    backups: copier ? new Rota({ copier, folder: BACKUP, clock, say, log }) : noBackups,
    ...(options.paper && { paper: options.paper }),
    ...(options.robots && { robots: options.robots }),
    ...(options.webhooks && { webhooks: options.webhooks }),
    ...(center && { center }),
  });
  await new Promise<void>((done) => hub.http.listen(0, '127.0.0.1', done));
  await hub.start();
  let stopped = false;
  const stop = async () => {
    if (!stopped) await hub.stop();
    stopped = true;
  };
  onTestFinished(stop);
  const { port } = hub.http.address() as AddressInfo;
  const scheme = options.access?.tls ? 'https' : 'http';
  return { hub, clock, disk, said, logged, stop, url: `${scheme}://127.0.0.1:${port}` };
}

/** The newest time whoever made an id believed it was. */
export const idAt = (at: number) => uuid7(at, randomBytes(10));

export interface Screen {
  readonly socket: Socket<HubToClient, ClientToHub>;
  /** Sends a command with a fresh id, or with the one given. */
  send(command: LobbyCommand & { id?: string }): Promise<Answer>;
  raw(command: unknown): Promise<Answer>;
  watch<N extends ViewName>(key: ViewKey<N>): Promise<Published>;
  /** Waits until a view is as the test wants it. */
  sees<N extends ViewName>(name: N, is: (view: Views[N]) => boolean): Promise<Views[N]>;
  readonly seen: Published[];
  /** What the hub said last that this screen is. */
  you(): You | undefined;
}

/** A screen of the branch, over a real socket. */
export async function screen(
  rig: HubRig,
  transports = ['websocket'],
  token?: string,
  more: object = {},
): Promise<Screen> {
  const socket: Socket<HubToClient, ClientToHub> = io(rig.url, {
    ...{ transports, auth: { protocol: PROTOCOL, token }, forceNew: true, reconnection: false },
    ...more,
  });
  onTestFinished(() => void socket.disconnect());
  const seen: Published[] = [];
  let you: You | undefined;
  socket.on('view', (published) => void seen.push(published));
  socket.on('you', (now) => {
    you = now;
  });
  await new Promise<void>((done, fail) => {
    socket.on('connect', done);
    socket.on('connect_error', fail);
  });
  const raw = (command: unknown) =>
    new Promise<Answer>((done) => socket.emit('command', command, done));
  return {
    socket,
    seen,
    raw,
    you: () => you,
    send: (command) => raw({ id: idAt(rig.clock.now().at), ...command }),
    async watch(key) {
      const answer = await new Promise<Published>((done, fail) =>
        socket.emit('watch', key, (said) =>
          'ok' in said ? fail(new Error(said.code)) : done(said),
        ),
      );
      seen.push(answer);
      return answer;
    },
    async sees(name, is) {
      return seeing(seen, name, is);
    },
  };
}

async function seeing<N extends ViewName>(
  seen: readonly Published[],
  name: N,
  is: (view: Views[N]) => boolean,
): Promise<Views[N]> {
  for (let waited = 0; waited < 3000; waited += 5) {
    const last = seen.findLast((p) => p.key.name === name)?.view as Views[N] | undefined;
    if (last && is(last)) return last;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`no ${name} view became so; last: ${JSON.stringify(seen.at(-1))}`);
}
