import { useState } from 'preact/hooks';
import { useWords } from '../languages/words.ts';

interface ConfirmButtonProps {
  readonly label: string;
  /** What happens, asked before it does. */
  readonly question: string;
  readonly confirm: () => void;
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton({ label, question, confirm }: ConfirmButtonProps) {
  const words = useWords();
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking)
    return (
      <button type="button" class="danger" onClick={() => setIsAsking(true)}>
        {label}…
      </button>
    );
  return (
    <fieldset class="asking">
      <legend>{question}</legend>
      <button
        type="button"
        class="danger"
        onClick={() => {
          setIsAsking(false);
          confirm();
        }}
      >
        {label}
      </button>
      {/* What was asked for last is what a person is at. */}
      <button type="button" ref={(button) => button?.focus()} onClick={() => setIsAsking(false)}>
        {words('delete.keep')}
      </button>
    </fieldset>
  );
}
