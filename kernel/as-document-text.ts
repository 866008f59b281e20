const CITATION_MARK = /\[\s*\d+\s*\]|【\s*\d+\s*】/u;

/**
 * Words for plain text in which numbers in brackets lead to sources: words of a document that look like such marks stand between quotation
 * marks, which they cannot close, so that nobody takes them for marks of the answer.
 */
export function asDocumentText(text: string): string {
  return CITATION_MARK.test(text) ? `“${text.replace(/[“”]/gu, '"')}”` : text;
}
