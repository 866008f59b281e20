import { type ColumnRole, type Dimension, type QuantityMention, relateQuantities, type TagGrammar } from '../../kernel/index.ts';
import { type ConceptMention, findConcepts } from '../../ontology/index.ts';
import { coverageOf } from '../verify/align.ts';
import { claimParts } from '../verify/claim-parts.ts';
import { findOpposition } from '../verify/find-opposition.ts';
import { matchWords } from '../verify/match-words.ts';
import { sourceUnits } from '../verify/source-text.ts';
import { WEIGHTS } from '../weights.ts';
import type { EvidenceUnit, UnitCell } from './evidence-unit.ts';
import { sourceOf } from './source-of.ts';
import { THINGS } from './things-in.ts';

const { least: LEAST, most: MOST } = WEIGHTS.conflicts.sameSentence;

/** Whether a kind of quantity has other values in the one than in the other, and none that is equal. */
export function disagree(own: readonly QuantityMention[], theirs: readonly QuantityMention[]): boolean {
  return dimensionsOf(own).some((dimension) => {
    const relations = ofDimension(own, dimension).flatMap((left) =>
      ofDimension(theirs, dimension).map((right) => relateQuantities(left.quantity, right.quantity)),
    );
    return relations.includes('different') && !relations.includes('equal') && !relations.includes('contained');
  });
}

/** Kinds of quantities that a text gives, plain numbers left out. */
export function dimensionsOf(mentions: readonly QuantityMention[]): readonly Dimension[] {
  return [...new Set(mentions.map(({ quantity }) => quantity.dimension))].filter((dimension) => dimension !== 'none');
}

/** Whether two sentences say the same of the same things, whatever their quantities are; `about`: codes of what both documents are about. */
export function isSameSentence(one: EvidenceUnit, other: EvidenceUnit, about: ReadonlySet<string>, grammar: TagGrammar): boolean {
  if (one.cells.length > 0 || other.cells.length > 0 || !isSameSet(beside(one.bag.codes, about), beside(other.bag.codes, about)))
    return false;
  if (!isSameSet(thingsOf(one.text), thingsOf(other.text)) || areOpposed(one, other, grammar)) return false;
  const [left, right] = [titleThings(one), titleThings(other)];
  if (left.size + right.size > 0 && !meet(left, right)) return false;
  if (one.stored.passage.language === other.stored.passage.language) {
    const shares = [coverage(one, other, grammar), coverage(other, one, grammar)];
    return Math.min(...shares) >= LEAST && Math.max(...shares) >= MOST;
  }
  // Of another language nothing is known but what the vocabulary has: a thing has to be named, and what is done with it.
  return thingsOf(one.text).size > 0 && meet(doingsOf(one.text), doingsOf(other.text));
}

/**
 * The cells of a row that give a value for what a sentence is about: its subject is named by the sentence, and names all that the
 * sentence names. Undefined where it is about something else.
 */
export function cellsForSentence(sentence: EvidenceUnit, row: EvidenceUnit, grammar: TagGrammar): readonly UnitCell[] | undefined {
  if (row.cells.length === 0 || sentence.cells.length > 0 || areOpposed(sentence, row, grammar)) return undefined;
  const wanted = dimensionsOf(sentence.quantities);
  const values = row.cells.filter(({ quantities }) => dimensionsOf(quantities).some((dimension) => wanted.includes(dimension)));
  const keys = row.cells.filter((cell) => !values.includes(cell) && isSubject(cell));
  const said = thingsOf(sentence.text);
  const named = new Set(keys.flatMap((cell) => [...thingsOf(cell.inherited ?? cell.text)]));
  if (values.length === 0 || named.size === 0 || !isSameSet(said, named)) return undefined;
  const around = new Set([...said, ...sentence.headings.flatMap((bag) => [...thingsOf(bag.folded)]), ...thingsOf(sentence.title.folded)]);
  if (![...titleThings(row)].every((thing) => around.has(thing))) return undefined;
  const isSaid = sentence.stored.passage.language === row.stored.passage.language;
  return keys.every((cell) => restOf(cell.inherited ?? cell.text).every((word) => isSaid && sentence.bag.words.has(word)))
    ? values
    : undefined;
}

/** Whether the vocabulary knows a thing, or something done, that both texts name. */
export function shareConcept(one: string, other: string): boolean {
  return meet(thingsOf(one), thingsOf(other)) || meet(doingsOf(one), doingsOf(other));
}

function beside(codes: ReadonlySet<string>, about: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...codes].filter((code) => !about.has(code)));
}

function ofDimension(mentions: readonly QuantityMention[], dimension: Dimension): readonly QuantityMention[] {
  return mentions.filter(({ quantity }) => quantity.dimension === dimension);
}

/** Things by name; with what a thing is worked on is none that it is said of. */
function thingsOf(text: string): ReadonlySet<string> {
  return idsOf(text, ({ concept: { kind } }) => THINGS.has(kind) && kind !== 'Tool');
}

function doingsOf(text: string): ReadonlySet<string> {
  return idsOf(text, ({ concept: { kind } }) => kind === 'Activity');
}

function idsOf(text: string, isMeant: (mention: ConceptMention) => boolean): ReadonlySet<string> {
  return new Set(
    findConcepts(text)
      .filter(isMeant)
      .map(({ concept }) => concept.id),
  );
}

/** Things of the innermost title. */
function titleThings({ headings }: EvidenceUnit): ReadonlySet<string> {
  return thingsOf(headings[0]?.folded ?? '');
}

function areOpposed(one: EvidenceUnit, other: EvidenceUnit, grammar: TagGrammar): boolean {
  return findOpposition(one.text, [other.text], grammar) !== undefined;
}

/** Share of the content words of a sentence that another one has. */
function coverage(one: EvidenceUnit, other: EvidenceUnit, grammar: TagGrammar): number {
  const [unit] = sourceUnits(sourceOf(other), grammar);
  return unit === undefined ? 0 : coverageOf(claimParts(one.text, grammar), unit);
}

/** Columns that say how a value is given or ordered, and not of what. */
const BESIDE: ReadonlySet<ColumnRole> = new Set(['unit', 'tolerance', 'part-number', 'asset']);

/** A cell in words: codes and sizes alone say nothing of the attribute. */
function isSubject({ role, text, inherited, quantities, bag }: UnitCell): boolean {
  const isNamed = (inherited ?? text).trim() !== '' && quantities.length === 0 && bag.codes.size === 0;
  return isNamed && (role === undefined || !BESIDE.has(role));
}

/** Words of a subject that no entry of the vocabulary holds. */
function restOf(text: string): readonly string[] {
  const known = findConcepts(text);
  return matchWords(text)
    .filter((word) => !known.some((mention) => mention.start < word.end && word.start < mention.end))
    .map((word) => word.text);
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((member) => other.has(member));
}
