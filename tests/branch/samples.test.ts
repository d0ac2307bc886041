import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { samples } from '../../server/samples/samples.ts';
import { readSettings } from '../../server/settings.ts';
import type { PlaceKind } from '../../shared/questions/setUpStart.ts';
import { startHub } from '../kit/hub.ts';

const FOLDER = new URL('../../server/samples/', import.meta.url).pathname;
const kinds = Object.keys(samples) as PlaceKind[];

test('each sample is a file that --settings takes', async () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(kinds.map((kind) => `${kind}.json`).sort());
  for (const kind of kinds)
    expect(await readSettings(`${FOLDER}${kind}.json`)).toEqual(samples[kind]);
});

test.each(kinds)('a hub with the sample of a %s serves a ticket of each service', async (kind) => {
  const { counters, services } = samples[kind];
  const rig = await startHub({ settings: samples[kind] });
  const does = async (command: object) => {
    const { pipeline } = rig.hub;
    const answer = await pipeline.submitOwn(command as Parameters<typeof pipeline.submitOwn>[0]);
    expect(answer).toMatchObject({ ok: true });
    return answer;
  };
  for (const { id } of services) {
    await does({ type: 'ticket.issue', service: id, class: 'ordinary', by: 'kiosk' });
    const at = counters.find((k) => k.services.includes(id) && k.classes.includes('ordinary'));
    const counter = { counter: at?.id };
    await does({ type: 'counter.open', ...counter });
    for (const type of ['call.next', 'service.start', 'service.end'])
      await does({ type, ...counter });
    await does({ type: 'counter.close', ...counter });
    rig.clock.turn(20_000);
  }
  expect(rig.hub.pipeline.lobby.visit.line).toEqual([]);
});

test('each service of each sample is served to each class by some counter', () => {
  for (const kind of kinds)
    for (const { id } of samples[kind].services)
      for (const cls of ['ordinary', 'care'] as const) {
        const served = samples[kind].counters.some(
          (k) => k.services.includes(id) && k.classes.includes(cls),
        );
        expect(served, `${kind}: ${id} for ${cls}`).toBe(true);
      }
});
