import { useState } from 'preact/hooks';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';

/** Where a symptom or alarm is typed. */
export function FaultBox({ begin }: { readonly begin: (fault: string) => void }) {
  const words = useWords();
  const [text, setText] = useState('');
  return (
    <form
      class="question-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') begin(text.trim());
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
      <button type="submit" class="main" disabled={text.trim() === ''}>
        <Icon name="send" />
        <span class="send-word">{words('diagnose.begin')}</span>
      </button>
    </form>
  );
}
