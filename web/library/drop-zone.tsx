import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { splitLabels } from '../parts/split-labels.ts';
import { chosenFiles, findDroppedFiles } from './find-dropped-files.ts';
import type { Uploads } from './use-uploads.ts';

/** Where files and folders are dropped, or chosen in a dialog. */
export function DropZone({ add }: Pick<Uploads, 'add'>) {
  const words = useWords();
  const [isOver, setIsOver] = useState(false);
  const [labels, setLabels] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // Not among the attributes that types know.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  const choose = (event: { readonly currentTarget: HTMLInputElement }) => {
    const chosen = chosenFiles(event.currentTarget.files);
    event.currentTarget.value = '';
    if (chosen.length > 0) add(chosen, splitLabels(labels));
  };
  return (
    <section
      class={`drop-zone${isOver ? ' over' : ''}`}
      aria-label={words('library.add')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        if (event.dataTransfer !== null)
          void findDroppedFiles(event.dataTransfer).then((found) => found.length > 0 && add(found, splitLabels(labels)));
      }}
    >
      <Icon name="upload" />
      <p>
        <strong>{words('library.drop')}</strong>
        <span class="aside">{words('library.formats')}</span>
      </p>
      <button type="button" onClick={() => files.current?.click()}>
        <Icon name="file" />
        {words('library.files')}
      </button>
      <button type="button" onClick={() => folder.current?.click()}>
        <Icon name="folder" />
        {words('library.folder')}
      </button>
      <span class="field">
        <label for="upload-labels">{words('labels.forSent')}</label>
        <input
          id="upload-labels"
          autocomplete="off"
          aria-describedby="upload-labels-note"
          value={labels}
          onInput={({ currentTarget }) => setLabels(currentTarget.value)}
        />
        <span class="aside" id="upload-labels-note">
          {words('labels.forSentNote')}
        </span>
      </span>
      <input ref={files} type="file" multiple hidden onChange={choose} aria-label={words('library.files')} />
      <input ref={folder} type="file" multiple hidden onChange={choose} aria-label={words('library.folder')} />
    </section>
  );
}
