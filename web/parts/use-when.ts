import { useContext } from 'preact/hooks';
import type { PageLanguage } from '../languages/speak.ts';
import { LanguageContext } from '../languages/words.ts';

/**
 * Writes an instant to the minute as the reader's place and language have it, with the distance of that place from Greenwich, so that
 * nobody takes it for the time of another. `zone` is a name of the tz database; absent: the one of this browser.
 */
export function whenWriter(language: PageLanguage, zone?: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  return (instant) => format.format(new Date(instant));
}

export function useWhen(): (instant: string) => string {
  return whenWriter(useContext(LanguageContext));
}
