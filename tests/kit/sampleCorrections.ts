const date = '2026-11-24';
const figure = { what: 'service', to: 300_000, reason: 'forgotEnd', note: 'x' };
const of = { number: 'A900', date };
const correction = { correction: '2026-11-24.x900' };

/** One well-formed command of each type. */
export const sampleCorrections = {
  'correction.propose': {
    ...{ ticket: '2026-11-24.900', ...of, class: 'ordinary', service: 'cash' },
    ...{ ...figure, from: 900_000, concerned: [] },
  },
  'correction.confirm': correction,
  'correction.reject': { ...correction, note: 'x' },
};
export const proposedByHand = { ...of, ...figure };
