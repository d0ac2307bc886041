/** What a log entry may carry besides its name: numbers, flags, and text that is made harmless. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (event: string, fields?: LogFields) => void;

const LONGEST = 200;

/**
 * One JSON object a line, UTC. Whatever came from outside stays inside its quotes, on its line, and
 * in its direction: an entry can be neither forged nor hidden by what somebody sent.
 *
 * @param write takes one whole line, with its newline
 * @param now wall time, ms since the epoch
 */
export const jsonLog =
  (write: (line: string) => void, now: () => number): Log =>
  (event, fields = {}) => {
    const time = new Date(now()).toISOString();
    const tame = Object.entries(fields).map(([name, value]) => [name, cut(value)]);
    write(`${plain(JSON.stringify({ time, event, ...Object.fromEntries(tame) }))}\n`);
  };

const cut = (value: LogFields[string]) =>
  typeof value === 'string' ? value.slice(0, LONGEST) : value;

/** JSON leaves line separators, direction marks and other unseen letters as they are. */
const plain = (json: string) =>
  json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (letter) =>
    letter.split('').map(escaped).join(''),
  );

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const noLog: Log = () => {};
