import { useCallback, useState } from 'preact/hooks';
import { describePlace } from '../ask/describe-place.ts';
import { plainLine } from '../ask/plain-line.ts';
import { getTimeline } from '../client/entities.ts';
import type { Timeline } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { BeingReadNote } from '../parts/being-read-note.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import type { SelectSources } from './select-sources.ts';

const STEP = 20;
/** The service gives so many at once. */
const MOST = 500;

/** What happened to a thing and what was written of it, newest first; each entry opens its place. */
export function TimelineView({ id, selected, select }: SelectSources & { readonly id: string }) {
  const words = useWords();
  const [limit, setLimit] = useState(STEP);
  const load = useCallback((of: string, signal: AbortSignal) => getTimeline(of, limit, signal), [limit]);
  const { value, failure } = useLoaded(id, load);
  const left = value === undefined ? 0 : Math.min(value.matched, MOST) - value.entries.length;
  return (
    <section class="timeline" aria-labelledby="timeline">
      <h3 id="timeline">{words('timeline.heading')}</h3>
      {failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('explore.failed')}: {failure}
        </p>
      )}
      {value?.matched === 0 ? <p class="aside">{words('timeline.none')}</p> : undefined}
      {value === undefined ? undefined : <BeingReadNote of="figures" named={value.beingRead} count={value.beingRead.length} />}
      <ol>
        {value?.entries.map((entry) => (
          <Entry key={entry.passageId} entry={entry} selected={selected} select={select} />
        ))}
      </ol>
      {left > 0 ? (
        <button type="button" onClick={() => setLimit(Math.min(MOST, limit + 5 * STEP))}>
          {words('library.more', { count: left })}
        </button>
      ) : undefined}
    </section>
  );
}

function Entry({ entry, selected, select }: SelectSources & { readonly entry: Timeline['entries'][number] }) {
  const words = useWords();
  const { at, kind, quote, title, revision, superseded, anchors, passageId } = entry;
  const name = `${kind} ${passageId}`;
  return (
    <li>
      <span class="day">{at === undefined ? words('timeline.undated') : new Date(at).toISOString().slice(0, 10)}</span>
      <span class="badge">{wordsFor(words, 'entry', kind)}</span>
      <span class="said">{kind === 'document' ? title : plainLine(quote)}</span>
      <button type="button" class="quiet place" aria-pressed={selected === name} onClick={() => select(name, [entry])}>
        {[
          ...(kind === 'document' ? [] : [title]),
          ...(revision === undefined ? [] : [words('source.revision', { revision })]),
          ...(superseded ? [words('revisions.older')] : []),
          describePlace(words, anchors),
        ].join(', ')}
      </button>
    </li>
  );
}
