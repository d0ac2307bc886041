import { offsetOf, STEP } from './clock.ts';
import type { HubParts } from './hub.ts';
import type { Pipeline } from './pipeline.ts';
import { sameSettings } from './settings.ts';

/** That the hub has started, and the settings: every figure stands on both. False: not yet. */
export async function begin(
  pipeline: Pipeline,
  { resumed, clock, settings, center }: Pick<HubParts, 'resumed' | 'clock' | 'settings' | 'center'>,
): Promise<boolean> {
  const { since, lobby } = resumed;
  const wrong = offsetOf(clock);
  const offset = Math.abs(wrong) > STEP ? wrong : 0;
  const isNew = since === null;
  const former = center?.after();
  const after = former ? { after: former } : {};
  const started = await pipeline.submitOwn({ type: 'hub.start', offset, since, ...after });
  if (!started.ok) return false;
  const wanted = settings ?? lobby.visit.settings;
  if (!isNew && sameSettings(wanted, lobby.visit.settings)) return true;
  const answer = await pipeline.submitOwn({ type: 'settings.change', settings: wanted });
  if (!answer.ok && pipeline.accepting) throw new Error(answer.says.en);
  return answer.ok;
}
