import type { CenterDetails, CenterRefusal } from '../center.ts';
import { catalogue } from './catalogue.ts';

type Sentences = Record<CenterRefusal, (d: CenterDetails) => string>;

/** Each refusal as one sentence that says what to do. */
const zh: Sentences = {
  'center.altered': (d) => `第 ${d.seq} 条记录的内容与其校验值不符，未予接收：请核对本网点账本。`,
  'center.busy': () => '市中心正在处理本网点的数据，请稍候。',
  'center.codeUnknown': () => '登记码不对、已用过或已过期：请向市中心重新领取。',
  'center.damaged': () => '市中心保存的本网点账本有损坏，暂停接收：请联系市中心管理员。',
  'center.ended': () => '市中心已登记本网点永久关闭，不再接收数据。',
  'center.enrolled': (d) => `网点 ${d.branch} 已用另一把密钥登记：请市中心为它开新一期账本。`,
  'center.forged': () => '账本末端的签名不正确，未予接收：请核对本网点密钥。',
  'center.fork': (d) =>
    `第 ${d.seq} 条与市中心已见证的不同，账本出现两个版本（复制的主机、还原后又继续使用，或被改写）：请停用多出的一台，或请市中心开新一期账本。`,
  'center.gap': (d) => `中间缺少记录，市中心等待第 ${d.seq} 条。`,
  'center.itemForged': (d) =>
    `市分行下发的第 ${d.n} 件签名不符，未予采用：请联系市分行核对。营业不受影响。`,
  'center.itemOrder': (d) =>
    `市分行下发的内容次序不对，本网点等待第 ${d.n} 件，未予采用：请联系市分行核对。营业不受影响。`,
  'center.malformed': (d) => `市中心无法识别所送数据（${d.at}）。`,
  'center.newer': () => '数据来自更新的程序版本：请先升级市中心。',
  'center.notEmpty': () => '这个登记码用于新一期账本：请用空的数据文件夹启动。',
  'center.notSaved': () => '市中心没能写入磁盘，数据未接收，稍后自动重送。',
  'center.notYourKey': () => '签名密钥不是本网点登记的那一把：请核对密钥，或请市中心开新一期账本。',
  'center.otherItems': (d) =>
    `本网点已收到的第 ${d.n} 件与市中心的下发记录不一致，暂停下发：请联系市中心核对。营业不受影响。`,
  'center.pruned': (d) =>
    `本网点账本只剩第 ${d.seq} 条及以后，更早的日账清理前市中心没有见证过，无从核对，未予接收：请把备份里更早的日账文件放回 ledger 文件夹，会自动补送，见证后可再清理；备份里也没有的，请市中心开新一期账本。营业不受影响。`,
  'center.rollback': (d) =>
    `本机账本只到第 ${d.seq} 条，市中心已见证到第 ${d.head} 条：请停机，执行 restore --from-center 取回后再启动。`,
  'center.stale': () => '连接凭据已过期，请重新连接。',
  'center.tooLarge': (d) => `一次送来的数据超过 ${d.most} 字节，未予接收。`,
  'center.unknownBranch': () => '市中心没有登记这个网点：请先领取登记码。',
  'center.unlinked': (d) => `第 ${d.seq} 条没有接在前一条之后，未予接收：请核对本网点账本。`,
  'center.unreachable': () => '联系不上市中心，数据留在本机，恢复后自动补送。',
  'center.untrusted': () => '对方的回执不是登记时那个市中心签的，不予采信：请核对地址。',
  'center.wrongEpoch': (d) => `市中心现在接收的是本网点第 ${d.epoch} 期账本。`,
};

const en: Sentences = {
  'center.altered': (d) =>
    `Entry ${d.seq} does not match its hash and was not taken: verify this branch’s ledger.`,
  'center.busy': () => 'The center is still at work on what this branch sent; wait a moment.',
  'center.codeUnknown': () =>
    'This code is wrong, used or run out: ask the city center for a new one.',
  'center.damaged': () =>
    'What the center keeps of this branch is damaged, and nothing is added to it: call the city center.',
  'center.ended': () => 'The city has closed this branch for good and takes nothing more from it.',
  'center.enrolled': (d) =>
    `Branch ${d.branch} is enrolled with another key: have the city center open a new epoch for it.`,
  'center.forged': () => 'The signature of the head is not good: check this branch’s key.',
  'center.fork': (d) =>
    `Entry ${d.seq} is another one than the center has witnessed; there are two ledgers (a cloned hub, one that went on after a restore, or a rewritten one): stop the one too many, or have the city open a new epoch.`,
  'center.gap': (d) => `Entries are missing in between; the center expects entry ${d.seq}.`,
  'center.itemForged': (d) =>
    `Item ${d.n} sent down is not under the center’s signature and was not taken: call the city. The branch works on.`,
  'center.itemOrder': (d) =>
    `What was sent down is out of order, item ${d.n} is due, and it was not taken: call the city. The branch works on.`,
  'center.malformed': (d) => `The center does not understand what was sent (${d.at}).`,
  'center.newer': () => 'This comes from a newer version of the program: upgrade the center first.',
  'center.notEmpty': () =>
    'This code opens a new epoch, which is a new ledger: start on an empty data folder.',
  'center.notSaved': () =>
    'The center could not write to its disk and took nothing; it is sent again by itself.',
  'center.notYourKey': () =>
    'Not signed with the key this branch is enrolled with: check the key, or have the city open a new epoch.',
  'center.otherItems': (d) =>
    `Item ${d.n} that this branch entered is another one than the center sent; nothing is sent down: call the city. The branch works on.`,
  'center.pruned': (d) =>
    `This ledger begins at entry ${d.seq}; the center never witnessed the older days that were put away, and cannot prove what follows them: put their files back from the backup into the folder ledger, they are sent by themselves and may go again afterwards; where no backup has them, have the city open a new epoch. The branch works on.`,
  'center.rollback': (d) =>
    `This ledger ends at entry ${d.seq}, the center has witnessed up to ${d.head}: stop this hub, run restore --from-center, then start it.`,
  'center.stale': () => 'This connection’s nonce ran out; connect again.',
  'center.tooLarge': (d) => `More than ${d.most} bytes at once were not taken.`,
  'center.unknownBranch': () => 'The center knows no such branch: ask it for an enrolment code.',
  'center.unlinked': (d) =>
    `Entry ${d.seq} does not continue the one before it and was not taken: verify this branch’s ledger.`,
  'center.unreachable': () =>
    'The center cannot be reached; everything stays here and is sent once it answers.',
  'center.untrusted': () =>
    'What answers is not the center this branch was enrolled with, and is not believed: check the address.',
  'center.wrongEpoch': (d) => `The center now takes epoch ${d.epoch} of this branch’s ledger.`,
};

export const centerSentence = (code: CenterRefusal, details: CenterDetails = {}) => ({
  zh: zh[code](details),
  en: en[code](details),
});

/** Whether another program's word for a refusal is one that can be put into a sentence. */
export const isCenterRefusal = (code: string): code is CenterRefusal => Object.hasOwn(zh, code);

/** The line on the manager's panel. */
export const center = catalogue({
  zh: {
    title: '市中心',
    linked: '已连接',
    unlinked: '未连接',
    refused: '拒收',
    since: (time: string) => `${time} 起`,
    witnessed: (time: string) => `已见证至 ${time}`,
    nothing: '尚未见证',
    behind: (n: number) => `${n} 条待送`,
    offset: (minutes: number) =>
      `本机时钟比市中心${minutes > 0 ? '快' : '慢'} ${Math.abs(minutes)} 分钟`,
  },
  en: {
    title: 'City center',
    linked: 'Linked',
    unlinked: 'Not linked',
    refused: 'Refused',
    since: (time: string) => `since ${time}`,
    witnessed: (time: string) => `witnessed up to ${time}`,
    nothing: 'nothing witnessed yet',
    behind: (n: number) => `${n} to be sent`,
    offset: (minutes: number) =>
      `this clock is ${Math.abs(minutes)} min ${minutes > 0 ? 'ahead of' : 'behind'} the center’s`,
  },
});
