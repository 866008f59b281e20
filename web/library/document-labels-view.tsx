import { useState } from 'preact/hooks';
import { putLabels } from '../client/documents.ts';
import { RequestFailure } from '../client/request-failure.ts';
import type { DocumentHistory } from '../contract.ts';
import type { Speak } from '../languages/speak.ts';
import { useWords } from '../languages/words.ts';
import { useAllowed } from '../parts/allowed.ts';
import { splitLabels } from '../parts/split-labels.ts';

interface DocumentLabelsViewProps {
  readonly document: DocumentHistory;
  readonly changed: () => void;
}

/** Under which labels a document stands and what that means for who reads it; changed by who may. */
export function DocumentLabelsView({ document: { id, labels = [] }, changed }: DocumentLabelsViewProps) {
  const words = useWords();
  const mayChange = useAllowed('relabel');
  const [kept, setKept] = useState(labels);
  const [typed, setTyped] = useState<string>();
  const [isSet, setIsSet] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (text: string) =>
    putLabels(id, splitLabels(text)).then(
      (now) => {
        setKept(now);
        setTyped(undefined);
        setProblem(undefined);
        setIsSet(true);
        changed();
      },
      (error: unknown) => setProblem(sayWhyNot(words, error)),
    );
  return (
    <section class="document-labels" aria-labelledby="labels-heading">
      <h3 id="labels-heading">{words('labels.heading')}</h3>
      <p>
        {words(kept.length === 0 ? 'labels.none' : 'labels.only')}{' '}
        {kept.map((label) => (
          <span key={label} class="badge label">
            {label}
          </span>
        ))}
      </p>
      <p class="aside" role="status">
        {isSet ? words('labels.done') : ''}
      </p>
      {mayChange && typed === undefined ? (
        <button type="button" onClick={() => setTyped(kept.join(', '))}>
          {words('labels.change')}
        </button>
      ) : undefined}
      {typed === undefined ? undefined : (
        <form
          class="fields"
          onSubmit={(event) => {
            event.preventDefault();
            void change(typed);
          }}
        >
          <span class="field">
            <label for="document-labels">{words('labels.field')}</label>
            <input id="document-labels" autocomplete="off" value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
          </span>
          <button type="submit">{words('labels.set')}</button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setTyped(undefined);
              setProblem(undefined);
            }}
          >
            {words('labels.keep')}
          </button>
        </form>
      )}
      {problem === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('labels.failed')}: {problem}
        </p>
      )}
    </section>
  );
}

function sayWhyNot(words: Speak, error: unknown): string {
  if (error instanceof RequestFailure && error.code === 'forbidden') return words('labels.forbidden');
  if (error instanceof RequestFailure && error.code === 'invalid-request') return words('labels.invalid');
  return error instanceof Error ? error.message : String(error);
}
