import { useState } from 'preact/hooks';
import { SourcePanel } from '../ask/source-panel.tsx';
import { REVIEW_LISTS, type ReviewListed } from '../client/reviews.ts';
import { useWords } from '../languages/words.ts';
import { useAllowed } from '../parts/allowed.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { DecisionList } from './decision-list.tsx';
import { ReviewCard } from './review-card.tsx';
import { useReviews } from './use-reviews.ts';

/** What needs a person, with its evidence, and what was decided. */
export function ReviewPage() {
  const words = useWords();
  const [list, setList] = useState<ReviewListed>('open');
  const { loaded, failure, showMore, decide, undo } = useReviews(list);
  const mayDecide = useAllowed('decide');
  const [selected, setSelected] = useState<{ readonly review: string; readonly index: number } | undefined>(undefined);
  const isWide = useIsWide();
  const listed = loaded?.reviews ?? [];
  const open = listed.find(({ id }) => id === selected?.review);
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
        <p class="lists">
          {REVIEW_LISTS.map((one) => (
            <button key={one} type="button" aria-pressed={one === list} onClick={() => setList(one)}>
              {words(`reviewList.${one}`)}
            </button>
          ))}
        </p>
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
        {loaded !== undefined && listed.length === 0 ? <p class="notice">{words(`reviewNone.${list}`)}</p> : undefined}
        {loaded === undefined || listed.length >= loaded.total ? undefined : (
          <p role="status">{words(`reviewShown.${list}`, { shown: listed.length, total: loaded.total })}</p>
        )}
        {listed.map((review) => (
          <div key={review.id}>
            <ReviewCard
              review={review}
              mayDecide={mayDecide}
              selected={selected?.review === review.id ? selected.index : undefined}
              select={(index) => setSelected({ review: review.id, index })}
              decide={(decision, reason) => decide(review.id, decision, reason)}
              undo={undo}
            />
            {!isWide && selected?.review === review.id ? panel : undefined}
          </div>
        ))}
        {loaded === undefined || listed.length >= loaded.total ? undefined : (
          <button type="button" onClick={showMore}>
            {words('review.more')}
          </button>
        )}
        <DecisionList
          decisions={loaded?.decisions ?? []}
          reviews={[...listed, ...(loaded?.naming ?? [])]}
          mayDecide={mayDecide}
          undo={undo}
        />
      </div>
      {isWide ? panel : undefined}
    </main>
  );
}
