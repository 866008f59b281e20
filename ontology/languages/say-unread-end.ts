import { SAID as EN } from './en/said.ts';
import { SAID as ZH } from './zh/said.ts';

/** Says that a section or table of a document is not answered because its end was not read. */
export function sayUnreadEnd(language: 'zh' | 'en', document: string, name: string): string {
  const said = language === 'zh' ? ZH : EN;
  return said.unreadEnd.replace('{document}', () => document).replace('{name}', () => name);
}
