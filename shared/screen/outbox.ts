import type { LobbyCommand } from '../lobby.ts';

/** A command that must not get lost, under the id it will always be sent with. */
export interface Kept {
  readonly id: string;
  readonly command: LobbyCommand;
}

/**
 * What still has to reach the hub, oldest first; outlives a reload. Where the browser keeps nothing
 * (storage full or forbidden) it lives as long as the page.
 */
export function outbox(name: string, storage: Pick<Storage, 'getItem' | 'setItem'>) {
  let kept = read();

  function read(): readonly Kept[] {
    try {
      const found: unknown = JSON.parse(storage.getItem(name) ?? '[]');
      return Array.isArray(found) ? (found as Kept[]) : [];
    } catch {
      return [];
    }
  }

  function write(next: readonly Kept[]): void {
    kept = next;
    try {
      storage.setItem(name, JSON.stringify(kept));
    } catch {
      // The page still holds it; only a reload would lose it.
    }
  }

  return {
    all: () => kept,
    put: (one: Kept) => write([...kept, one]),
    drop: (id: string) => write(kept.filter((k) => k.id !== id)),
  };
}
