import type { AnswerName } from './answers.ts';

/** Who is let in: everybody; whoever is paired, or at this machine; this machine, or a manager's panel. */
export type Door = 'everybody' | 'guests' | 'keepers';

/** What is sent along: a body, or fields of the address. */
export type Takes =
  | 'Command'
  | 'Request'
  | 'Question'
  | 'FileQuestion'
  | 'ViewKey'
  | 'Pairing'
  | 'PairingQuestion'
  | 'photo';

/** One way into the hub over HTTP. A test holds this list and the routes that are there together. */
export interface Described {
  readonly method: 'get' | 'post';
  /** As in OpenAPI, `{name}`. */
  readonly path: string;
  readonly id: string;
  readonly says: string;
  readonly door: Door;
  readonly takes?: Takes;
  /** What a 200 carries: an answer by name, or bytes of a kind. */
  readonly gives: AnswerName | `${string}/${string}`;
}

export const described: readonly Described[] = [
  {
    ...{ method: 'post', path: '/api/commands', id: 'command', door: 'guests', takes: 'Command' },
    says: 'One press. Flushed before it is answered; the same `id` again takes effect once.',
    gives: 'Answer',
  },
  {
    ...{ method: 'post', path: '/api/requests', id: 'request', door: 'guests', takes: 'Request' },
    says: 'What carries a PIN or a name, and stays out of the ledger.',
    gives: 'RequestAnswer',
  },
  {
    ...{ method: 'get', path: '/api/views/{name}', id: 'view', door: 'guests', takes: 'ViewKey' },
    says: "A screen's view as it is now.",
    gives: 'Published',
  },
  {
    ...{ method: 'post', path: '/api/questions', id: 'ask', door: 'guests', takes: 'Question' },
    says: 'What lies in the past, or is too big for a view. Changes nothing.',
    gives: 'Asked',
  },
  {
    ...{ method: 'get', path: '/api/questions/{type}', id: 'askByAddress', door: 'guests' },
    says: 'The same question with its fields in the address.',
    ...{ takes: 'Question', gives: 'Asked' },
  },
  {
    ...{ method: 'get', path: '/api/files/{type}', id: 'file', door: 'guests' },
    says: 'A file to be saved: tickets of a day, a report.',
    ...{ takes: 'FileQuestion', gives: 'application/octet-stream' },
  },
  {
    ...{ method: 'post', path: '/api/photos', id: 'keepPhoto', door: 'guests', takes: 'photo' },
    says: 'A photo of an inspection; answered with the name to give it by.',
    gives: 'PhotoKept',
  },
  {
    ...{ method: 'get', path: '/api/photos/{name}', id: 'photo', door: 'guests' },
    says: 'A photo by its name.',
    gives: 'image/*',
  },
  {
    ...{ method: 'get', path: '/api/openapi.json', id: 'openapi', door: 'guests' },
    says: 'This document.',
    gives: 'application/json',
  },
  {
    ...{ method: 'post', path: '/api/pair', id: 'pair', door: 'everybody', takes: 'Pairing' },
    says: 'A new screen asks to be let in, and shows the code it is given.',
    gives: 'PairingStarted',
  },
  {
    ...{ method: 'post', path: '/api/pair/state', id: 'pairState', door: 'everybody' },
    says: 'What became of it; the token is there once.',
    ...{ takes: 'PairingQuestion', gives: 'PairingState' },
  },
  {
    ...{ method: 'get', path: '/livez', id: 'livez', door: 'everybody', gives: 'Alive' },
    says: '200 while the process answers.',
  },
  {
    ...{ method: 'get', path: '/readyz', id: 'readyz', door: 'keepers', gives: 'Readiness' },
    says: '200, or 503 and which check fails.',
  },
  {
    ...{ method: 'get', path: '/metrics', id: 'metrics', door: 'keepers', gives: 'text/plain' },
    says: 'Prometheus, base units.',
  },
  {
    ...{
      method: 'get',
      path: '/clips/',
      id: 'clips',
      door: 'everybody',
      gives: 'application/json',
    },
    says: "Names of the branch's own recordings.",
  },
  {
    ...{ method: 'get', path: '/clips/{name}', id: 'clip', door: 'everybody', gives: 'audio/*' },
    says: 'One of them.',
  },
  {
    ...{ method: 'get', path: '/demo', id: 'demo', door: 'everybody', gives: 'application/json' },
    says: 'null on a real hub; pace and seed of a demo.',
  },
  {
    ...{ method: 'get', path: '/tingtang-ca.crt', id: 'authority', door: 'everybody' },
    says: "The hub's own root certificate, where it made one.",
    gives: 'application/x-x509-ca-cert',
  },
];
