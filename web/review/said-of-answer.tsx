import type { Feedback } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useWhen } from '../parts/use-when.ts';

interface SaidOfAnswerProps {
  readonly feedback: Feedback;
  readonly expected: string;
  readonly setExpected: (expected: string) => void;
  readonly mayDecide: boolean;
}

/** What a person said of an answer, and what a right one would have in it, where the reviewer knows. */
export function SaidOfAnswer({ feedback, expected, setExpected, mayDecide }: SaidOfAnswerProps) {
  const words = useWords();
  const when = useWhen();
  const { id, about, actor, at, remark, decision, understood, observations } = feedback;
  return (
    <>
      {remark === '' ? undefined : <blockquote class="remark">{remark}</blockquote>}
      <p class="aside">
        {actor}, <time dateTime={at}>{when(at)}</time>;{' '}
        {about === 'answer' ? wordsFor(words, 'decision', decision) : wordsFor(words, 'diagnosis', decision)}
        {observations.length === 0 ? undefined : `; ${words('judged.seen', { count: observations.length })}`}
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
