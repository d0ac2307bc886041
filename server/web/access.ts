import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Reach } from '../../shared/questions/setUpStart.ts';
import { isLoopback } from '../devices/doorman.ts';

/** On which terms a hub is reached. */
export interface Access {
  /** Every screen has to pair, on this machine too. */
  readonly pairs: boolean;
  /** Names and addresses it answers to, without port, IPv6 in brackets. */
  readonly hosts: ReadonlySet<string>;
  /** Certificate and key, PEM; null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** The certificate to install on screens, where the hub made its own. */
  readonly authority: string | null;
  /** Plain HTTP on a network others share: every screen says so. */
  readonly insecure: boolean;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** A hub on its own machine for its own machine. */
export const onlyThisMachine: Access = {
  pairs: false,
  hosts: new Set(LOOPBACK),
  tls: null,
  authority: null,
  insecure: false,
};

export const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);

/** Addresses of this machine's own network cards. */
export const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((cards) =>
    (cards ?? []).filter((c) => !c.address.startsWith('fe80')).map((c) => c.address),
  );

/** @param names further host names the branch network knows this hub by */
export const hostsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set([...LOOPBACK, ...ownAddresses().map(bracketed), ...names.map((n) => n.toLowerCase())]);

/** What other devices may call this hub by: its network addresses first, then its names. */
export function reachOf(
  { pairs, hosts }: Access = onlyThisMachine,
  at: AddressInfo | string | null,
): Reach {
  if (!at || typeof at === 'string' || isLoopback(at.address)) return { pairs, hosts: [] };
  const others = [...hosts].filter((name) => !LOOPBACK.includes(name));
  const ofCards = ownAddresses().filter((one) => one.includes('.') && !isLoopback(one));
  return { pairs, hosts: [...new Set([...ofCards, ...others])] };
}
