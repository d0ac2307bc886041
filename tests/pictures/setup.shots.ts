import { violations } from '../browser/audit.ts';
import { expect, SIZES, test } from '../browser/branch.ts';
import { button } from '../browser/hands.ts';
import { shot } from './album.ts';

test.setTimeout(180_000);
test.use({ hubArgs: ['--pair'] });

test('from the printed address to a branch that serves', async ({ branch }) => {
  const [address = ''] = /https?:\S+\/display\/setup\/#\S+/.exec(branch.said()) ?? [];
  const panel = await branch.screen(address, SIZES.desk);
  await button(panel, /银行网点/).hover();
  await shot(panel, 'setup-kind');
  await button(panel, /银行网点/).click();
  for (const step of ['branch', 'services', 'counters', 'hours', 'lines', 'staff']) {
    await shot(panel, `setup-${step}`);
    expect.soft(await violations(panel, 'staff'), step).toEqual([]);
    await button(panel, '下一步').click();
  }
  const open = button(panel, /先不设营业时间/);
  if (await open.isVisible()) await open.click();
  await shot(panel, 'setup-check');
  await button(panel, '启用').click();
  await panel.getByRole('heading', { name: '打开各块屏幕' }).waitFor();
  await shot(panel, 'setup-done');
  await panel.goto(new URL('/display/manager/#settings/lines', branch.url).href);
  await panel.getByLabel('◆ 黄').first().fill('5');
  await button(panel, '看看会怎样').click();
  await button(panel, '确认修改').waitFor();
  await shot(panel, 'setup-change');
});
