import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LobbyCommand } from '../lobby.ts';
import type { Text } from '../settings.ts';
import type { Link, Reply } from './link.ts';

/** How long a refusal stays where the eye is, milliseconds. */
const STAYS = 6000;

export interface Press {
  /** A press is on its way: others wait. */
  readonly busy: boolean;
  /** Why the last press was refused; gone with the next press, or after a while. */
  readonly refusal: Text | null;
  /** Sends, unless one is still on its way: then null. */
  send(command: LobbyCommand): Promise<Reply | null>;
  clear(): void;
}

/** One press at a time, with its refusal kept where the eye is. */
export function usePress(link: Link): Press {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Text | null>(null);
  const sending = useRef(false);

  useEffect(() => {
    if (!refusal) return;
    const timer = setTimeout(() => setRefusal(null), STAYS);
    return () => clearTimeout(timer);
  }, [refusal]);

  const send = useCallback(
    async (command: LobbyCommand) => {
      if (sending.current) return null;
      sending.current = true;
      setBusy(true);
      setRefusal(null);
      const reply = await link.send(command);
      sending.current = false;
      setBusy(false);
      if (!reply.ok) setRefusal(reply.says);
      return reply;
    },
    [link],
  );
  return { busy, refusal, send, clear: () => setRefusal(null) };
}
