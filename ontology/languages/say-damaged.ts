import { SAID as EN } from './en/said.ts';
import { SAID as ZH } from './zh/said.ts';

/** Says that an answer is refused because the documents of these titles were changed where they are kept. */
export function sayDamaged(language: 'zh' | 'en', titles: readonly string[]): string {
  const said = language === 'zh' ? ZH : EN;
  return said.damagedSource.replace('{titles}', titles.map((title) => said.quoted.replace('{text}', title)).join(said.listed));
}
