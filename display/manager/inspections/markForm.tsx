import type { PhotoId } from '../../../shared/ids.ts';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { Text, Who } from '../complaints/fields.tsx';
import { Photos } from './photos.tsx';
import type { CheckProps } from './running.tsx';

/** Points off: how many, what was seen, whose it is; half filled in, it survives a reload. */
export function MarkForm({
  link,
  view,
  inspection,
  item,
  press,
  onDone,
}: CheckProps & { onDone: () => void }) {
  const w = words(inspectionWords);
  const { value, set, clear } = useDraft(link, `inspection ${inspection.id} ${item.id}`, {
    ...{ points: Math.min(5, item.points), remark: '', responsible: '', managing: '' },
    photos: [] as readonly PhotoId[],
  });
  const { points, remark, responsible, managing, photos } = value;
  const { people } = view;
  const isReady = remark.trim() && responsible && managing;
  const save = async () => {
    const of = { inspection: inspection.id, item: item.id, points, remark: remark.trim() };
    const whose = { responsible, managing, ...(photos.length > 0 && { photos }) };
    const reply = await press.send({ type: 'inspection.mark', ...of, ...whose } as LobbyCommand);
    if (!reply?.ok) return;
    clear();
    onDone();
  };
  return (
    <div class="check-more">
      <div class="stepper">
        <Button
          disabled={points <= 1}
          onPress={() => set({ points: points - 1 })}
          label={`${w.points} −`}
        >
          −
        </Button>
        <strong>{w.off(points)}</strong>
        <Button
          disabled={points >= item.points}
          onPress={() => set({ points: points + 1 })}
          label={`${w.points} +`}
        >
          +
        </Button>
      </div>
      <Text name={w.remark} most={200} value={remark} onType={(seen) => set({ remark: seen })} />
      <div class="row-form">
        <Who
          {...{ people, name: w.responsible, nobody: w.nobody, chosen: responsible }}
          onPick={(id) => set({ responsible: id })}
        />
        <Who
          {...{ people, name: w.managing, nobody: w.nobody, chosen: managing }}
          onPick={(id) => set({ managing: id })}
        />
      </div>
      <Photos photos={photos} onChange={(taken) => set({ photos: taken })} />
      <Button
        {...{ kind: 'next', busy: press.busy, disabled: !isReady }}
        onPress={() => void save()}
      >
        {w.save}
      </Button>
    </div>
  );
}
