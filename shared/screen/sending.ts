import type { LobbyCommand } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { uuid7 } from '../uuid7.ts';
import type { Answer } from '../wire.ts';
import { common } from '../words/common.ts';
import { outbox } from './outbox.ts';

/** The hub's answer, or the page's own refusal where no hub could be asked. */
export type Reply = Answer | Unsent;
export interface Unsent {
  readonly ok: false;
  /** lost: nothing was sent. silent: sent, but unanswered; it may have taken effect. */
  readonly code: 'hub.lost' | 'hub.silent';
  readonly says: Text;
}

export interface SendingParts {
  /** One try, milliseconds of patience; rejects when no answer came. */
  readonly once: (command: object, patience: number) => Promise<Answer>;
  readonly connected: () => boolean;
  readonly live: () => boolean;
  readonly hubNow: () => number;
  /** The name its outbox has in this browser. */
  readonly page: string;
}

/** `keep`: it waits in the outbox. `id`: somebody else keeps it, under this id. */
export interface How {
  readonly keep?: true;
  readonly id?: string;
}

const PATIENCE = 3000;
const IN_ALL = 6500;
const AGAIN = 5000;

const unsent = (code: Unsent['code']): Unsent => {
  const word = code === 'hub.lost' ? 'notSent' : 'notAnswered';
  return { ok: false, code, says: { zh: common.zh[word], en: common.en[word] } };
};

/** Nothing was saved and the hub may recover: a kept command waits for that. */
export const passing = ({ ok, ...answer }: Answer) =>
  !ok && 'code' in answer && ['hub.fault', 'hub.notSaved', 'hub.readOnly'].includes(answer.code);

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Every command leaves the page here, each under one id however often it is sent. */
export function sending(parts: SendingParts) {
  const box = outbox(parts.page, localStorage);
  const waiting = new Map<string, (answer: Answer) => void>();
  let draining = false;

  const mint = () => uuid7(parts.hubNow(), crypto.getRandomValues(new Uint8Array(10)));

  async function deliver(id: string, command: LobbyCommand): Promise<Answer | null> {
    const end = performance.now() + IN_ALL;
    for (let left = IN_ALL; left > 0; left = end - performance.now()) {
      if (!parts.connected()) {
        await pause(150);
        continue;
      }
      try {
        return await parts.once({ ...command, id }, Math.min(PATIENCE, left));
      } catch {
        await pause(150);
      }
    }
    return null;
  }

  async function drain(): Promise<void> {
    if (draining) return;
    draining = true;
    for (const { id, command } of box.all()) {
      const answer = parts.live() ? await deliver(id, command) : null;
      if (!answer || passing(answer)) continue;
      box.drop(id);
      waiting.get(id)?.(answer);
      waiting.delete(id);
    }
    draining = false;
    if (box.all().length > 0) setTimeout(drain, AGAIN);
  }

  function keep(command: LobbyCommand): Promise<Answer> {
    const id = mint();
    box.put({ id, command });
    return new Promise((answered) => {
      waiting.set(id, answered);
      void drain();
    });
  }

  async function send(command: LobbyCommand, how: How = {}): Promise<Reply> {
    if (how.keep) return keep(command);
    if (!parts.live()) return unsent('hub.lost');
    return (await deliver(how.id ?? mint(), command)) ?? unsent('hub.silent');
  }

  return { send, drain };
}
