const digits = [...'0123456789'];
export const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What a call on the lobby display is joined from; `chime` goes before it. */
const calls = [
  'chime',
  ...digits.map((d) => `zh-${d}`),
  ...['zh-10', 'zh-100', 'zh-yao'],
  ...['zh-please', 'zh-customer', 'zh-counter', 'zh-window', 'zh-service'],
  ...LETTERS.map((letter) => `letter-${letter.toLowerCase()}`),
  ...Array.from({ length: 20 }, (_, n) => `en-${n}`),
  ...[20, 30, 40, 50, 60, 70, 80, 90].map((n) => `en-${n}`),
  ...['en-number', 'en-go'],
];

/** What only the kiosk and the rating terminal say. */
const guidance = [
  ...['zh-liang', 'zh-yours', 'zh-ahead', 'zh-people', 'zh-nobody', 'zh-sit'],
  ...['zh-choose', 'zh-help', 'zh-rate', 'zh-thanks'],
  ...['en-yours', 'en-about', 'en-people', 'en-person', 'en-nobody', 'en-sit'],
  ...['en-choose', 'en-help', 'en-rate', 'en-thanks'],
];

/** Every clip there is, by name: the files here, and those a branch may replace them by. */
export const CLIPS = { calls, guidance } as const;
export const isClip = (name: string) => calls.includes(name) || guidance.includes(name);
