import type { PhotoReading } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import type { Chosen, PhotoChoice } from './photo-choices.ts';
import { PhotoCrop } from './photo-crop.tsx';
import { type ShownPhoto, useBitmap } from './use-bitmap.ts';

const PERCENT = 100;
/** Text below this confidence is as likely misread as not, and often no text at all: it does not stand in the way of the other. */
const FOLDED = 0.5;

interface ChoosingProps {
  readonly chosen: Chosen;
  /** `text` undefined: it is not chosen any more. */
  readonly set: (id: string, text: string | undefined) => void;
}

interface PhotoReviewProps extends ChoosingProps {
  readonly file: File;
  readonly reading: PhotoReading;
  readonly choices: readonly PhotoChoice[];
}

/** What was read on a photo: nothing of it is asked unless it is ticked, and each can be corrected. Texts that may be none come last, folded. */
export function PhotoReview({ file, reading, choices, ...choosing }: PhotoReviewProps) {
  const words = useWords();
  const shown = useBitmap(file, reading);
  const codes = choices.filter(({ code }) => code !== undefined);
  const texts = choices.filter(({ code, confidence }) => code === undefined && confidence >= FOLDED);
  const unsure = choices.filter(({ code, confidence }) => code === undefined && confidence < FOLDED);
  const list = (some: readonly PhotoChoice[]) => (
    <ul class="photo-choices">
      {some.map((choice) => (
        <ChoiceItem key={choice.id} choice={choice} shown={shown} {...choosing} />
      ))}
    </ul>
  );
  if (choices.length === 0) return <p class="notice warning">{words('photo.nothing')}</p>;
  return (
    <>
      <p class="notice warning">{words('photo.advice')}</p>
      {codes.length === 0 ? undefined : (
        <>
          <h3>{words('photo.codes')}</h3>
          {list(codes)}
        </>
      )}
      {texts.length === 0 ? undefined : (
        <>
          <h3>{words('photo.texts')}</h3>
          {list(texts)}
        </>
      )}
      {unsure.length === 0 ? undefined : (
        <details open={codes.length + texts.length === 0}>
          <summary>{words('photo.unsureTexts', { count: unsure.length })}</summary>
          {list(unsure)}
        </details>
      )}
    </>
  );
}

interface ChoiceItemProps extends ChoosingProps {
  readonly choice: PhotoChoice;
  readonly shown: ShownPhoto;
}

function ChoiceItem({ choice, shown, chosen, set }: ChoiceItemProps) {
  const words = useWords();
  const { id, code, text, confidence, isUnsure, recognised } = choice;
  const said = chosen.get(id);
  const percent = Math.round(confidence * PERCENT);
  return (
    <li class={isUnsure ? 'unsure' : undefined}>
      <label>
        <input
          type="checkbox"
          checked={said !== undefined}
          onChange={({ currentTarget }) => set(id, currentTarget.checked ? text : undefined)}
        />
        <span class="photo-text">{text}</span>
        {code === undefined ? undefined : <span class="badge">{wordsFor(words, 'codeKind', code)}</span>}
        <span class={`badge${isUnsure ? ' doubt' : ''}`}>{words(isUnsure ? 'photo.unsure' : 'photo.sure', { percent })}</span>
      </label>
      <PhotoCrop {...shown} choice={choice} />
      {recognised === undefined ? undefined : <p class="aside">{words('photo.repaired', { text: recognised })}</p>}
      {said === undefined ? undefined : (
        <label class="photo-correction">
          <span>{words('photo.correct')}</span>
          <input
            type="text"
            value={said}
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => set(id, currentTarget.value)}
          />
        </label>
      )}
    </li>
  );
}
