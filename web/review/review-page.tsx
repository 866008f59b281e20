import { useState } from 'preact/hooks';
import { SourcePanel } from '../ask/source-panel.tsx';
import { useWords } from '../languages/words.ts';
import { useAllowed } from '../parts/allowed.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { DecisionList } from './decision-list.tsx';
import { ReviewCard } from './review-card.tsx';
import { useReviews } from './use-reviews.ts';

/** What needs a person, with its evidence, and what was decided. */
export function ReviewPage() {
  const words = useWords();
  const { loaded, failure, showMore, decide, undo } = useReviews();
  const mayDecide = useAllowed('decide');
  const [selected, setSelected] = useState<{ readonly review: string; readonly index: number } | undefined>(undefined);
  const isWide = useIsWide();
  const pending = loaded?.open ?? [];
  const open = pending.find(({ id }) => id === selected?.review);
  const panel =
    open !== undefined && selected !== undefined && open.evidence[selected.index] !== undefined ? (
      <SourcePanel
        key={isWide ? 'beside' : 'below'}
        sources={open.evidence}
        index={selected.index}
        isWide={isWide}
        select={(index) => setSelected({ ...selected, index })}
        close={() => setSelected(undefined)}
      />
    ) : undefined;
  return (
    <main id="content" tabIndex={-1} class={`ask reviews${panel !== undefined && isWide ? ' with-source' : ''}`}>
      <div class="conversation">
        <h1>{words('review.heading')}</h1>
        {failure === undefined ? undefined : (
          <p class="notice warning" role="alert">
            {words('review.failed')}: {failure}
          </p>
        )}
        {loaded === undefined && failure === undefined ? (
          <p class="working">
            <span class="spinner" aria-hidden="true" />
            {words('review.loading')}
          </p>
        ) : undefined}
        {loaded !== undefined && pending.length === 0 ? <p class="notice">{words('review.none')}</p> : undefined}
        {loaded === undefined || pending.length >= loaded.total ? undefined : (
          <p role="status">{words('review.open', { shown: pending.length, total: loaded.total })}</p>
        )}
        {pending.map((review) => (
          <div key={review.id}>
            <ReviewCard
              review={review}
              mayDecide={mayDecide}
              selected={selected?.review === review.id ? selected.index : undefined}
              select={(index) => setSelected({ review: review.id, index })}
              decide={(decision, reason) => decide(review.id, decision, reason)}
            />
            {!isWide && selected?.review === review.id ? panel : undefined}
          </div>
        ))}
        {loaded === undefined || pending.length >= loaded.total ? undefined : (
          <button type="button" onClick={showMore}>
            {words('review.more')}
          </button>
        )}
        <DecisionList
          decisions={loaded?.decisions ?? []}
          reviews={[...pending, ...(loaded?.naming ?? [])]}
          mayDecide={mayDecide}
          undo={undo}
        />
      </div>
      {isWide ? panel : undefined}
    </main>
  );
}
