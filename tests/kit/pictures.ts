import { crc32, deflateSync } from 'node:zlib';

/** The smallest JPEG, one grey pixel; with whatever segments are put behind its start. */
export function jpeg(...segments: Buffer[]): Buffer {
  const whole = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
    'base64',
  );
  return Buffer.concat([whole.subarray(0, 2), ...segments, whole.subarray(2)]);
}

/** A JPEG's segment: `exif(…)` as phones write it, `comment(…)`. */
function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
export const exif = (text: string) => segment(0xe1, Buffer.from(`Exif\0\0${text}`));
export const comment = (text: string) => segment(0xfe, Buffer.from(text));

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const whole = Buffer.alloc(8 + named.length);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), 4 + named.length);
  return whole;
}

/** A grey PNG of some size, with a text beside it. */
export function png({ width = 2, height = 2, text = '' } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const rows = deflateSync(Buffer.alloc(Math.min(4096, (width + 1) * height), 128));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(text ? [chunk('tEXt', Buffer.from(`Comment\0${text}`))] : []),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One pixel, with a chunk of XMP where a text is given. */
export function webp(text = ''): Buffer {
  const plain = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
  if (!text) return plain;
  const more = Buffer.alloc(8 + text.length + (text.length % 2));
  more.write('XMP ', 0, 'latin1');
  more.writeUInt32LE(text.length, 4);
  more.write(text, 8);
  const whole = Buffer.concat([plain, more]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
