import type { Answer } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';

interface LackNoteProps {
  readonly degraded: Answer['content']['degraded'];
  /** Why, where that is known. */
  readonly lacking: Answer['envelope']['lacking'];
  readonly askAnew?: () => void;
}

/** What an answer or a diagnosis was given without, why, and whether asking again may help. */
export function LackNote({ degraded, lacking = [], askAnew }: LackNoteProps) {
  const words = useWords();
  if (degraded.length === 0) return null;
  const reasons = [...new Set(lacking.map(({ why }) => why))];
  const mayHelp = reasons.some((why) => why === 'late' || why === 'busy');
  return (
    <div class="aside lack">
      <p>
        {words('answer.degraded')}: {degraded.map((one) => wordsFor(words, 'degraded', one)).join(', ')}
      </p>
      {reasons.map((why) => (
        <p key={why}>{wordsFor(words, 'lack', why)}</p>
      ))}
      {mayHelp && askAnew !== undefined ? (
        <button type="button" class="quiet" onClick={askAnew}>
          {words('lack.again')}
        </button>
      ) : undefined}
    </div>
  );
}
