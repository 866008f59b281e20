import { useState } from 'preact/hooks';
import { describePlace } from '../ask/describe-place.ts';
import { previewDecision } from '../client/reviews.ts';
import type { DecisionDraft, Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { CorrectRow } from './correct-row.tsx';
import { DecidedOn } from './decided-on.tsx';
import { describeDecision, describeReview, describeTouches } from './describe-review.ts';
import { EffectView } from './effect-view.tsx';
import { EvidencePair } from './evidence-pair.tsx';
import { SaidOfAnswer } from './said-of-answer.tsx';
import { SayColumn } from './say-column.tsx';
import { UnreadPart } from './unread-part.tsx';

interface ReviewCardProps {
  readonly review: Review;
  readonly mayDecide: boolean;
  readonly selected: number | undefined;
  /** Opens the place of a piece of evidence. */
  readonly select: (index: number) => void;
  /** Gives why it failed, undefined where it did not. */
  readonly decide: (decision: DecisionDraft, reason: string) => Promise<string | undefined>;
  readonly undo: (decision: string, reason: string) => Promise<string | undefined>;
}

/** One matter that needs a person: what is asked, the places it stands on, and what can be decided: chosen, tried, then made with a reason. */
export function ReviewCard({ review, mayDecide, selected, select, decide, undo }: ReviewCardProps) {
  const words = useWords();
  const { id, subject, evidence } = review;
  const [expected, setExpected] = useState('');
  const [isPaired, setPaired] = useState(false);
  return (
    <article class="review" aria-labelledby={`review-${id}`}>
      <h3 id={`review-${id}`}>{describeReview(words, review)}</h3>
      <p class="aside">{describeTouches(words, review)}</p>
      {subject.kind === 'answer-feedback' ? (
        <SaidOfAnswer feedback={subject.feedback} expected={expected} setExpected={setExpected} mayDecide={mayDecide} />
      ) : undefined}
      {subject.kind === 'unread-part' ? <UnreadPart subject={subject} /> : undefined}
      <ul class="evidence">
        {evidence.map((place, index) => (
          <li key={`${place.passageId} ${place.start}`}>
            <blockquote>{place.quote}</blockquote>
            <button type="button" class="quiet" aria-pressed={selected === index} onClick={() => select(index)}>
              {place.title}, {describePlace(words, place.anchors)}
            </button>
          </li>
        ))}
      </ul>
      {evidence.length < 2 ? undefined : (
        <button type="button" class="quiet pair" aria-expanded={isPaired} onClick={() => setPaired(!isPaired)}>
          {words('evidence.beside')}
        </button>
      )}
      {isPaired && evidence.length > 1 ? <EvidencePair id={id} evidence={evidence} /> : undefined}
      {review.state === 'open' ? undefined : <DecidedOn review={review} mayDecide={mayDecide} undo={undo} />}
      {mayDecide ? <Decide review={review} expected={expected.trim()} decide={decide} /> : undefined}
    </article>
  );
}

interface DecideProps extends Pick<ReviewCardProps, 'review' | 'decide'> {
  readonly expected: string;
}

function Decide({ review, expected, decide }: DecideProps) {
  const words = useWords();
  const { id, subject, evidence, proposals } = review;
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<DecisionDraft | undefined>(undefined);
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure?: string }>({ isBusy: false });
  const effect = useLoaded(chosen === undefined ? undefined : JSON.stringify(chosen), tryDecision);
  const isTried = effect.value !== undefined || effect.failure !== undefined;
  const settle = async (decision: DecisionDraft) => {
    setState({ isBusy: true });
    const failure = await decide(withExpected(decision, expected), reason.trim());
    setState(failure === undefined ? { isBusy: false } : { isBusy: false, failure });
  };
  return (
    <form class="decide" onSubmit={(event) => event.preventDefault()}>
      {subject.kind === 'doubtful-column' ? <SayColumn id={id} subject={subject} choose={setChosen} /> : undefined}
      {subject.kind === 'doubtful-row' ? (
        <CorrectRow id={id} subject={subject} text={evidence[0]?.quote ?? ''} choose={setChosen} />
      ) : undefined}
      <span class="proposals">
        {proposals.flatMap((proposal) =>
          proposal.kind === 'undo' ? (
            []
          ) : (
            <button
              key={JSON.stringify(proposal)}
              type="button"
              aria-pressed={JSON.stringify(chosen) === JSON.stringify(proposal)}
              onClick={() => setChosen(proposal)}
            >
              {describeDecision(words, proposal, [review])}
            </button>
          ),
        )}
      </span>
      {chosen === undefined ? undefined : (
        <>
          <EffectView loaded={effect} />
          <label for={`reason-${id}`}>{words('decide.reason')}</label>
          <input id={`reason-${id}`} type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
          <button
            type="button"
            class="settle"
            disabled={reason.trim() === '' || state.isBusy || !isTried}
            onClick={() => void settle(chosen)}
          >
            {words('decide.take')}
          </button>
        </>
      )}
      {state.failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('decide.failed')}: {state.failure}
        </p>
      )}
    </form>
  );
}

/** What a decision that was chosen would change. */
function tryDecision(chosen: string, signal: AbortSignal) {
  return previewDecision(JSON.parse(chosen) as DecisionDraft, signal);
}

/** A decision that an answer was at fault, with the words of a right one where they were named. */
function withExpected(decision: DecisionDraft, expected: string): DecisionDraft {
  if (expected === '' || decision.kind !== 'judge-answer' || decision.outcome !== 'confirmed') return decision;
  return { ...decision, expected };
}
