/** Parts of the program that the rig can leave out, and what stands in for each: it does nothing. */
export const STAND_INS = {
  ids: ['server/answers.ts', 'tests/faults/without/ids.ts'],
  chain: ['server/ledger/chain.ts', 'tests/faults/without/chain.ts'],
};
