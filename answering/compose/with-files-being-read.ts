import type { Access } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';

/** Files named at most. */
const NAMED = 3;

/** What keeps an answer back, and the files that were not looked through since they are being read: it may stand in them. */
export async function withFilesBeingRead(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
  { language, missing }: { readonly language: 'zh' | 'en'; readonly missing: string },
): Promise<string> {
  const files = await passages.beingRead(access);
  if (files.length === 0) return missing;
  const named = files.slice(0, NAMED).map(({ fileName }) => fileName);
  return `${missing}${phrasesOf(language).stillBeingRead(named, files.length - named.length)}`.trim();
}
