import { useMemo, useState } from 'preact/hooks';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { FaultPhoto } from './fault-photo.tsx';
import { PhotoButtons } from './photo-buttons.tsx';
import { askedFault, type Chosen, photoChoices } from './photo-choices.ts';
import { usePhoto } from './use-photo.ts';

const NOTHING: Chosen = new Map();

/** Where a symptom or alarm is typed, or chosen from what was read on a photo. What is asked stands there before it is asked. */
export function FaultBox({ begin }: { readonly begin: (fault: string) => void }) {
  const words = useWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(NOTHING);
  const { photo, choose, remove } = usePhoto();
  const choices = useMemo(() => (photo.kind === 'read' ? photoChoices(photo.reading) : []), [photo]);
  const asked = askedFault(choices, chosen, text);
  const set = (id: string, said: string | undefined) =>
    setChosen((before) => new Map([...before].filter(([other]) => other !== id).concat(said === undefined ? [] : [[id, said]])));
  const anew = (change: () => void) => {
    setChosen(NOTHING);
    change();
  };
  return (
    <>
      {photo.kind === 'none' ? undefined : (
        <FaultPhoto photo={photo} choices={choices} chosen={chosen} set={set} remove={() => anew(remove)} />
      )}
      {choices.length === 0 ? undefined : (
        <p class="fault-asked" role="status">
          <span class="aside">{words('photo.asked')}</span> {asked === '' ? words('photo.nothingChosen') : <strong>{asked}</strong>}
        </p>
      )}
      <form
        class="question-box"
        onSubmit={(event) => {
          event.preventDefault();
          if (asked !== '') begin(asked);
        }}
      >
        <label class="for-readers" for="fault">
          {words('diagnose.fault')}
        </label>
        <input
          id="fault"
          type="text"
          value={text}
          placeholder={words('diagnose.placeholder')}
          enterkeyhint="go"
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="main" disabled={asked === ''}>
          <Icon name="send" />
          <span class="send-word">{words('diagnose.begin')}</span>
        </button>
      </form>
      {photo.kind === 'reading' ? undefined : <PhotoButtons choose={(file) => anew(() => choose(file))} />}
    </>
  );
}
