import type { Page } from '@playwright/test';
import { encode } from 'uqr';
import { faults } from './axe.ts';
import { type Branch, expect, SIZES, test } from './branch.ts';
import { button, presses } from './hands.ts';
import { verified } from './ledger.ts';

/** Looking at each state with axe takes its time on a machine that does other things too. */
test.setTimeout(180_000);
test.use({ hubArgs: ['--phone-host', '127.0.0.1', '--phone-port', '0'] });

/** Takes a number at the kiosk; the code on it is the page the hub's answer named. */
async function taken(kiosk: Page): Promise<string> {
  const told = new Promise<string>((done) =>
    kiosk.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const [page] = /http[^"]+\/v\/[^"]+/.exec(String(payload)) ?? [];
        if (page) done(page);
      }),
    ),
  );
  await kiosk.reload();
  await button(kiosk, '个人现金').click();
  await expect(kiosk.getByText('扫码在手机上看排队进度')).toBeVisible();
  const page = await told;
  const drawn = await kiosk.locator('.page-code path').getAttribute('d');
  const { data } = encode(page, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
  expect(drawn).toBe(dark.join(''));
  return page;
}

/** Whatever the phone shows: nobody is kept out of it, nothing runs over its edge. */
async function fits(phone: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await faults(phone, { runOnly: tags });
  expect(found.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  for (const width of [320, SIZES.phone.width]) {
    await phone.setViewportSize({ ...SIZES.phone, width });
    const over = () => phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(over).toBeLessThanOrEqual(0);
  }
}

async function opened(branch: Branch) {
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  await presses(counter, /^开窗/);
  const page = await taken(kiosk);
  return { counter, page, phone: await branch.screen(page, SIZES.phone) };
}

test('a ticket on the phone: waiting, called, served, rated; all in the ledger', async ({
  branch,
}) => {
  const { counter, page, phone } = await opened(branch);
  await expect(phone.getByText('前面没有人，请准备')).toBeVisible();
  await fits(phone);
  await button(counter, /^呼叫下一位/).click();
  await expect(phone.getByRole('heading', { name: '请到2号窗口' })).toBeVisible();
  await fits(phone);
  await presses(counter, /^开始办理/);
  await expect(phone.getByText('正在为您办理')).toBeVisible();
  await presses(counter, /^办结/);
  await expect(phone.getByText('请您对本次服务作出评价')).toBeVisible();
  await button(phone, '不满意').click();
  await button(phone, '等候时间').click();
  await fits(phone);
  await button(phone, '提交评价').click();
  await expect(phone.getByText('谢谢您的评价')).toBeVisible();
  const origin = new URL(counter.url()).origin;
  const manager = await counter.request.get(`${origin}/api/views/manager`);
  expect(await manager.text()).toContain('"kind":"dissatisfied"');
  const figures = await (await counter.request.get(`${origin}/api/views/figures`)).json();
  expect(figures.view.all).toMatchObject({ phone: { n: 1 }, rating: { given: 0 } });
  const wrong = await branch.screen(`${page.slice(0, -3)}xxx`, SIZES.phone);
  await expect(wrong.getByText('没有找到这张号票')).toBeVisible();
  await fits(wrong);
  await verified(branch.folder);
});

test('a phone that loses the branch says that what it shows is old, and is right again by itself', async ({
  branch,
}) => {
  const { phone } = await opened(branch);
  await expect(phone.getByText('前面没有人，请准备')).toBeVisible();
  branch.freeze(true);
  await expect(phone.getByText(/连接中断/)).toBeVisible();
  await expect(phone.getByText('前面没有人，请准备')).toBeVisible();
  branch.freeze(false);
  await expect(phone.getByText(/连接中断/)).toBeHidden();
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByRole('button', { name: 'Leave the line' }).click();
  await fits(phone);
  await phone.getByRole('button', { name: 'Give it up' }).click();
  await expect(phone.getByText('This number was given up')).toBeVisible();
  await verified(branch.folder);
});
