/** CSS pixels and real lengths. Panels are given by their diagonal, as they are sold. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Calibration {
  /** CSS pixels in one real millimetre of this screen. */
  readonly pxPerMm: number;
  /** To the farthest who has to read it, millimetres. */
  readonly distance: number;
  /** false: nobody measured, and it is a guess on the safe side. */
  readonly measured: boolean;
}

/** Diagonals in inches of the panels that are usual in a lobby. */
export const DIAGONALS = [10.1, 15.6, 21.5, 32, 43, 55] as const;

/** Width of a bank card, millimetres: ISO/IEC 7810, ID-1. */
export const CARD_WIDTH = 85.6;
export const CARD_HEIGHT = 53.98;

const INCH = 25.4;

/** Pixels are square on every panel of today, so the diagonal is enough. */
export const fromDiagonal = ({ width, height }: Size, inches: number): number =>
  Math.hypot(width, height) / (inches * INCH);

/** From a frame of so many CSS pixels that a bank card fills exactly. */
export const fromCard = (px: number): number => px / CARD_WIDTH;

export const diagonalOf = ({ width, height }: Size, pxPerMm: number): number =>
  Math.hypot(width, height) / pxPerMm / INCH;

/** From a 98" panel at 1280 pixels to a good phone: what lies beyond was measured wrong. */
const RANGE = { least: 0.5, most: 12 };
const FARTHEST = 60_000;
const NEAREST = 200;

export const isPlausible = ({ pxPerMm, distance }: Pick<Calibration, 'pxPerMm' | 'distance'>) =>
  pxPerMm >= RANGE.least && pxPerMm <= RANGE.most && distance >= NEAREST && distance <= FARTHEST;

/** An arm's length, millimetres. */
const ARM = 600;

/**
 * Never measured: a screen for hands is taken for the panel on which a pixel is smallest (10.1" with
 * 1280 × 800), so that a target is never less than it says; one to watch for a 55" panel, seen from
 * six metres.
 */
export function guess(forHands: boolean, screen: Size): Calibration {
  const smallest = fromDiagonal({ width: 1280, height: 800 }, 10.1);
  return forHands
    ? { pxPerMm: smallest, distance: ARM, measured: false }
    : { pxPerMm: fromDiagonal(screen, 55), distance: 6000, measured: false };
}
