import { expect, test } from 'vitest';
import { samples } from '../../server/samples/samples.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Asked } from '../../shared/wire.ts';
import { ask, firstPanel, get, PIN, press, signedIn, signIn, startHouse } from '../kit/house.ts';
import type { HubRig } from '../kit/hub.ts';

const boss = {
  person: 'b1' as StaffId,
  post: 'branchManager',
  name: '负责人甲',
  pin: PIN,
} as const;
const teller = { person: 't1' as StaffId, post: 'teller', pin: PIN } as const;
const setUp = (settings = samples.government, staff: object[] = [boss, teller]) =>
  ({ type: 'branch.setUp', settings, staff }) as unknown as Parameters<typeof ask>[2];
const start = async (rig: HubRig, token: string) =>
  (await (await get(rig, '/api/questions/setUp.start', token)).json()) as Extract<
    Asked<'setUp.start'>,
    { ok: true }
  >;
const entries = (rig: HubRig) => rig.hub.pipeline.lobby.visit.lastAt;
const textOf = async (rig: HubRig, name: string) => String(await rig.disk.read(`/data/${name}`));

test('the founding panel sets the branch up, its manager signs in, and it is over', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  expect((await start(rig, panel)).answer).toMatchObject({ isOpen: true, isDefault: true });
  expect(await ask(rig, panel, setUp())).toMatchObject({ ok: true });
  expect(rig.hub.pipeline.lobby.visit.settings).toEqual(samples.government);
  // From here on the panel alone may do nothing of the kind.
  expect(await ask(rig, panel, setUp())).toMatchObject({ code: 'person.notSignedIn' });
  const manager = await signedIn(rig, panel, 'b1', PIN);
  expect(await ask(rig, manager, setUp())).toMatchObject({ code: 'branch.isSetUp' });
  expect(await textOf(rig, 'people.json')).toContain('负责人甲');
  expect(await textOf(rig, 'people.json')).not.toContain(PIN);
});

test('set back, nobody who came with it is left, on the disk neither; then it may be made anew', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const before = rig.hub.pipeline.lobby.visit.settings;
  await ask(rig, panel, setUp());
  const manager = await signedIn(rig, panel, 'b1', PIN);
  expect((await start(rig, manager)).answer.madeAt).not.toBeNull();
  expect(await ask(rig, manager, { type: 'branch.setBack' })).toMatchObject({ ok: true });
  expect(rig.hub.pipeline.lobby.visit.settings).toEqual(before);
  expect(await textOf(rig, 'people.json')).not.toContain('b1');
  expect(await signIn(rig, panel, 'b1', PIN)).toMatchObject({ code: 'person.notKnown' });
  expect(await ask(rig, panel, setUp(samples.bank))).toMatchObject({ ok: true });
});

test('what is refused leaves no PIN behind: a weak one, a number twice, nobody to lead', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const at = entries(rig);
  const refused = [
    [[{ ...boss, pin: '123456' }], 'person.weakPin'],
    [[boss, { ...teller, person: 'b1' }], 'staff.alreadyThere'],
    [[teller], 'branch.needsManager'],
  ] as const;
  for (const [staff, code] of refused)
    expect(await ask(rig, panel, setUp(undefined, [...staff]))).toMatchObject({ code });
  expect(await textOf(rig, 'people.json')).not.toMatch(/argon2|b1|t1/);
  expect(entries(rig)).toBe(at);
});

test('a part of the settings is changed by the manager who signed in, and by nobody else', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  await ask(rig, panel, setUp(samples.bank));
  const manager = await signedIn(rig, panel, 'b1', PIN);
  const { lines } = samples.bank;
  const to = { lines: { ...lines, ordinary: { ...lines.ordinary, red: 2400 } } };
  const change = { type: 'branch.change', from: { lines }, to } as const;
  const { at } = rig.clock.now();
  expect(await press(rig, panel, change, at)).toMatchObject({ code: 'person.notSignedIn' });
  expect(await press(rig, manager, change, at)).toMatchObject({ ok: true });
  expect(rig.hub.pipeline.lobby.branch.changes.at(-1)).toMatchObject({
    by: 'b1',
    parts: ['lines'],
  });
  const now = await (await get(rig, '/api/questions/settings.now', manager)).json();
  expect(now).toMatchObject({ answer: { changes: [{ name: '负责人甲' }, {}] } });
});
