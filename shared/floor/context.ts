import type { DeviceId, PhotoId, StaffId } from '../ids.ts';

/** What comes in with a command beside the lobby's state. */
export interface FloorContext {
  readonly at: number;
  /** The device it was pressed on, where that is known. */
  readonly device: DeviceId | null;
  /** Who is signed in there. */
  readonly person: StaffId | null;
  /** Those who work here now; whoever left is not among them. */
  readonly members: readonly StaffId[];
  /** Whether a photo is on the disk. */
  readonly hasPhoto: (photo: PhotoId) => boolean;
}
