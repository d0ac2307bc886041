import { describe, expect, test } from 'vitest';
import {
  diagonalOf,
  fromCard,
  fromDiagonal,
  guess,
  isPlausible,
} from '../../shared/screen/calibration/millimetres.ts';

const panels = [
  { inches: 10.1, width: 1280, height: 800, pxPerMm: 5.88, millimetres: [217.5, 136] },
  { inches: 10.1, width: 800, height: 1280, pxPerMm: 5.88, millimetres: [136, 217.5] },
  { inches: 15.6, width: 1920, height: 1080, pxPerMm: 5.56, millimetres: [345.4, 194.3] },
  { inches: 21.5, width: 1080, height: 1920, pxPerMm: 4.03, millimetres: [267.7, 476] },
  { inches: 32, width: 1080, height: 1920, pxPerMm: 2.71, millimetres: [398.5, 708.4] },
];

describe.each(panels)('a panel of $inches inches, $width × $height', (panel) => {
  test('has its millimetres', () => {
    const px = fromDiagonal(panel, panel.inches);
    expect(px).toBeCloseTo(panel.pxPerMm, 2);
    expect(panel.width / px).toBeCloseTo(panel.millimetres[0] ?? 0, 0);
    expect(panel.height / px).toBeCloseTo(panel.millimetres[1] ?? 0, 0);
    expect(diagonalOf(panel, px)).toBeCloseTo(panel.inches, 6);
  });

  test('is never coarser than what is guessed for hands: a target is at least as large as it says', () => {
    const px = fromDiagonal(panel, panel.inches);
    expect((20 * guess(true, panel).pxPerMm) / px).toBeGreaterThanOrEqual(20 - 1e-9);
  });
});

test('44 CSS pixels are 7.5 mm on a 10.1 inch tablet', () => {
  expect(44 / fromDiagonal({ width: 1280, height: 800 }, 10.1)).toBeCloseTo(7.48, 2);
});

test('a bank card of 345 pixels means 4.03 pixels a millimetre', () => {
  expect(fromCard(345)).toBeCloseTo(4.03, 2);
});

test('a screen to watch is guessed by its own resolution', () => {
  const hd = guess(false, { width: 1920, height: 1080 });
  const uhd = guess(false, { width: 3840, height: 2160 });
  expect(uhd.pxPerMm).toBeCloseTo(hd.pxPerMm * 2, 6);
  expect(hd.measured).toBe(false);
});

test.each([
  { pxPerMm: Number.NaN, distance: 600 },
  { pxPerMm: 0, distance: 600 },
  { pxPerMm: 40, distance: 600 },
  { pxPerMm: 4, distance: 0 },
  { pxPerMm: 4, distance: Number.POSITIVE_INFINITY },
])('what was measured wrong is not kept: $pxPerMm px/mm from $distance mm', (wrong) => {
  expect(isPlausible(wrong)).toBe(false);
});
