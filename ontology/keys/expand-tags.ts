import type { IdentifierMention } from '../../kernel/index.ts';

/** Tags that one written form stands for, each as text. */
const SUFFIXES = /^(?<stem>.*\d)(?<first>[A-Z])(?<rest>(?:[/,][A-Z])+)$/u;
const WHOLE_TAG = /^(?:\d{1,3}-)?\p{Lu}{1,5}[-_]?\d{2,6}\p{Lu}{0,2}$/u;

/**
 * Tags named by one mention: `P-101A/B` names P-101A and P-101B, `P-101A/P-102A` both of its parts; any other tag names itself.
 */
export function expandTags(mention: IdentifierMention): readonly string[] {
  const text = mention.identifier.text.normalize('NFKC');
  const groups = SUFFIXES.exec(text.toUpperCase())?.groups;
  if (groups !== undefined) {
    const { stem = '', first = '', rest = '' } = groups;
    return [first, ...rest.split(/[/,]/).filter((suffix) => suffix !== '')].map((suffix) => `${stem}${suffix}`);
  }
  const parts = text.split('/');
  return parts.length > 1 && parts.every((part) => WHOLE_TAG.test(part.toUpperCase())) ? parts : [text];
}
