import type { LiveAlarm } from '../../../shared/city/views/live.ts';
import { unreachable } from '../../../shared/result.ts';
import { words } from '../../../shared/screen/language.ts';
import { cityLive } from '../../../shared/words/cityLive.ts';

export function alarmText(alarm: LiveAlarm): string {
  const w = words(cityLive);
  switch (alarm.is) {
    case 'refused':
      return w.refused[alarm.code] ?? w.refusedOther;
    case 'sums':
      return w.alarm.sums(alarm.days, alarm.last);
    case 'broken':
      return w.alarm.broken(alarm.seq);
    case 'clock': {
      const minutes = Math.round(Math.abs(alarm.offset) / 60_000);
      return alarm.offset > 0 ? w.alarm.ahead(minutes) : w.alarm.behind(minutes);
    }
    default:
      return unreachable(alarm);
  }
}
