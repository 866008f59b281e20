import { compareText, type TagGrammar, titlesAbove } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import { analyse } from '../../retrieval/index.ts';
import type { Question, Term } from '../question/question.ts';
import { WEIGHTS } from '../weights.ts';
import { assetLevel } from './asset-match.ts';
import { type Composition, quoteUnit } from './composition.ts';
import { documentNames } from './document-names.ts';
import type { EvidenceUnit } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { isLongNumber, isWithin, numberRanges } from './number-ranges.ts';
import { askedEquipment } from './scope-match.ts';
import type { ScoredUnit } from './score-units.ts';

/** What does exist, shown with a refusal: at most this many pieces. */
const SHOWN = 3;
const NEAR_ENOUGH = WEIGHTS.rows.nearEnough;

/** Nothing accounts for the question; `missing` names what no document speaks of and what comes nearest. */
export function refuseAbsent(question: Question, scored: readonly ScoredUnit[], gathered: Gathered): Composition {
  const nearest = scored
    .filter((candidate) => candidate.relation !== 'foreign' && candidate.score >= NEAR_ENOUGH && candidate.keyShare > 0)
    .slice(0, SHOWN);
  const lost = unspokenTerms(question, gathered).filter((term) => scored.every((candidate) => candidate.missing.includes(term)));
  const what = [...new Set(lost.map((term) => term.text))].join(', ');
  const missing = phrasesOf(question.language).nothingAbout(what, nearest.length > 0);
  return {
    kind: 'refuse',
    reason: 'absent',
    missing,
    claims: gathered.units.length === 0 ? [] : nearest.map((candidate) => quoteUnit(candidate.unit)),
  };
}

/** What no passage speaks of, found or not, nor has in a range of numbers: of the rest it would not be true that the documents say nothing. */
export function unspokenTerms({ terms, grammar }: Question, { unspoken, units }: Pick<Gathered, 'unspoken' | 'units'>): readonly Term[] {
  const isInRange = (number: string) => isLongNumber(number) && units.some(({ text }) => isWithin(number, numberRanges(text).ranges));
  return terms.filter(({ text }) => analyse(text, grammar).some((token) => unspoken.has(token)) && !isInRange(text));
}

/** What was asked exists, for other equipment only. */
export function refuseOtherAsset(question: Question, foreign: readonly ScoredUnit[], gathered: Gathered): Composition {
  const shown = foreign.slice(0, SHOWN);
  const owners = [...new Set(shown.flatMap((candidate) => ownersOf(candidate, gathered, question.grammar)))].sort(compareText).slice(0, 8);
  const asked = [
    ...new Set([...askedEquipment(question, gathered.named).map((entity) => entity.text), ...gathered.named.map((scope) => scope.text)]),
  ];
  const missing = phrasesOf(question.language).onlyForOthers(owners, asked);
  return {
    kind: 'refuse',
    reason: 'wrong-asset',
    missing,
    claims: shown.map((candidate) => quoteUnit(candidate.unit)),
    candidates: owners.map((text) => ({ text })),
  };
}

function ownersOf({ unit }: ScoredUnit, gathered: Gathered, grammar: TagGrammar): string[] {
  const levels = [assetLevel(unit), ...unit.headings.map((bag) => bag.codes), unit.title.codes];
  const codes = levels.map((level) => [...level].filter(gathered.equipment.isAsset)).find((found) => found.length > 0) ?? [];
  // What no code names, the document's own names do.
  return codes.length > 0 ? codes.map((code) => writtenCode(unit, code, grammar)) : ownNames(unit);
}

/** The document's most telling name: a model before what it is a model of. */
function ownNames({ stored: { scopeNames = [] } }: EvidenceUnit): string[] {
  const name = scopeNames.find(({ kind }) => kind === 'model') ?? scopeNames[0];
  return name === undefined ? [] : [name.text];
}

/** A code as the document writes it, for people; codes are compared without their hyphens. */
function writtenCode({ stored }: EvidenceUnit, folded: string, grammar: TagGrammar): string {
  const { passage } = stored;
  const texts = [passage.text, ...(passage.cells ?? []).map((cell) => cell.column), ...titlesAbove(passage), documentNames(stored)];
  for (const text of texts) {
    const found = grammar.find(text).find(({ identifier }) => identifier.folded === folded);
    if (found !== undefined) return found.identifier.text;
  }
  return folded;
}
