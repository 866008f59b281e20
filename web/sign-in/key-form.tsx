import { useState } from 'preact/hooks';
import { keepKey } from '../client/kept-key.ts';
import { useWords } from '../languages/words.ts';

interface KeyFormProps {
  readonly enter: () => void;
  readonly isRefused: boolean;
}

/** Takes a key for this tab. */
export function KeyForm({ enter, isRefused }: KeyFormProps) {
  const words = useWords();
  const [key, setKey] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keepKey(key.trim());
        enter();
      }}
    >
      <label for="key">{words('key.label')}</label>
      <input id="key" type="password" autocomplete="off" value={key} onInput={(event) => setKey(event.currentTarget.value)} />
      <button type="submit" class="main" disabled={key.trim() === ''}>
        {words('key.enter')}
      </button>
      {isRefused ? (
        <p class="notice warning" role="alert">
          {words('key.refused')}
        </p>
      ) : undefined}
    </form>
  );
}
