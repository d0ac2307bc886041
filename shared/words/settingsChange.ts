import { catalogue } from './catalogue.ts';

/** 修改设置: the panel's forms, what a change would mean, and the changes there were. */
export const settingsChange = catalogue({
  zh: {
    change: '修改',
    changeOf: (of: string) => `修改${of}`,
    back: '返回设置',
    parts: {
      name: '网点名称',
      hours: '营业时间',
      services: '业务',
      counters: '窗口',
      lines: '警戒线与目标',
      texts: '承诺与提示',
    },
    means: '看看会怎样',
    meaning: '确认后马上生效，并记入账本：',
    nothing: '和现在的设置一样，没有要改的。',
    quiet: '不影响正在等候的客户，也不影响窗口。',
    confirm: '确认修改',
    again: '再改改',
    done: '已生效',
    effects: {
      name: (to: string) => `各屏幕上的名称改为“${to}”`,
      serviceComes: (of: string) => `取号机上多一项“${of}”`,
      serviceGoes: (of: string) => `取号机上不再有“${of}”；已有的统计保留`,
      served: (of: string, before: number, after: number, waiting: number) =>
        after === 0
          ? `没有窗口办理“${of}”，请到“窗口”里安排`
          : `办理“${of}”的窗口从 ${before} 个变为 ${after} 个${waiting > 0 ? `，现在有 ${waiting} 人在等` : ''}`,
      letter: (of: string, before: string, after: string) =>
        `“${of}”的号从 ${before} 字头改为 ${after} 字头`,
      counterComes: (of: string) => `增加“${of}”，登记一台柜面和评价器后即可使用`,
      counterGoes: (of: string) => `不再有“${of}”；已登记在那里的设备要重新安排`,
      counterOther: (of: string) => `“${of}”办理的业务或客户类别变了`,
      overLine: (cls: string, before: number, after: number) =>
        before === after
          ? `${cls}客户的警戒线改了，现在线外人数不变（${after} 人）`
          : `按新的警戒线，${cls}客户现在有 ${after} 人在线外（原来 ${before} 人）`,
      target: (cls: string, before: string, after: string) =>
        `${cls}客户的等候目标从 ${before} 分钟改为 ${after} 分钟；考核得分按当月规则计算`,
      hoursToday: (open: string | null, close: string | null) =>
        open ? `今天营业 ${open}–${close}` : '今天休息',
      doors: { open: '取号机马上开始发号', shut: '取号机马上停止发号，已取号的客户照常办理' },
    },
    changes: '最近的修改',
    noChanges: '还没有修改过。',
    setUp: '开业设置',
    byNobody: '主机（设置文件、采纳的建议，或未登录）',
    of: {
      branch: '网点',
      hours: '营业时间',
      services: '业务',
      counters: '窗口',
      printers: '打印机',
      prefixes: '类别字母',
      lines: '警戒线',
      targets: '等候目标',
      rules: '叫号规则',
      rating: '评价',
      alerts: '预警',
      minimumSample: '样本下限',
      assessment: '考核规则',
      lent: '断网备用号',
      cards: '刷卡识别',
      rectifications: '整改',
      texts: '承诺与提示',
      voice: '语音叫号',
      care: '投诉与苗头',
      duties: '晨会与通知',
    },
  },
  en: {
    change: 'Change',
    changeOf: (of: string) => `Change: ${of}`,
    back: 'Back to the settings',
    parts: {
      name: 'Name of the branch',
      hours: 'Opening hours',
      services: 'Services',
      counters: 'Counters',
      lines: 'Alert lines and targets',
      texts: 'Pledge and notices',
    },
    means: 'See what it means',
    meaning: 'Once confirmed it takes effect at once, and goes into the ledger:',
    nothing: 'It is the same as now: nothing to change.',
    quiet: 'Nobody who waits and no counter is touched by it.',
    confirm: 'Confirm the change',
    again: 'Change it again',
    done: 'In force',
    effects: {
      name: (to: string) => `Every screen will say "${to}"`,
      serviceComes: (of: string) => `The kiosk offers ${of} as well`,
      serviceGoes: (of: string) => `The kiosk offers ${of} no more; its figures stay`,
      served: (of: string, before: number, after: number, waiting: number) =>
        after === 0
          ? `No counter serves ${of}: give it one under Counters`
          : `${of}: ${after} instead of ${before} counters${waiting > 0 ? `, ${waiting} waiting for it now` : ''}`,
      letter: (of: string, before: string, after: string) =>
        `${of}: numbers begin with ${after} instead of ${before}`,
      counterComes: (of: string) => `${of} is new: let in its screen and its rating terminal`,
      counterGoes: (of: string) => `${of} is gone: place the devices that stood there anew`,
      counterOther: (of: string) => `${of} serves something or somebody else than before`,
      overLine: (cls: string, before: number, after: number) =>
        before === after
          ? `${cls}: the lines move, and as many stand beyond them as before (${after})`
          : `${cls}: by the new lines ${after} stand beyond them now, instead of ${before}`,
      target: (cls: string, before: string, after: string) =>
        `${cls}: the target is ${after} instead of ${before} min; scores go by the month's own rules`,
      hoursToday: (open: string | null, close: string | null) =>
        open ? `Open today ${open}–${close}` : 'Closed today',
      doors: {
        open: 'The kiosk gives out tickets from now on',
        shut: 'The kiosk stops giving out tickets; whoever has one is served',
      },
    },
    changes: 'Last changes',
    noChanges: 'Nothing was changed yet.',
    setUp: 'set-up',
    byNobody: 'the hub (a settings file, accepted advice, or nobody signed in)',
    of: {
      branch: 'branch',
      hours: 'hours',
      services: 'services',
      counters: 'counters',
      printers: 'printers',
      prefixes: 'letters of classes',
      lines: 'alert lines',
      targets: 'targets',
      rules: 'rules of calling',
      rating: 'rating',
      alerts: 'alerts',
      minimumSample: 'smallest sample',
      assessment: 'assessment',
      lent: 'lent numbers',
      cards: 'cards',
      rectifications: 'rectifications',
      texts: 'pledge and notices',
      voice: 'announcements',
      care: 'complaints and warnings',
      duties: 'meetings and notices',
    },
  },
});
