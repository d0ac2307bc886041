import { Camera } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhotoId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { drawPhoto, sendPhoto } from '../../../shared/screen/photo.ts';
import type { Text } from '../../../shared/settings.ts';
import { common } from '../../../shared/words/common.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';

const notAnswered = { zh: common.zh.notAnswered, en: common.en.notAnswered };

/** So many a finding. */
const MOST = 4;

interface PhotosProps {
  readonly photos: readonly PhotoId[];
  readonly onChange: (photos: readonly PhotoId[]) => void;
}

/** Takes a photo with the phone's own camera, and shows what was taken. */
export function Photos({ photos, onChange }: PhotosProps) {
  const w = words(inspectionWords);
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, refuse] = useState<Text | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const sent = await sendPhoto(file);
    setBusy(false);
    refuse(sent?.ok ? null : (sent?.says ?? notAnswered));
    if (sent?.ok && !photos.includes(sent.photo)) onChange([...photos, sent.photo]);
  };
  return (
    <div class="photos">
      <input
        {...{ ref: input, type: 'file', accept: 'image/*', capture: 'environment', hidden: true }}
        aria-label={w.photo}
        onChange={(e) => {
          void take(e.currentTarget.files?.[0]);
          e.currentTarget.value = '';
        }}
      />
      <Button
        {...{ busy, disabled: photos.length >= MOST }}
        icon={<Camera aria-hidden="true" />}
        onPress={() => input.current?.click()}
      >
        {busy ? w.working : w.photo}
      </Button>
      {photos.map((photo, i) => (
        <Photo key={photo} photo={photo} name={w.photoOf(i + 1)} />
      ))}
      {photos.length > 0 && (
        <Button kind="quiet" onPress={() => onChange([])}>
          {w.remove}
        </Button>
      )}
      <Refusal says={refusal} />
    </div>
  );
}

export function Photo({ photo, name }: { photo: PhotoId; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) void drawPhoto(photo, canvas.current);
  }, [photo]);
  return <canvas class="photo" ref={canvas} role="img" aria-label={name} />;
}
