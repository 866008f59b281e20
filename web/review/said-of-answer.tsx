import type { Feedback } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';

interface SaidOfAnswerProps {
  readonly feedback: Feedback;
  readonly expected: string;
  readonly setExpected: (expected: string) => void;
  readonly mayDecide: boolean;
}

/** What a person said of an answer, and what a right one would have in it, where the reviewer knows. */
export function SaidOfAnswer({ feedback, expected, setExpected, mayDecide }: SaidOfAnswerProps) {
  const words = useWords();
  const { id, actor, at, remark, decision, understood } = feedback;
  return (
    <>
      {remark === '' ? undefined : <blockquote class="remark">{remark}</blockquote>}
      <p class="aside">
        {actor}, <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>; {wordsFor(words, 'decision', decision)}
        {understood === undefined ? undefined : `; ${words('why.understood')}: ${understood}`}
      </p>
      {mayDecide ? (
        <p class="expected">
          <label for={`expected-${id}`}>{words('review.expected')}</label>
          <input id={`expected-${id}`} type="text" value={expected} onInput={(event) => setExpected(event.currentTarget.value)} />
        </p>
      ) : undefined}
    </>
  );
}
