import { catalogue } from './catalogue.ts';

/** The frame of the center's screen. */
export const city = catalogue({
  zh: {
    title: '市中心',
    pages: '页面',
    branch: '网点',
    lost: '与市中心的连接断了，显示的是断开前的内容，正在重新连接。',
    asking: '正在汇总各网点的数据。',
    under: '机构',
    all: '全部',
    tabs: {
      live: '全市',
      ranks: '排名',
      month: '月结',
      circulars: '通报',
      board: '督办',
      settings: '设置',
    },
    roles: {
      administrator: '市分行管理员',
      operations: '运营管理部',
      leader: '支行负责人',
      auditor: '审计',
    },
    levels: {
      head: '总行',
      province: '省分行',
      city: '市分行',
      first: '一级支行',
      second: '二级支行',
      outlet: '网点',
    },
    posts: {
      president: '行长',
      vice: '分管副行长',
      business: '业务部门经理',
      manager: '网点负责人',
    },
  },
  en: {
    title: 'City center',
    pages: 'Pages',
    branch: 'Branch',
    lost: 'The center is out of reach. What you see is from before; connecting again.',
    asking: 'Gathering what the branches have sent.',
    under: 'Unit',
    all: 'All',
    tabs: {
      live: 'City',
      ranks: 'Rankings',
      month: 'Month',
      circulars: 'Circulars',
      board: 'Follow-up',
      settings: 'Settings',
    },
    roles: {
      administrator: 'Administrator',
      operations: 'Operations',
      leader: 'Sub-branch leader',
      auditor: 'Auditor',
    },
    levels: {
      head: 'Head office',
      province: 'Province',
      city: 'City',
      first: 'First-level sub-branch',
      second: 'Second-level sub-branch',
      outlet: 'Outlet',
    },
    posts: {
      president: 'President',
      vice: 'Responsible vice-president',
      business: 'Business-department manager',
      manager: 'Branch manager',
    },
  },
});
