import { violations } from '../browser/audit.ts';
import { expect, SIZES } from '../browser/branch.ts';
import { type Rig, test } from '../browser/rig.ts';
import { playDay, playWeeks } from '../kit/weeks.ts';
import { shot } from './album.ts';

test.setTimeout(300_000);

const does = ({ hub }: Rig, command: object) =>
  hub.pipeline.submitOwn(command as Parameters<typeof hub.pipeline.submitOwn>[0]);

/** The panel as it is now, on a desk and on a phone, in both languages. */
async function everywhere(rig: Rig, name: string): Promise<void> {
  for (const [size, at] of Object.entries({ '': SIZES.desk, '-phone': SIZES.phone }))
    for (const lang of ['zh', 'en']) {
      const page = await rig.screens.open(`/display/manager/?lang=${lang}`, at);
      await page.locator('.figure-waiting b').waitFor();
      await shot(page, `${name}${size}${lang === 'en' ? '-en' : ''}`);
      await page.context().close();
    }
}

test('the panel with nobody, five and forty waiting', async ({ rig }) => {
  await playWeeks(rig, 3);
  await everywhere(rig, 'panel-0');
  await playDay(rig, 80);
  for (const counter of ['1', '2', '3'])
    await does(rig, { type: 'counter.pause', counter, reason: 'break' });
  const wait = async (people: number) => {
    for (let n = rig.hub.pipeline.lobby.visit.line.length; n < people; n++) {
      const service = ['cash', 'account', 'business', 'wealth'][n % 4];
      const cls = n % 6 === 5 ? 'premium' : n % 11 === 7 ? 'care' : 'ordinary';
      const by = cls === 'care' ? { by: 'hand', reason: 'elderly' } : { by: 'kiosk' };
      await does(rig, { type: 'ticket.issue', service, class: cls, ...by });
      rig.clock.turn(45_000);
    }
  };
  await wait(5);
  for (const counter of ['1', '2']) await does(rig, { type: 'counter.resume', counter });
  await does(rig, { type: 'call.next', counter: '1' });
  await does(rig, { type: 'service.start', counter: '1' });
  await wait(5);
  await everywhere(rig, 'panel-5');
  await wait(40);
  await everywhere(rig, 'panel-40');
});

test('one touch deeper', async ({ rig }) => {
  await playWeeks(rig, 3);
  await playDay(rig, 200);
  const date = rig.hub.pipeline.lobby.visit.day?.date;
  const pages = {
    day: 'day',
    weeks: 'weeks',
    counter: 'counter/2',
    ticket: `ticket/${date}/A005`,
    machines: 'machines',
  };
  for (const [name, place] of Object.entries(pages)) {
    const desk = await rig.screens.open(`/display/manager/#today/${place}`, SIZES.desk);
    await desk.locator('.past > :nth-child(2)').waitFor();
    await shot(desk, `panel-${name}`);
    expect(await violations(desk, 'staff'), name).toEqual([]);
    await desk.context().close();
    const phone = await rig.screens.open(`/display/manager/?lang=en#today/${place}`, SIZES.phone);
    await phone.locator('.past > :nth-child(2)').waitFor();
    await shot(phone, `panel-${name}-phone-en`);
    await phone.context().close();
  }
  const settings = await rig.screens.open('/display/manager/#settings', SIZES.desk);
  await settings.locator('.settings-group').first().waitFor();
  await shot(settings, 'panel-settings');
});
