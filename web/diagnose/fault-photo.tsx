import { isWordKey } from '../languages/speak.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import type { Chosen, PhotoChoice } from './photo-choices.ts';
import { PhotoReview } from './photo-review.tsx';
import type { PhotoState } from './use-photo.ts';

interface FaultPhotoProps {
  readonly photo: Exclude<PhotoState, { kind: 'none' }>;
  readonly choices: readonly PhotoChoice[];
  readonly chosen: Chosen;
  readonly set: (id: string, text: string | undefined) => void;
  readonly remove: () => void;
}

/** The photo of a fault: that it is being read, why it was not, or what was read on it. */
export function FaultPhoto({ photo, remove, ...choosing }: FaultPhotoProps) {
  const words = useWords();
  if (photo.kind === 'failed') {
    const key = `photoFailed.${photo.failure.code}`;
    return (
      <div class="notice warning" role="alert">
        <p>{isWordKey(key) ? words(key) : photo.failure.detail}</p>
      </div>
    );
  }
  if (photo.kind === 'reading') {
    return (
      <p class="working" role="status">
        <span class="spinner" aria-hidden="true" />
        {words('photo.reading')}
        <button type="button" class="quiet" onClick={remove}>
          {words('ask.stop')}
        </button>
      </p>
    );
  }
  return (
    <section class="fault-photo" aria-labelledby="fault-photo">
      <header>
        <h2 id="fault-photo">{words('photo.heading')}</h2>
        <button type="button" class="quiet" onClick={remove}>
          <Icon name="cross" />
          {words('photo.remove')}
        </button>
      </header>
      <PhotoReview file={photo.file} reading={photo.reading} {...choosing} />
    </section>
  );
}
