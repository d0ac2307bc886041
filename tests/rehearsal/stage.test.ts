import { expect, test } from 'vitest';
import { theMachine } from '../../server/devices/gate.ts';
import { playDays } from '../../server/rehearsal/cast.ts';
import { momentOf } from '../../server/rehearsal/day.ts';
import { sampleBranch } from '../../server/rehearsal/sampleBranch.ts';
import type { Stage } from '../../server/rehearsal/script.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import type { Command } from '../../shared/lobby.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import { handClock } from '../kit/handClock.ts';
import { type HubRig, idAt, startHub } from '../kit/hub.ts';

const START = momentOf(sampleBranch.branch.timeZone, '2026-11-23' as BusinessDate, '08:50');

function stageBefore({ hub, clock }: HubRig): Stage {
  const { pipeline } = hub;
  return {
    now: () => clock.now().at,
    after: (ms, run) => void clock.after(ms, run),
    lobby: () => pipeline.lobby,
    submit(command, answered) {
      const withId = { ...command, id: idAt(clock.now().at) } as Command;
      void pipeline.submit(withId, theMachine).then(answered);
    },
    notice: (command) => void pipeline.submitOwn(command),
    night: () => {},
  };
}

test('the same actors play before a real hub', async () => {
  const rig = await startHub({ clock: handClock(START), settings: sampleBranch });
  playDays(1, stageBefore(rig));
  for (let second = 0; second < 35 * 60; second++) {
    rig.clock.turn(1000);
    await rig.hub.pipeline.settled();
  }
  const { tickets, counters } = rig.hub.pipeline.lobby.visit;
  expect(tickets.size).toBeGreaterThan(6);
  const prompts = [...rowsOf(tickets)].flatMap((t) => t.legs).map((leg) => leg.prompt?.is);
  expect(prompts.filter((is) => is === 'given').length).toBeGreaterThan(1);
  const open = Object.values(counters).filter((counter) => counter.situation.is === 'open');
  expect(open.length).toBeGreaterThan(2);
});
