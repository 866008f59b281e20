import { type Answer, answerFileWords } from '../app/index.ts';
import { describePlaces } from './describe-place.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** A source in Markdown: document, number, revision and place, and its words. */
export function sourceLine(citation: Answer['content']['citations'][number], language: 'zh' | 'en'): string {
  const words = answerFileWords(language);
  const { title, documentNumber, revision, section, anchors, quote } = citation;
  const named = [
    `**${escapeMarkdown(title)}**`,
    ...(documentNumber === undefined || title.includes(documentNumber) ? [] : [escapeMarkdown(documentNumber)]),
    ...(revision === undefined ? [] : [escapeMarkdown(words.revision(revision))]),
    escapeMarkdown(describePlaces(anchors, language, section)),
  ];
  return `${named.join(', ')}: “${escapeMarkdown(quote)}”`;
}
