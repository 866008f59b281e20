import type { PageLanguage, Speak } from '../languages/speak.ts';
import { wordsFor } from '../languages/words.ts';
import { readingReason } from './reading-reason.ts';
import type { Upload } from './upload.ts';

/** How far a file on its way has come, in words of the page. */
export function sayProgress(words: Speak, language: PageLanguage, { bytes, progress }: Upload): string {
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
    case 'done': {
      const { outcome, reason, isThere } = progress;
      const became = isThere && outcome === 'visible' ? [] : [wordsFor(words, 'outcome', outcome)];
      const why = reason === undefined ? [] : [readingReason(language, outcome, reason)];
      return [...(isThere ? [words('upload.alreadyThere')] : []), ...became, ...why].join(': ');
    }
    case 'failed':
      return words('upload.failed', { detail: progress.detail });
    default:
      return progress satisfies never;
  }
}
