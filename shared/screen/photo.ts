import type { PhotoId } from '../ids.ts';
import type { Text } from '../settings.ts';
import { credential } from './credential.ts';

/** The longer edge of a photo as it is sent, pixels. */
const EDGE = 1600;
const QUALITY = 0.8;

const headers = (): Record<string, string> => {
  const token = credential();
  return token ? { Authorization: `Bearer ${token}` } : {};
};

/** Draws a picture smaller, upright and without what the camera wrote beside it; null: it is none. */
export async function smaller(file: Blob): Promise<Blob | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  const scale = Math.min(1, EDGE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
}

export type Sent =
  | { readonly ok: true; readonly photo: PhotoId }
  | { readonly ok: false; readonly says: Text };

/** Hands a photo to the hub, which answers with its name; null: no answer came. */
export async function sendPhoto(file: Blob): Promise<Sent | null> {
  // What cannot be drawn is sent as it is: the hub says what is wrong with it.
  const body = (await smaller(file)) ?? file;
  try {
    const answer = await fetch('/api/photos', { method: 'POST', body, headers: headers() });
    return (await answer.json()) as Sent;
  } catch {
    return null;
  }
}

/** Draws a kept photo on a canvas: an image's own address could not carry the token. */
export async function drawPhoto(photo: PhotoId, canvas: HTMLCanvasElement): Promise<boolean> {
  const answer = await fetch(`/api/photos/${photo}`, { headers: headers() }).catch(() => null);
  if (!answer?.ok) return false;
  const image = await createImageBitmap(await answer.blob()).catch(() => null);
  if (!image) return false;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  image.close();
  return true;
}
