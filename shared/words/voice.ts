import { catalogue } from './catalogue.ts';

/**
 * What is said aloud, for a voice that reads; the clips hold the same words. Below, what the lobby
 * display shows about its voice.
 */
export const voice = catalogue({
  zh: {
    digits: '零幺二三四五六七八九',
    call: (number: string, counter: number | string, isFigure: boolean) =>
      isFigure
        ? `请 ${number} 号客户，到 ${counter} 号窗口办理业务。`
        : `请 ${number} 号客户，到窗口 ${counter} 办理业务。`,
    choose: '请选择您要办理的业务',
    help: '请找大堂经理',
    rate: '请您对本次服务作出评价',
    thanks: '谢谢您的评价',
    taken: (number: string, ahead: number) =>
      `您的号码是 ${number}，${ahead < 1 ? '前面没有人' : `前面大约还有 ${ahead} 位`}，请坐下等候叫号。`,
    touch: '轻触屏幕，开启声音',
    muted: '本屏不播报',
    mute: '静音',
    speak: '开启播报',
    louder: '大声一点',
    quieter: '小声一点',
    volume: (percent: number) => `音量 ${percent}%`,
    browser: '使用浏览器的中文声音',
  },
  en: {
    digits: '0123456789',
    call: (number: string, counter: number | string) =>
      `Number ${number}, please go to counter ${counter}.`,
    choose: 'What would you like to do today?',
    help: 'Please ask the lobby manager',
    rate: 'How was the service?',
    thanks: 'Thank you for rating',
    taken: (number: string, ahead: number) =>
      `Your number is ${number}. ${ahead < 1 ? 'Nobody is' : ahead === 1 ? 'About 1 person' : `About ${ahead} people`} ahead of you. Please take a seat and wait to be called.`,
    touch: 'Touch the screen to turn the sound on',
    muted: 'This screen does not speak',
    mute: 'Mute',
    speak: 'Speak',
    louder: 'Louder',
    quieter: 'Quieter',
    volume: (percent: number) => `Volume ${percent}%`,
    browser: 'Use the browser’s Chinese voice',
  },
});
