import { expect, test } from 'vitest';
import type { PairingState } from '../../shared/wire.ts';
import {
  ask,
  fetchToken,
  firstPanel,
  get,
  knock,
  lastSetUpCode,
  pair,
  post,
  setUpCode,
  showCode,
  startHouse,
} from '../kit/house.ts';

const approve = { type: 'device.approve', role: 'display' } as const;

test('A5: an unpaired device learns nothing but that it has to pair', async () => {
  const rig = await startHouse();
  expect(await knock(rig)).toBe('device.unpaired');
  expect(await knock(rig, 'x'.repeat(43))).toBe('device.unpaired');
  for (const path of ['/api/views/home', '/api/views/lobby', '/api/views/secrets'])
    expect(await (await get(rig, path)).json()).toMatchObject({ code: 'device.unpaired' });
  const nonsense = await post(rig, '/api/commands', { type: 'nonsense' });
  expect(nonsense).toMatchObject({ status: 401, code: 'device.unpaired' });
  expect(JSON.stringify(nonsense)).not.toContain('type');
});

test('A5: a code is of use once, and hands its token over once', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const started = await showCode(rig, 'display');
  expect(started.code).toMatch(/^[2-9A-HJKMNP-TW-Z]{8}$/);
  expect(await fetchToken(rig, started)).toMatchObject({ waiting: true });
  const typed = `${started.code.slice(0, 4).toLowerCase()} - ${started.code.slice(4)}`;
  expect(await ask(rig, panel, { ...approve, code: typed })).toMatchObject({ ok: true });
  expect(await ask(rig, panel, { ...approve, code: started.code })).toMatchObject({
    code: 'pairing.codeUnknown',
  });
  expect(await fetchToken(rig, started)).toMatchObject({ waiting: false, role: 'display' });
  expect(await fetchToken(rig, started)).toMatchObject({ code: 'pairing.over' });
});

test('A5: two who type one code at once let one screen in', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const { code } = await showCode(rig);
  const all = Array.from({ length: 6 }, () => ask(rig, panel, { ...approve, code }));
  expect((await Promise.all(all)).filter((a) => a.ok)).toHaveLength(1);
  const { devices } = rig.hub.pipeline.lobby.devices;
  expect(Object.values(devices).filter((d) => d.role === 'display')).toHaveLength(1);
});

test('A5: a code is over after ten minutes', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const started = await showCode(rig);
  rig.clock.turn(600_001);
  expect(await ask(rig, panel, { ...approve, code: started.code })).toMatchObject({ ok: false });
  expect(await fetchToken(rig, started)).toMatchObject({ code: 'pairing.over' });
});

test('A5: five wrong guesses end every code there is', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const started = await showCode(rig);
  for (let i = 0; i < 5; i++)
    expect(await ask(rig, panel, { ...approve, code: `GUESS22${i + 2}` })).toMatchObject({
      code: 'pairing.codeUnknown',
    });
  expect(await ask(rig, panel, { ...approve, code: started.code })).toMatchObject({ ok: false });
});

test('A5: the set-up code opens one panel once, and five guesses make it worthless', async () => {
  const rig = await startHouse();
  const code = setUpCode(rig);
  const guess = (setUp: string) => post<PairingState>(rig, '/api/pair', { setUp });
  for (let i = 0; i < 5; i++)
    expect(await guess(`AAAA222${i + 2}`)).toMatchObject({ code: 'pairing.codeUnknown' });
  expect(await guess(code)).toMatchObject({ ok: false });
  const fresh = lastSetUpCode(rig);
  expect(fresh).not.toBe(code);
  expect((await guess(fresh)).token).toBeTypeOf('string');
  expect(await guess(fresh)).toMatchObject({ code: 'pairing.codeUnknown' });
  const before = rig.said.length;
  rig.hub.house.offerSetUp();
  expect(rig.said.length, 'a hub with a panel offers none').toBe(before);
});

test('A5: whoever asks for codes without end is slowed down, and nobody gets in', async () => {
  const rig = await startHouse();
  const answers = await Promise.all(Array.from({ length: 200 }, () => showCode(rig)));
  expect(answers.filter((a) => a.status === 429).length).toBeGreaterThan(150);
  expect(rig.hub.house.pairing.pending().length).toBeLessThanOrEqual(5);
  expect(rig.hub.pipeline.lobby.devices.devices).toEqual({});
});

test('A5: a panel lists who waits without telling any code, and what was asked in vain', async () => {
  const rig = await startHouse();
  const panel = await firstPanel(rig);
  const { code, secret, pairing } = await showCode(rig, 'kiosk');
  await pair(rig, panel, 'display');
  const text = await (await get(rig, '/api/views/devices', panel)).text();
  expect(JSON.parse(text).view).toMatchObject({ pending: [{ role: 'kiosk' }] });
  for (const hidden of [code, secret, pairing, panel]) expect(text).not.toContain(hidden);
});
