import type { ItemRefusal } from '../down/refusals.ts';
import { catalogue } from './catalogue.ts';

/** What the city sent down, as the branch's own screens show it. */
export const fromCity = catalogue({
  zh: {
    city: '市分行',
    assigned: '市分行派单',
    inspected: (on: string) => `市分行检查（${on} 进行）`,
    file: (name: string) => `附件：${name}（向市分行索取）`,
    digest: (sha256: string) => `校验 SHA-256 ${sha256}`,
    late: (month: string, share: string, n: number) =>
      `${month} 超过橙色警戒线的等候占 ${share}（共 ${n} 笔）`,
    line: (share: string) => `警戒线 ${share}`,
    hour: (late: number, n: number) => `${late} / ${n} 笔`,
    withdrawn: (why: string) => `市分行已撤回：${why}`,
    read: '已阅',
    kinds: {
      notice: '通知',
      rules: '考核规则',
      inspection: '检查',
      complaint: '投诉工单',
      withdrawal: '撤回',
    } as Readonly<Record<string, string>>,
    untaken: (id: string, kind: string, why: string) => `市分行 ${id}（${kind}）未能执行：${why}`,
    unknown: '新类型',
  },
  en: {
    city: 'City',
    assigned: 'Assigned by the city',
    inspected: (on: string) => `Inspected by the city on ${on}`,
    file: (name: string) => `Enclosed: ${name} (ask the city for it)`,
    digest: (sha256: string) => `SHA-256 ${sha256}`,
    late: (month: string, share: string, n: number) =>
      `${share} of ${n} waits in ${month} were over the orange line`,
    line: (share: string) => `line ${share}`,
    hour: (late: number, n: number) => `${late} of ${n}`,
    withdrawn: (why: string) => `Withdrawn by the city: ${why}`,
    read: 'I have read it',
    kinds: {
      notice: 'notice',
      rules: 'rules',
      inspection: 'inspection',
      complaint: 'work order',
      withdrawal: 'withdrawal',
    } as Readonly<Record<string, string>>,
    untaken: (id: string, kind: string, why: string) =>
      `City ${id} (${kind}) could not be followed: ${why}`,
    unknown: 'a new kind',
  },
});

type Own = Extract<ItemRefusal, `down.${string}`>;

const reasons: Record<Own, { readonly zh: string; readonly en: string }> = {
  'down.needsOwner': {
    zh: '没有可以经办的负责人员，请先登记人员，再请市分行重发。',
    en: 'nobody here can own it; enter staff, then ask the city to send it again.',
  },
  'down.newer': {
    zh: '内容来自更新的程序版本，请升级本机程序，再请市分行重发。',
    en: 'a newer program wrote it; upgrade this one, then ask the city to send it again.',
  },
  'down.notHere': {
    zh: '要撤回的内容本网点没有或早已过期。',
    en: 'what it takes back is not here, or was long ago.',
  },
  'down.personUnknown': {
    zh: '责任人编号不是本网点人员，请市分行核对后重发。',
    en: 'it names staff who were never here; ask the city to check and send it again.',
  },
  'down.unreadable': {
    zh: '检查表版本或扣分项与本网点不符，请市分行核对后重发。',
    en: 'its checklist or points do not fit this branch; ask the city to check and send it again.',
  },
};

/** Why an item led to nothing, as a sentence that says what to do. */
export const reasonOf = (code: ItemRefusal) =>
  code in reasons
    ? reasons[code as Own]
    : {
        zh: `不符合本网点现行规则（${code}），请市分行核对后重发。`,
        en: `it does not fit this branch (${code}); ask the city to check and send it again.`,
      };
