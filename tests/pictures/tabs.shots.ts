import { cut, violations } from '../browser/audit.ts';
import { expect, SIZES } from '../browser/branch.ts';
import { test } from '../browser/rig.ts';
import { shot } from './album.ts';
import { crowd, settleIn, writeDown } from './fullHouse.ts';

test.setTimeout(300_000);

test('the panel’s other pages on a full day', async ({ rig }) => {
  await settleIn(rig);
  await writeDown(rig);
  await crowd(rig, 12);
  const date = rig.hub.pipeline.lobby.visit.day?.date;
  const pages = {
    complaints: 'complaints',
    complaint: `complaints/${date}.c1`,
    inspections: 'inspections',
    rectification: 'rectification',
    meeting: 'meetings',
    roster: 'meetings/roster',
    notices: 'meetings/notices',
    report: 'reports/2026-11',
  };
  for (const [name, place] of Object.entries(pages)) {
    const desk = await rig.screens.open(`/display/manager/#${place}`, SIZES.desk);
    await desk.locator('main h2, .screen-body h2').first().waitFor();
    await shot(desk, `tab-${name}`);
    expect.soft(await violations(desk, 'staff'), name).toEqual([]);
    await desk.context().close();
  }
  for (const name of ['complaints', 'notices'] as const) {
    const phone = await rig.screens.open(`/display/manager/?lang=en#${pages[name]}`, SIZES.phone);
    await phone.locator('.screen-body h2').first().waitFor();
    await shot(phone, `tab-${name}-phone-en`);
    expect.soft(await cut(phone), name).toEqual([]);
    await phone.context().close();
  }
});
