/** The robots' outbox as the panel shows it: never an address, never a key. */
export interface RobotsView {
  readonly robots: readonly RobotRow[];
  /** Newest first: what waits, and the last of what was sent or failed. */
  readonly letters: readonly LetterRow[];
}

export type RobotKind = 'wecom' | 'dingtalk' | 'feishu';

export interface RobotRow {
  readonly id: string;
  readonly kind: RobotKind;
  readonly waiting: number;
  /** Wall time until which the service takes nothing; null: it does. */
  readonly heldUntil: number | null;
}

export interface LetterRow {
  readonly robot: string;
  /** Wall time it was written. */
  readonly at: number;
  readonly text: string;
  readonly state: 'waits' | 'sent' | 'failed';
  /** What the service said, as its own short code, or why nothing was heard. */
  readonly why: string | null;
}

export const noRobots: RobotsView = { robots: [], letters: [] };
