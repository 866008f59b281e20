/** How headers, folders and files mark the language of what they hold, folded. */
const MARKS = {
  zh: ['zh', 'cn', 'chs', 'zh-cn', 'zh-hans', 'chinese', '中文'],
  en: ['en', 'eng', 'en-us', 'en-gb', 'english', '英文'],
} as const;

const LANGUAGES: ReadonlyMap<string, 'zh' | 'en'> = new Map([
  ...MARKS.zh.map((mark) => [mark, 'zh'] as const),
  ...MARKS.en.map((mark) => [mark, 'en'] as const),
]);

/** The language that a word marks; undefined for any other word. */
export function markedLanguage(word: string): 'zh' | 'en' | undefined {
  return LANGUAGES.get(word.toLowerCase().replaceAll('_', '-'));
}
