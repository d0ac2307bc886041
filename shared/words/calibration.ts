import { catalogue } from './catalogue.ts';

/** Measuring a screen at set-up. */
export const calibration = catalogue({
  zh: {
    title: '这块屏幕有多大？',
    why: (width: number, height: number) =>
      `量一次，按钮和文字就有准确的毫米大小。浏览器报告的分辨率是 ${width} × ${height}，请保持缩放 100%。`,
    diagonal: '屏幕对角线',
    inch: ' 英寸',
    card: '用银行卡量',
    cardHow: '不知道尺寸？把一张银行卡贴在框上，调到正好盖住：',
    smaller: '缩小一点',
    larger: '放大一点',
    result: (px: number) =>
      `1 毫米 = ${px.toFixed(2)} 像素，20 毫米的按钮是 ${Math.ceil(20 * px)} 像素。`,
    distance: '离得最远的人有多远',
    metre: ' 米',
    save: '保存',
    leave: '不改',
  },
  en: {
    title: 'How large is this screen?',
    why: (width: number, height: number) =>
      `Measured once, keys and text have their true size. The browser reports ${width} × ${height}; keep its zoom at 100 %.`,
    diagonal: 'Diagonal of the panel',
    inch: '"',
    card: 'Measure with a bank card',
    cardHow: 'Not known? Hold a bank card against the frame and adjust until it is just covered:',
    smaller: 'A little smaller',
    larger: 'A little larger',
    result: (px: number) =>
      `1 mm = ${px.toFixed(2)} pixels; a key of 20 mm is ${Math.ceil(20 * px)} pixels.`,
    distance: 'Distance to the farthest reader',
    metre: ' m',
    save: 'Save',
    leave: 'Leave as it is',
  },
});
