import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { uuid7 } from '../../shared/uuid7.ts';
import { type HubProcess, spawnRoom } from './process.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const PASSWORD = 'four swans on a lake';
const named = { zh: '某行', en: 'A unit' };
const from = '2026-01-01';

/** A center as a process that may die at any moment, and somebody in it who sends down. */
export class TownHall {
  url = '';
  /** Titles of what was acknowledged. */
  readonly sent: string[] = [];
  readonly #program: string;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #port = 0;
  #token = '';
  #running: HubProcess | null = null;

  constructor(program: string, folder: string, env: NodeJS.ProcessEnv) {
    this.#program = program;
    this.#folder = folder;
    this.#env = env;
  }

  /** Founds it, with one branch in its tree. @returns the branch's code */
  async opens(): Promise<string> {
    this.#port = await freePort();
    const running = await this.#start();
    const code = /administrator: (\S+)/.exec(running.output())?.[1];
    const first = { code, person: 'chief', name: 'Chief', password: PASSWORD };
    const founded = await this.#posts('found', { ...first, browser: 'browser-of-their-own' });
    this.#token = founded.session ?? '';
    const open = { type: 'node.open', name: named, from };
    await this.#does({ ...open, node: 'city', level: 'city', parent: null });
    await this.#does({ ...open, node: 'lobby', level: 'outlet', parent: 'city' });
    await this.#does({ type: 'branch.bind', branch: 'main', node: 'lobby', from });
    const enrol = { type: 'branch.enrol', branch: 'main', name: '某网点' };
    return (await this.#posts('requests', enrol)).code ?? '';
  }

  /** So many notices, one after another; each is said again until it is acknowledged. */
  async sends(many: number): Promise<void> {
    for (let n = 0; n < many; n++) {
      const title = `第 ${this.sent.length + 1} 件`;
      const notice = { is: 'notice', title, lines: [] };
      await this.#does({ type: 'sent.notice', to: { branches: ['main'] }, notice });
      this.sent.push(title);
      await pause(50);
    }
  }

  /** The power plug, and a new start. */
  async dies(): Promise<void> {
    await this.#running?.kill();
    await this.#start();
  }

  async ends(): Promise<void> {
    await this.#running?.kill();
  }

  publicKey = () => readFile(join(this.#folder, 'key.pub.pem'));

  /** The last entry of a branch that it has witnessed. */
  async heldOf(branch: string): Promise<number> {
    const all = await (await fetch(`${this.url}/api/branches`)).json();
    const found = (all as { branch: string; head: { seq: number } }[]).find(
      (one) => one.branch === branch,
    );
    return found?.head.seq ?? 0;
  }

  async #start(): Promise<HubProcess> {
    const args = ['center', '--port', String(this.#port), '--data', this.#folder];
    const running = spawnRoom(this.#program, args, this.#env);
    this.#running = running;
    this.url = (await running.url) ?? '';
    if (!this.url) throw new Error(`the center does not start: ${running.output()}`);
    return running;
  }

  /** Under one id, until somebody has answered: a center that died may have done it. */
  async #does(command: object): Promise<void> {
    const id = uuid7(Date.now(), randomBytes(10));
    for (let tries = 0; tries < 200; tries++) {
      const answer = await this.#posts('commands', { ...command, id }).catch(() => null);
      if (answer?.ok) return;
      if (answer && answer.code !== 'city.notSaved') throw new Error(JSON.stringify(answer));
      await pause(50);
    }
    throw new Error('the center does not come back');
  }

  async #posts(path: string, body: object): Promise<Said> {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${this.#token}`,
    };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(`${this.url}/api/city/${path}`, sent)).json() as Promise<Said>;
  }
}

interface Said {
  readonly ok: boolean;
  readonly code?: string;
  readonly session?: string;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
