/**
 * 公文字体: faces the official form asks for, by the names that word processors know them by, and behind
 * each what may stand in for it. 小标宋 and 仿宋_GB2312 are commercial; some of the others are free.
 */
export const faces = {
  head: [
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S, 华文中宋, STZhongsong, Noto Serif CJK SC, Source Han Serif SC',
  ],
  body: ['仿宋_GB2312', '仿宋, FangSong, STFangsong, FandolFang, Noto Serif CJK SC'],
  bold: ['黑体', 'SimHei, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei'],
  sheet: ['微软雅黑', 'Microsoft YaHei, Noto Sans CJK SC'],
} as const;
