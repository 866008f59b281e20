import { useContext } from 'preact/hooks';
import { latestJobs, steerJob } from '../client/admin.ts';
import { LanguageContext, useWords, wordsFor } from '../languages/words.ts';
import { readingReason } from '../library/reading-reason.ts';
import { useWhen } from '../parts/use-when.ts';
import { Failure } from './failure.tsx';
import { useList } from './use-list.ts';

/** What is read, was read and could not be, newest first. */
export function JobsView() {
  const words = useWords();
  const when = useWhen();
  const language = useContext(LanguageContext);
  const { value, failure, change, reload } = useList(latestJobs);
  return (
    <>
      <p class="choices">
        <button type="button" onClick={reload}>
          {words('admin.reload')}
        </button>
      </p>
      <Failure text={failure} />
      {value?.jobs.length === 0 ? <p class="notice">{words('admin.noJobs')}</p> : undefined}
      <ul class="cards">
        {value?.jobs.map(({ id, state, fileName, uri, reason, attempts, updatedAt }) => (
          <li key={id}>
            <p>
              <strong>{fileName ?? uri ?? id}</strong> <span class={`badge job-${state}`}>{wordsFor(words, 'job', state)}</span>
            </p>
            <p class="aside">
              {when(updatedAt)} · {words('admin.attempts', { count: attempts })}
            </p>
            {reason === undefined ? undefined : <p>{readingReason(language, undefined, reason)}</p>}
            {state === 'queued' || state === 'running' ? (
              <p class="choices">
                <button type="button" onClick={() => void change(() => steerJob(id, 'cancel'))}>
                  {words('admin.cancelJob')}
                </button>
              </p>
            ) : undefined}
            {state === 'dead' || state === 'cancelled' ? (
              <p class="choices">
                <button type="button" onClick={() => void change(() => steerJob(id, 'retry'))}>
                  {words('admin.retryJob')}
                </button>
              </p>
            ) : undefined}
          </li>
        ))}
      </ul>
    </>
  );
}
