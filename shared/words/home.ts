import { catalogue } from './catalogue.ts';

/** The home page: which screens there are. */
export const home = catalogue({
  zh: {
    title: '全部屏幕',
    lead: '点开，或用另一台设备扫码；每台设备打开一次即可。',
    onlyHere: '现在的地址只在这台电脑上有效，别的设备还打不开。',
    wall: '把所有屏幕放在一面墙上看',
    devices: '登记设备与人员',
    open: (waiting: number) => (waiting === 0 ? '取号中，无人等候' : `取号中，${waiting} 人等候`),
    closed: '取号已停',
    hall: '大厅',
    counters: '窗口',
    screens: {
      kiosk: { name: '取号机', what: '客户取号' },
      lobby: { name: '叫号大屏', what: '叫到的号码和各业务等候' },
      floor: { name: '大堂经理平板', what: '手工发号、优先号、过号恢复、日终' },
      manager: { name: '管理面板', what: '等候、窗口、满意度、预警' },
    },
    counterScreen: '柜面',
    ratingScreen: '评价器',
    counterOpen: '已开窗',
    counterClosed: '未开窗',
    terminalOn: '已连接',
    terminalOff: '未连接',
    code: (name: string) => `${name}的二维码`,
  },
  en: {
    title: 'All screens',
    lead: 'Press one, or scan its code with another device; once for each device.',
    onlyHere: 'These addresses work on this computer only; other devices cannot open them yet.',
    wall: 'See all screens on one wall',
    devices: 'Let in devices and staff',
    open: (waiting: number) =>
      waiting === 0 ? 'Open, nobody waiting' : `Open, ${waiting} waiting`,
    closed: 'No tickets now',
    hall: 'Lobby',
    counters: 'Counters',
    screens: {
      kiosk: { name: 'Ticket kiosk', what: 'Customers take a number' },
      lobby: { name: 'Lobby display', what: 'Numbers called, waits by service' },
      floor: {
        name: "Lobby manager's tablet",
        what: 'Tickets by hand, priority, missed, day close',
      },
      manager: { name: "Manager's panel", what: 'Waits, counters, satisfaction, alerts' },
    },
    counterScreen: 'Counter',
    ratingScreen: 'Rating',
    counterOpen: 'open',
    counterClosed: 'closed',
    terminalOn: 'connected',
    terminalOff: 'not connected',
    code: (name: string) => `QR code: ${name}`,
  },
});
