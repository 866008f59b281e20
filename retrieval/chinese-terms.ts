import { compareText, fold, NODE_KINDS } from '../kernel/index.ts';
import { conceptsOfKind } from '../ontology/index.ts';

const SEVERAL_HAN = /^\p{Script=Han}{2,}$/u;

/** Chinese names of the vocabulary's concepts, folded, in order: words that the segmenter has to keep whole beside their parts. */
export function chineseTerms(): readonly string[] {
  const names = NODE_KINDS.flatMap((kind) => conceptsOfKind(kind).flatMap((concept) => concept.zh.map(fold)));
  return [...new Set(names)].filter((name) => SEVERAL_HAN.test(name)).sort(compareText);
}
