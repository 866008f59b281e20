import { useContext } from 'preact/hooks';
import { LanguageContext } from '../languages/words.ts';

/** Writes an instant as the reader's place and language have it, to the minute. */
export function useWhen(): (instant: string) => string {
  const language = useContext(LanguageContext);
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}
