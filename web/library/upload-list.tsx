import { useContext, useEffect, useState } from 'preact/hooks';
import type { Speak } from '../languages/speak.ts';
import { LanguageContext, useWords } from '../languages/words.ts';
import { sayProgress } from './say-progress.ts';
import { isOver, shareDone, shareOfAll, timeLeft, type Upload } from './upload.ts';
import type { Uploads } from './use-uploads.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Of very many files those that need a look and those under way are shown. */
const MOST_SHOWN = 40;

/** Files on their way: all of them together, with the time that is left where it can be told, and each with its stage. */
export function UploadList({ uploads, retry, clear }: Pick<Uploads, 'uploads' | 'retry' | 'clear'>) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const left = uploads.filter((upload) => !isOver(upload)).length;
  const now = useTicks(left > 0);
  if (uploads.length === 0) return null;
  const share = shareOfAll(uploads);
  const remaining = timeLeft(uploads, now);
  const shown = uploads.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN);
  const failed = uploads.filter(({ progress: { kind } }) => kind === 'failed').length;
  return (
    <section class="uploads" aria-label={words('upload.heading')}>
      <div class="total">
        <p role="status">
          {words('upload.total', { done: uploads.length - left, total: uploads.length })}
          {failed === 0 ? undefined : <span class="badge contradicted">{words('upload.failedCount', { count: failed })}</span>}
        </p>
        <span class="aside">{remaining === undefined ? '' : sayTime(words, remaining)}</span>
        {left === 0 ? (
          <button type="button" class="quiet" onClick={clear}>
            {words('upload.clear')}
          </button>
        ) : undefined}
      </div>
      <progress aria-label={words('upload.heading')} max={1} value={share} />
      <ul>
        {shown.map((upload) => (
          <li key={upload.id} class={isUnread(upload) ? 'not-read' : upload.progress.kind}>
            <span class="path">{upload.path}</span>
            <span class="state">{sayProgress(words, language, upload)}</span>
            {upload.progress.kind === 'failed' ? (
              <button type="button" class="quiet" onClick={() => retry(upload.id)}>
                {words('upload.retry')}
              </button>
            ) : undefined}
            {isOver(upload) ? undefined : <progress aria-label={upload.path} max={1} value={shareDone(upload)} />}
          </li>
        ))}
      </ul>
      {uploads.length > shown.length ? <p class="aside">{words('upload.more', { count: uploads.length - shown.length })}</p> : undefined}
    </section>
  );
}

function isUnread({ progress }: Upload): boolean {
  return progress.kind === 'done' && progress.outcome !== 'visible' && progress.outcome !== 'partial';
}

/** What went wrong first, then what is under way, what waits, what is done. */
function rank({ progress }: Upload): number {
  return ['failed', 'reading', 'sending', 'received', 'waiting', 'done'].indexOf(progress.kind);
}

function sayTime(words: Speak, milliseconds: number): string {
  return milliseconds < MINUTE
    ? words('upload.secondsLeft', { count: Math.max(1, Math.round(milliseconds / SECOND)) })
    : words('upload.minutesLeft', { count: Math.round(milliseconds / MINUTE) });
}

/** The time by the browser's clock, as it goes on. */
function useTicks(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
