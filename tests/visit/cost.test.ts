import { expect, test } from 'vitest';
import { decide, evolve, type LobbyCommand } from '../../shared/lobby.ts';
import { type Story, story } from '../kit/story.ts';

/** A day on which so many have been served and left, and thirty wait. */
function after(served: number): Story {
  const day = story().opens('2').opens('3');
  for (let n = 0; n < served; n++) {
    day
      .takes('cash', n % 5 ? 'ordinary' : 'premium')
      .after(15)
      .serves('2', 1);
  }
  for (let n = 0; n < 30; n++) day.takes('cash', n % 5 ? 'ordinary' : 'premium').after(1);
  return day.after(60);
}

/** Milliseconds that one command takes, decided and evolved: the median of many. */
function cost(day: Story, command: LobbyCommand): number {
  const times = Array.from({ length: 400 }, () => {
    const start = performance.now();
    const decided = decide(day.lobby, command, { at: day.now, mint: '' });
    if (!decided.ok) throw new Error(decided.refusal.code);
    decided.value.reduce(evolve, day.lobby);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[200] ?? 0;
}

test('neither taking a number nor calling one grows with those already served', () => {
  const few = after(50);
  const many = after(2500);
  const issue = { type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' };
  for (const command of [issue, { type: 'call.next', counter: '3' }] as LobbyCommand[]) {
    cost(few, command);
    expect(cost(many, command)).toBeLessThan(4 * cost(few, command) + 0.02);
  }
});
