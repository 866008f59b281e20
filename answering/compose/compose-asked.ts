import { type Access, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { WEIGHTS } from '../weights.ts';
import { type Composition, quotePassage } from './composition.ts';
import { type Bag, bagOf } from './evidence-unit.ts';
import { type Gathered, validHits } from './gather-evidence.ts';
import { gatherSections } from './gather-sections.ts';

const SAME = WEIGHTS.rows.sameQuestion;
/** Passages of an answer; what is longer is a chapter under a title that happens to ask. */
const MOST = 20;

/**
 * What a document answers to this very question (FAQ): the text below a title or lead-in that asks it, whole. Undefined where no
 * document asks it.
 */
export async function composeAsked(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
): Promise<Composition | undefined> {
  const asked = bagOf(question.text, question.grammar);
  const hit = validHits(question, gathered).find((stored) => isSameQuestion(asked, bagOf(titleOf(stored), question.grammar)));
  if (hit === undefined) return undefined;
  const [section] = await gatherSections(evidence, access, [hit]);
  if (section === undefined || !section.whole) return undefined;
  const title = titleOf(hit);
  const body = section.passages.filter((stored) => titleOf(stored) === title);
  if (body.length === 0 || body.length > MOST) return undefined;
  const warnings = body.filter(({ passage }) => passage.kind === 'warning');
  const claims = body.filter((stored) => !warnings.includes(stored)).map(quotePassage);
  return claims.length === 0 ? undefined : { kind: 'answer', claims, safety: warnings.map(quotePassage), whole: true };
}

/** The title that a passage stands under; of a heading, itself. */
function titleOf({ passage }: StoredPassage): string {
  return passage.kind === 'heading' ? passage.text : (titlesAbove(passage)[0] ?? '');
}

function isSameQuestion(asked: Bag, title: Bag): boolean {
  if (!/[?？]\s*$/u.test(title.folded)) return false;
  const share = (of: ReadonlySet<string>, other: ReadonlySet<string>) => [...of].filter((word) => other.has(word)).length / of.size;
  const isEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && [...a].every((one) => b.has(one));
  if (asked.words.size === 0 || title.words.size === 0 || !isEqual(asked.codes, title.codes) || !isEqual(asked.members, title.members))
    return false;
  return share(asked.words, title.words) >= SAME && share(title.words, asked.words) >= SAME;
}
