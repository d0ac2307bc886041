import { catalogue } from './catalogue.ts';
import { saysAround } from './doctorAround.ts';
import { says } from './doctorSays.ts';

/** What `npm run doctor` 体检 says of a machine; the sentences themselves stand in `doctorSays.ts`. */
export const doctor = catalogue({
  zh: {
    checks: {
      ...{
        node: '运行环境',
        packages: '程序包',
        memory: '内存',
        folder: '数据文件夹',
        lock: '占用',
      },
      ...{ disk: '磁盘类型', space: '剩余空间', flush: '落盘', ledger: '账本', backup: '备份' },
      ...{
        clock: '时钟',
        zone: '时区',
        synchronised: '对时',
        port: '端口',
        addresses: '局域网地址',
      },
      ...{ certificate: '证书', fonts: '字体', browser: '浏览器', voice: '语音片段' },
      ...{ voices: '本机语音', printer: '打印机' },
    },
    states: { ok: '正常', warning: '注意', bad: '有问题', notLooked: '未检查' },
    fit: (_bad: number, warnings: number, unseen: number) =>
      `这台机器可以使用：注意 ${warnings} 项，未检查 ${unseen} 项。`,
    unfit: (bad: number, warnings: number, unseen: number) =>
      `请先处理有问题的 ${bad} 项；另有注意 ${warnings} 项，未检查 ${unseen} 项。`,
    says: { ...says.zh, ...saysAround.zh },
  },
  en: {
    checks: {
      ...{ node: 'runtime', packages: 'packages', memory: 'memory', folder: 'data folder' },
      ...{ lock: 'in use', disk: 'kind of disk', space: 'free space', flush: 'flush' },
      ...{ ledger: 'ledger', backup: 'backup', clock: 'clock', zone: 'time zone' },
      ...{ synchronised: 'synchronised', port: 'port', addresses: 'addresses' },
      ...{ certificate: 'certificate', fonts: 'fonts', browser: 'browser', voice: 'voice clips' },
      ...{ voices: 'own voices', printer: 'printer' },
    },
    states: { ok: 'ok', warning: 'warning', bad: 'BAD', notLooked: 'not looked at' },
    fit: (_bad: number, warnings: number, unseen: number) =>
      `This machine is fit: ${warnings} to note, ${unseen} not looked at.`,
    unfit: (bad: number, warnings: number, unseen: number) =>
      `See to the ${bad} that are bad first; ${warnings} to note, ${unseen} not looked at.`,
    says: { ...says.en, ...saysAround.en },
  },
});

export type DoctorWords = (typeof doctor)['zh'];
