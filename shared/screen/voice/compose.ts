import type { CounterId } from '../../ids.ts';
import type { Text } from '../../settings.ts';
import { voice } from '../../words/voice.ts';
import { LETTERS } from './names.ts';

/** One thing to say: the clips it is joined from, and its words for a voice that reads. */
export interface Sentence {
  readonly language: 'zh' | 'en';
  readonly clips: readonly string[];
  readonly text: string;
}

export interface Place {
  readonly id: CounterId;
  readonly name: Text;
}

/**
 * “请A012号客户到3号窗口办理业务”, or the same in English. The counter is called by the figure on it
 * (`3号窗口`), else by its id where that is a number; else its id is spelled after 窗口.
 */
export function callSentence(language: 'zh' | 'en', number: string, place: Place): Sentence {
  const n = figureOf(place);
  const words = voice[language].call;
  const spelled = place.id.toUpperCase();
  const text = words(spacedOut(language, number), n ?? spacedOut(language, spelled), n !== null);
  return { language, text, clips: clipsOf[language](number, n, spelled) };
}

const clipsOf = {
  zh: (number: string, n: number | null, spelled: string) => [
    ...['zh-please', ...spell('zh', number), 'zh-customer'],
    ...(n === null
      ? ['zh-window', ...spell('zh', spelled), 'zh-service']
      : [...zhNumber(n), 'zh-counter']),
  ],
  en: (number: string, n: number | null, spelled: string) => [
    ...['en-number', ...spell('en', number), 'en-go'],
    ...(n === null ? spell('en', spelled) : enNumber(n)),
  ],
};

/** Four digits and more are no counter's figure: they are spelled. */
function figureOf({ id, name }: Place): number | null {
  const found = /^(\d{1,3})号/u.exec(name.zh.replaceAll(/\s/g, '')) ?? /^(\d{1,3})$/.exec(id);
  return found ? Number(found[1]) : null;
}

/**
 * A number read digit by digit. Its 1 is 幺, as for telephones and rooms: 一 and 七 are easily
 * mistaken for one another across a hall. A counter's figure is a plain number and keeps 一.
 */
export function spell(language: 'zh' | 'en', number: string): string[] {
  return [...number.toUpperCase()].flatMap((sign) => {
    if (LETTERS.includes(sign)) return `letter-${sign.toLowerCase()}`;
    if (!/\d/.test(sign)) return [];
    return language === 'zh' && sign === '1' ? 'zh-yao' : `${language}-${sign}`;
  });
}

/** As a voice that reads must be given it, or it would say “twelve”. */
function spacedOut(language: 'zh' | 'en', number: string): string {
  const { digits } = voice[language];
  return [...number].map((sign) => digits[Number(sign)] ?? sign).join(' ');
}

/** 0…999 as a number: 三, 十一, 二十, 一百零三. */
export function zhNumber(n: number): string[] {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  if (n < 10) return [`zh-${n}`];
  return [
    ...(hundreds ? [`zh-${hundreds}`, 'zh-100'] : []),
    ...(hundreds && !tens && ones ? ['zh-0'] : []),
    ...(tens > 1 || (tens && hundreds) ? [`zh-${tens}`] : []),
    ...(tens ? ['zh-10'] : []),
    ...(ones ? [`zh-${ones}`] : []),
  ];
}

/** 0…99 as a number, above that digit by digit. */
export function enNumber(n: number): string[] {
  if (n >= 100) return spell('en', String(n));
  if (n < 20) return [`en-${n}`];
  return [`en-${n - (n % 10)}`, ...(n % 10 ? [`en-${n % 10}`] : [])];
}
