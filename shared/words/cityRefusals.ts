import type { CityRefusal, CityTrouble } from '../city/city.ts';
import { levelsRefusals } from './levelsRefusals.ts';
import { monthsRefusals } from './monthsRefusals.ts';
import { peopleRefusals } from './peopleRefusals.ts';
import { planRefusals } from './planRefusals.ts';
import { sentRefusals } from './sentRefusals.ts';

type Details = Readonly<Record<string, string | number>>;
type Sentences = Record<CityRefusal | CityTrouble, (d: Details) => string>;

/** Each refusal of the city as one sentence that says what to do. */
const zh: Sentences = {
  ...levelsRefusals.zh,
  ...planRefusals.zh,
  ...sentRefusals.zh,
  ...monthsRefusals.zh,
  ...peopleRefusals.zh,
  'city.busy': () => '其他人正在同时修改，请稍候再试一次。',
  'city.fault': () => '市中心程序出错，这一步没有保存，请联系管理员。',
  'city.needsPerson': () => '这一步须由登录的人员办理，请先登录。',
  'city.notSaved': () => '市中心没能保存，这一步没有生效，请稍后再试。',
  'city.readOnly': (d) => `市中心的账本有损坏（${d.where}），只供查看，请联系管理员。`,
  'command.idReused': () => '这个操作编号已用于另一项操作，请重新操作一次。',
  'command.tooOld': () => '这项操作已超过七天，不再受理，请重新操作。',
};

const en: Sentences = {
  ...levelsRefusals.en,
  ...planRefusals.en,
  ...sentRefusals.en,
  ...monthsRefusals.en,
  ...peopleRefusals.en,
  'city.busy': () => 'Others are changing things at the same moment: wait a little and try again.',
  'city.fault': () => 'The center’s program failed; nothing was saved. Call the administrator.',
  'city.needsPerson': () => 'Somebody has to do this who is signed in: sign in first.',
  'city.notSaved': () => 'The center could not save this; nothing changed. Try again in a while.',
  'city.readOnly': (d) =>
    `The city’s ledger is damaged (${d.where}) and is only shown: call the administrator.`,
  'command.idReused': () => 'This id was used for something else: do it once more.',
  'command.tooOld': () => 'This is more than seven days old and is not taken: do it once more.',
};

export const citySentence = (code: CityRefusal | CityTrouble, details: Details = {}) => ({
  zh: zh[code](details),
  en: en[code](details),
});
