import { type DocumentId, foldIdentifier, type Language } from '../../kernel/index.ts';

/**
 * Family of a document: its number within the site and language, so that revisions supersede each other while a translation
 * stands beside; a document without number, or a declared translation, is tied to the document itself.
 */
export function familyOf(
  document: { readonly id: DocumentId; readonly site: string; readonly translationOf: DocumentId | undefined },
  documentNumber: string | undefined,
  language: Language,
): string {
  if (documentNumber === undefined || documentNumber.trim() === '') return document.id;
  const spoken = language === 'zh' || language === 'en' ? language : 'other';
  const translated = document.translationOf === undefined ? '' : `:${document.translationOf}`;
  return `number:${document.site}:${foldIdentifier(documentNumber)}:${spoken}${translated}`;
}
