import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { ask, get, openBranch, PIN, signedIn } from '../kit/house.ts';

const script = '<img src=x onerror="alert(1)">';

test('A15: script in a name is handed on as text, never as a page', async () => {
  const { rig, panel, id } = await openBranch();
  const boss = await signedIn(rig, panel, 'b1', PIN);
  await ask(rig, boss, { type: 'device.name', device: id.kiosk, name: script });
  const shown = await get(rig, '/api/views/devices', boss);
  expect(shown.headers.get('content-type')).toMatch(/^application\/json/);
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await shown.text()).toContain('onerror');
});

test('A15: every answer forbids what is inline, from elsewhere, or framed by others', async () => {
  const { rig, panel } = await openBranch();
  for (const path of ['/livez', '/readyz', '/metrics', '/nowhere', '/api/views/home', '/']) {
    const { headers } = await get(rig, path, panel);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("script-src 'self'");
    expect(policy, path).toContain("frame-ancestors 'self'");
    expect(policy, path).not.toMatch(/unsafe|data:|\*|https?:/);
    expect(headers.get('x-frame-options'), path).toBe('SAMEORIGIN');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
  }
});

test('A15: an address is never repeated in an answer', async () => {
  const { rig } = await openBranch();
  const said = await get(rig, `/${encodeURIComponent('<script>alert(1)</script>')}`);
  expect(await said.text()).not.toMatch(/script|alert/);
});

test('A15: settings’ texts are one plain line each', () => {
  const texts = (zh: string) => ({ ...defaultSettings.texts, notices: [{ zh, en: 'x' }] });
  const parse = (zh: string) => settingsSchema.safeParse({ ...defaultSettings, texts: texts(zh) });
  expect(parse('请保管好您的号票').success).toBe(true);
  expect(parse('请\u202e保管').success).toBe(false);
});
