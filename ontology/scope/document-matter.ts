import { markedLanguage } from '../languages/language-marks.ts';
import { VERSION_WORDS } from '../languages/scope-words.ts';

/** What a document's place says beside language and version: documents that are alike in `stem` are one in other words. */
export interface DocumentMatter {
  readonly stem: string;
  readonly language?: 'zh' | 'en';
  readonly version?: string;
}

const VERSION = new RegExp(
  `(?<=^|[\\s_/-])(?:${VERSION_WORDS}[\\s._-]*\\d{1,4}(?:\\.\\d{1,4}){0,3}|(?<=^|/)\\d{1,4}(?:\\.\\d{1,4}){1,3}(?=/))(?=$|[\\s_/.-])`,
  'giu',
);
/** A mark of language that ends the name of a file (`guide_cn.md`, `guide.zh.md`). */
const ENDING = /[\s_.-](?<mark>[a-z]{2}[_-][a-z]{2,4}|\p{sc=Han}{2}|[a-z]{2,7})(?=\.[a-z0-9]{1,5}$)/iu;

/** By folders and file name alone: marks of language are left out, and so is which version it is. */
export function documentMatter(uri: string): DocumentMatter {
  const versions: string[] = [];
  const marks: ('zh' | 'en')[] = [];
  const plain = uri.normalize('NFC').replace(VERSION, (version) => {
    versions.push(version);
    return '';
  });
  const parts = plain.split('/');
  const folders = parts.slice(0, -1).filter((folder) => {
    const marked = markedLanguage(folder);
    if (marked !== undefined) marks.push(marked);
    return marked === undefined;
  });
  const file = (parts.at(-1) ?? '').replace(ENDING, (ending, mark: string) => {
    const marked = markedLanguage(mark);
    if (marked !== undefined) marks.push(marked);
    return marked === undefined ? ending : '';
  });
  const [language] = marks;
  return {
    stem: [...folders, file].join('/').toLowerCase(),
    ...(language === undefined ? {} : { language }),
    ...(versions.length === 0 ? {} : { version: versions.join(' ') }),
  };
}
