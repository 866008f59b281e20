import { foldText } from '../../kernel/index.ts';
import type { Premise } from './question.ts';

/** Wordings that take something for granted; the group `claim` holds it. Conditions (`if`, `when`, 如果, 当) take nothing for granted. */
const PREMISES: readonly RegExp[] = [
  /(?:^|[.,;:?!] ?)(?:since|given that|given|as|because|considering(?: that)?|knowing that|assuming(?: that)?|now that) (?<claim>[^,?]+),/du,
  /(?<claim>[^.?!;]+?),? (?:so|therefore|hence|thus) (?:why|what|how|which|when|where|may|can|should|must|do|is)\b/du,
  /\bwhy (?:is|are|was|were|does|do|did|must|should|can|has|have|shall|may)(?:n't| not)? (?<claim>[^?]+)/du,
  /(?<claim>[^?]+?), (?:right|correct|isn't it|aren't they|doesn't it|is that right|true)\s*\?/du,
  /(?:the manual|the document|it) (?:says|states|specifies|requires|allows) (?:that )?(?<claim>[^,?;]+)/du,
  /(?<claim>[^,?;.]*(?:既然|鉴于|由于|已知|因为|考虑到)[^,?;.]+)[,;]/du,
  /(?:为什么|为何)(?<claim>[^?,]+)/du,
  /(?<claim>[^?,.]+?)(?:,|\?)?(?:是为什么|是什么原因|对吗|对吧|是吗|没错吧|对不对)/du,
  /(?:手册|文件|规程)(?:中|里)?(?:规定|要求|说明|说|允许)(?<claim>[^,?;]+)/du,
];

/** What a question takes for granted, in order of place, each span once. */
export function findPremises(text: string): Premise[] {
  const folded = foldText(text);
  const found = new Map<number, Premise>();
  for (const pattern of PREMISES) {
    const match = pattern.exec(folded.text);
    const span = match?.indices?.groups?.claim;
    if (span === undefined) continue;
    const { start, end } = folded.toSource(span[0], span[1]);
    if (!found.has(start)) found.set(start, { text: text.slice(start, end), start, end });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
