import { useState } from 'preact/hooks';
import { keepState, keptState } from '../kept/kept-state.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';

/** Where a question is typed. Enter sends, Shift with Enter begins a line; what was typed stays over a reload. */
export function QuestionBox({ ask }: { readonly ask: (question: string) => void }) {
  const words = useWords();
  const [text, setText] = useState(() => String(keptState(localStorage, 'draft') ?? ''));
  const change = (next: string) => {
    setText(next);
    keepState(localStorage, 'draft', next);
  };
  const send = () => {
    const question = text.trim();
    if (question === '') return;
    change('');
    ask(question);
  };
  return (
    <form
      class="question-box"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="for-readers" for="question">
        {words('ask.question')}
      </label>
      <textarea
        id="question"
        rows={Math.min(5, text.split('\n').length)}
        value={text}
        placeholder={words('ask.placeholder')}
        enterkeyhint="send"
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter that ends the choice of a Chinese character sends nothing.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="main" disabled={text.trim() === ''}>
        <Icon name="send" />
        <span class="send-word">{words('ask.send')}</span>
      </button>
    </form>
  );
}
