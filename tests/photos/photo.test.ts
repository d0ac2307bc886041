import { expect, test } from 'vitest';
import { isPhotoName, isTrue, namedIn, photoOf } from '../../server/photos/photo.ts';
import { comment, exif, jpeg, png, webp } from '../kit/pictures.ts';

const PLACE = 'GPS 40.0768N 113.3001E';

test.each([
  ['jpg', jpeg(exif(PLACE), comment(PLACE)), jpeg()],
  ['png', png({ text: PLACE }), png()],
  ['webp', webp(PLACE), webp()],
] as const)(
  'a %s leaves its place, camera and comments behind, and keeps its picture',
  (ending, given, plain) => {
    expect(given.includes(PLACE)).toBe(true);
    const found = photoOf(given);
    expect(found?.bytes.includes('GPS')).toBe(false);
    expect(found?.bytes).toEqual(plain);
    expect(found?.id).toMatch(new RegExp(`^[0-9a-f]{64}\\.${ending}$`));
  },
);

test('what stands behind the end of a picture is no part of it', () => {
  const found = photoOf(Buffer.concat([jpeg(), Buffer.from('<script>alert(1)</script>')]));
  expect(found?.bytes).toEqual(jpeg());
  expect(photoOf(Buffer.concat([png(), Buffer.from('PK\x03\x04')]))?.bytes).toEqual(png());
});

test('the same picture has the same name, another one another', () => {
  expect(photoOf(jpeg(exif('a')))?.id).toBe(photoOf(jpeg(exif('b')))?.id);
  expect(photoOf(png())?.id).not.toBe(photoOf(png({ width: 3 }))?.id);
  const found = photoOf(png());
  expect(found && isTrue(found.id, found.bytes)).toBe(true);
  expect(found && isTrue(found.id, png({ width: 3 }))).toBe(false);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  [
    'a page that begins like a JPEG',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html>')]),
  ],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ['a PNG that unfolds to gigabytes', png({ width: 60_000, height: 60_000 })],
  [
    'a PNG whose check is wrong',
    Buffer.concat([png().subarray(0, 20), Buffer.from([9]), png().subarray(21)]),
  ],
])('%s is no photo', (_, bytes) => {
  expect(photoOf(bytes)).toBeNull();
});

test('a picture cut at any byte is no photo, and harms nobody', () => {
  for (const whole of [jpeg(exif(PLACE)), png({ text: PLACE }), webp(PLACE)])
    for (let cut = 0; cut < whole.length; cut++)
      expect(photoOf(whole.subarray(0, cut))?.bytes.includes('GPS') ?? false).toBe(false);
});

test('only digests with an ending are names', () => {
  const [name] = namedIn(
    Buffer.from(`{"photos":["${'0f'.repeat(32)}.png"],"hash":"${'a'.repeat(64)}"}`),
  );
  expect(name).toBe(`${'0f'.repeat(32)}.png`);
  for (const bad of [
    '../keys.json',
    '..%2fkeys',
    `${'a'.repeat(64)}.html`,
    `${'A'.repeat(64)}.jpg`,
  ])
    expect(isPhotoName(bad)).toBe(false);
});
