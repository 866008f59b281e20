import { type Access, fold } from '../../kernel/index.ts';
import { wording, wordingPattern } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { assetCodes, assetRelation } from './asset-match.ts';
import { composeFromUnits } from './compose-from-units.ts';
import { type Composition, quoteUnit } from './composition.ts';
import { bagOf, type EvidenceUnit, evidenceUnits } from './evidence-unit.ts';
import { type Gathered, validHits } from './gather-evidence.ts';
import { gatherSections } from './gather-sections.ts';
import type { RowIntent } from './row-intents.ts';
import { compareUnits, subjectTerms } from './score-units.ts';
import type { Similarity } from './similarity.ts';
import { termMatch } from './term-match.ts';

/** What a job needs is listed in its section under a label of its own. */
const LABELS = [
  {
    asked: wordingPattern('asksParts'),
    label: labelled(wording('partsLabel')),
  },
  { asked: wordingPattern('asksTools'), label: labelled(wording('toolsLabel')) },
] as const;

/** A short label before a colon that holds one of the words (`Parts and tools:`, `备件和工具：`). */
function labelled(words: string): RegExp {
  return new RegExp(`^[^:：.。]{0,24}(?:\\b|(?<=\\p{sc=Han})|^)(?:${words})[^:：.。]{0,16}[:：]`, 'u');
}

/** Parts and tools: the lists of the job that is asked about, else the row of the parts table. */
export async function composeParts(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  intent: RowIntent,
  similarity: Similarity,
): Promise<Composition> {
  const sections = await gatherSections(evidence, access, validHits(question, gathered));
  const lists = jobLists(
    question,
    gathered,
    sections.flatMap((section) => section.passages).flatMap((stored) => evidenceUnits(stored, question.grammar)),
  );
  if (lists.length > 0) return { kind: 'answer', claims: lists.map((unit) => quoteUnit(unit)) };
  return composeFromUnits(question, gathered, intent, similarity);
}

/** Labelled lists of the section whose title accounts for the whole question; all of one document. */
function jobLists(question: Question, gathered: Gathered, units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const text = fold(question.text);
  const named = LABELS.filter(({ asked }) => asked.test(text));
  const labels = (named.length > 0 ? named : LABELS).map(({ label }) => label);
  const terms = subjectTerms(question);
  if (labels.length === 0 || terms.length === 0) return [];
  const asked = assetCodes(question.entities.filter((entity) => entity.role === 'asset'));
  const seen = new Set<string>();
  const fitting = units.filter((unit) => {
    const place = `${unit.stored.passage.id} ${unit.start}`;
    if (seen.has(place)) return false;
    seen.add(place);
    const title = bagOf(unit.stored.passage.headings.at(-1) ?? '', question.grammar);
    if (!labels.some((label) => label.test(unit.bag.folded) || label.test(leadInOf(unit)))) return false;
    return terms.every((term) => termMatch(term, title) > 0) && assetRelation(unit, asked, gathered.equipment) !== 'foreign';
  });
  const own = fitting.filter((unit) => unit.stored.passage.language === question.language);
  const from = own.length > 0 ? own : fitting;
  const [first] = [...from].sort(compareUnits);
  if (first === undefined) return [];
  const section = (unit: EvidenceUnit) => `${unit.stored.passage.versionId} ${unit.stored.passage.structure.section ?? ''}`;
  return from.filter((unit) => section(unit) === section(first)).sort(compareUnits);
}

/** What introduces the list that a unit is an item of, as a label (`parts and tools:`). */
function leadInOf({ stored }: EvidenceUnit): string {
  const { leadIn } = stored.passage.structure;
  return leadIn === undefined ? '' : `${fold(leadIn.text).replace(/\s*[:：]\s*$/u, '')}:`;
}
