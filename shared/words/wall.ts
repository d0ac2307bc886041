import { catalogue } from './catalogue.ts';

/** The demo's wall: all screens at once. */
export const wall = catalogue({
  zh: {
    title: '一个网点，所有屏幕',
    lead: '真实的主机上，正走着模拟的一天。每块屏幕都是活的：可以直接点，按名字可放大。',
    speed: '时间快慢',
    pause: '暂停',
    times: (n: number) => `${n}×`,
    paused: '时间已停',
    screens: {
      kiosk: '取号机',
      lobby: '叫号大屏',
      manager: '管理面板',
      floor: '大堂经理平板',
      counter: '柜面',
      rating: '评价器',
    },
    atCounter: (counter: string, screen: string) => `${counter} ${screen}`,
    alone: (screen: string) => `单独打开${screen}`,
    back: '退回墙上',
    noDemo: '这台主机没有在演示：时间照常走，屏幕都是真的。',
  },
  en: {
    title: 'One branch, every screen',
    lead: 'A simulated day on a real hub. Every screen is alive: touch it, or press its name to bring it near.',
    speed: 'Speed of time',
    pause: 'Pause',
    times: (n: number) => `${n}×`,
    paused: 'Time stands still',
    screens: {
      kiosk: 'Ticket kiosk',
      lobby: 'Lobby display',
      manager: "Manager's panel",
      floor: "Lobby manager's tablet",
      counter: 'screen',
      rating: 'rating',
    },
    atCounter: (counter: string, screen: string) => `${counter} ${screen}`,
    alone: (screen: string) => `Open by itself: ${screen}`,
    back: 'Back to the wall',
    noDemo: 'This hub plays no demo: time runs as usual, and every screen is real.',
  },
});
