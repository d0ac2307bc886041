import { request as overTls } from 'node:https';
import type { Page } from '@playwright/test';
import { employ, openPanel, PIN, pair, setUpCodeIn } from '../kit/door.ts';
import { expect, SIZES, test as withProcess } from './branch.ts';
import { button } from './hands.ts';
import { pairedBranch } from './paired.ts';
import { test as withRig } from './rig.ts';
import { change, codeOn, row, signIn } from './setUp.ts';

/** On which terms a hub is reached, and what its pages say and keep of that. */

withRig.describe('on a network others share, without encryption', () => {
  withRig.use({ access: { pairs: true, insecure: true } });
  const says = '与主机的连接没有加密';

  withRig('every screen says so, let in or not, and whatever else it says', async ({ rig }) => {
    const strangers: Page[] = [];
    for (const path of ['/kiosk/ticket/', '/display/lobby/', '/display/manager/'])
      strangers.push(await rig.screens.open(path, SIZES.tablet));
    const { screens } = await pairedBranch(rig.place);
    const all: Page[] = [...strangers, ...Object.values(screens)];
    for (const page of all) await expect(page.getByText(says)).toBeVisible();
    for (const page of strangers) await codeOn(page);
    rig.hub.pipeline.readOnly({
      file: 'ledger/2026-11-24.jsonl',
      line: 3,
      seq: 3,
      what: 'altered',
    });
    for (const page of Object.values(screens))
      await expect(page.getByText(/账本从第 3 条起有损坏.*没有加密/)).toBeVisible();
  });
});

withRig.describe('where every screen has to pair', () => {
  withRig.use({ access: { pairs: true } });

  withRig(
    'the list tells when a screen was seen and touched last, and how long it was off',
    async ({ rig }) => {
      const { screens } = await pairedBranch(rig.place, undefined, ['kiosk', 'devices']);
      const { kiosk, devices } = screens;
      await change(devices, '取号机', (item) => item.getByLabel('名称').fill('门口取号机'));
      rig.clock.turn(5 * 60_000);
      await button(kiosk, '个人现金').click();
      await expect(row(devices, '门口取号机')).toContainText(/在线\s*最后操作 09:05/);
      await kiosk.close();
      await expect(row(devices, '门口取号机')).toContainText('离线，最后在线 09:05');
      rig.clock.turn(7 * 60_000);
      await expect(row(devices, '门口取号机')).toContainText('今日离线 7 分钟');
    },
  );

  withRig(
    'A20: a page keeps its own token and session, and no PIN, code or name',
    async ({ rig }) => {
      const panel = await openPanel(rig, setUpCodeIn(rig.place.said()));
      const { token } = await pair(rig, panel, 'counter', '2');
      const { at } = rig.clock.now();
      await employ(rig, panel, { person: 't1', as: 'teller', pin: PIN, at });
      const page = await rig.screens.open('/kiosk/counter/?counter=2', SIZES.desk, { token });
      await signIn(page, 't1', '918273');
      await expect(page.getByText('工号或密码不对')).toBeVisible();
      await signIn(page, 't1', PIN);
      await expect(page.locator('.sign-in')).toContainText('姓名t1');
      const kept = await page.evaluate(() => ({
        own: Object.entries({ ...localStorage, ...sessionStorage }),
        cookies: document.cookie,
      }));
      const session = expect.stringMatching(/^[\w-]{43}$/);
      expect(kept).toEqual({
        own: [
          ['tingtang.token /kiosk/counter/2', token],
          ['tingtang.session /kiosk/counter/2', session],
        ],
        cookies: '',
      });
      await button(page, '退出登录').click();
      await expect(button(page, '登录')).toBeVisible();
      expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    },
  );
});

withProcess.describe('with a certificate of the hub’s own', () => {
  withProcess.use({ hubArgs: ['--pair', '--tls'] });

  withProcess('a new screen is offered the authority that made it', async ({ branch }) => {
    const page = await branch.screen('/kiosk/ticket/', SIZES.kiosk, { ignoreHTTPSErrors: true });
    await codeOn(page);
    expect(page.url()).toMatch(/^https:/);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载主机证书' }).click();
    expect((await download).suggestedFilename()).toBe('tingtang-ca.crt');
    expect(await fetched(`${branch.url}/tingtang-ca.crt`)).toMatch(/^-----BEGIN CERTIFICATE-----/);
    await expect(page.getByText('没有加密')).toHaveCount(0);
  });
});

/** As a browser does that does not know the authority yet. */
const fetched = (url: string) =>
  new Promise<string>((done, fail) => {
    const asked = overTls(url, { rejectUnauthorized: false }, (res) => {
      let text = '';
      res.on('data', (part) => {
        text += part;
      });
      res.on('end', () => done(text));
    });
    asked.on('error', fail);
    asked.end();
  });
