import { Download as DownloadIcon } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { FileQuestion } from '../../../../shared/questions/files.ts';
import { Button } from '../../../../shared/screen/button.tsx';
import { download } from '../../../../shared/screen/download.ts';
import { words } from '../../../../shared/screen/language.ts';
import { Refusal } from '../../../../shared/screen/notice.tsx';
import type { Text } from '../../../../shared/settings.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';

/** A file to be saved, or the sentence why not. */
export function Download({ file }: { file: FileQuestion }) {
  const [busy, work] = useState(false);
  const [refusal, refuse] = useState<Text | null>(null);
  const fetchIt = async () => {
    work(true);
    refuse(await download(file));
    work(false);
  };
  return (
    <>
      <Refusal says={refusal} />
      <Button
        kind="quiet"
        busy={busy}
        icon={<DownloadIcon aria-hidden="true" />}
        onPress={() => void fetchIt()}
      >
        {words(pastWords).save}
      </Button>
    </>
  );
}
