import { useEffect, useState } from 'preact/hooks';
import type { Speak } from '../languages/speak.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { isOver, shareDone, shareOfAll, timeLeft, type Upload } from './upload.ts';
import type { Uploads } from './use-uploads.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Of very many files those that need a look and those under way are shown. */
const MOST_SHOWN = 40;

/** Files on their way: all of them together with the time that is left, and each with its stage. */
export function UploadList({ uploads, since, retry, clear }: Pick<Uploads, 'uploads' | 'since' | 'retry' | 'clear'>) {
  const words = useWords();
  const left = uploads.filter((upload) => !isOver(upload)).length;
  const now = useTicks(left > 0);
  if (uploads.length === 0) return null;
  const share = shareOfAll(uploads);
  const remaining = left === 0 ? undefined : timeLeft(share, now - since);
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
            <span class="state">{sayProgress(words, upload)}</span>
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

function sayProgress(words: Speak, { bytes, progress }: Upload): string {
  switch (progress.kind) {
    case 'waiting':
      return words('upload.waiting');
    case 'sending':
      return words('upload.sending', { percent: bytes === 0 ? 100 : Math.round((100 * progress.sent) / bytes) });
    case 'received':
      return words('upload.received');
    case 'reading': {
      const { stage, done, total } = progress;
      const said = wordsFor(words, 'stage', stage);
      return total === undefined ? `${said} …` : words('upload.reading', { stage: said, done, total });
    }
    case 'done':
      return [wordsFor(words, 'outcome', progress.outcome), ...(progress.reason === undefined ? [] : [progress.reason])].join(': ');
    case 'failed':
      return words('upload.failed', { detail: progress.detail });
    default:
      return progress satisfies never;
  }
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
