import { foldText, type IdentifierMention, type ScopeName, type ScopeNameSource } from '../../kernel/index.ts';
import { siteGrammar } from '../identifiers/site-grammar.ts';
import { APPLIES_BARE, APPLIES_OWN, BETWEEN_NAMES, ELSEWHERE, UP_TO } from '../languages/scope-words.ts';

const GRAMMAR = siteGrammar([]);
const OWN = new RegExp(`(?:^|[.。;；!！])\\s*${APPLIES_OWN}`, 'gu');
const BARE = new RegExp(`(?:^|[.。;；!！])\\s*${APPLIES_BARE}`, 'gu');
const SENTENCE_END = /[。；;!！?？]|\.(?=\s|$)/u;
const OUTSIDE = new RegExp(ELSEWHERE, 'u');
/** Words of what kind the named things are, at most so long: `the oil-flooded screw compressors of type`. */
const LONGEST_KIND = 60;
/** A wide comma parts clauses; Chinese names are listed by `、`. */
const LIST = new RegExp(`^\\s*(?:[,、/&]?\\s*${BETWEEN_NAMES}?)\\s*$`, 'u');
const RANGE = new RegExp(`^\\s*(?:[-–—~～]|\\.{2,3}|…|${UP_TO})\\s*$`, 'u');
const CLAUSE_BREAK = /[，；;]/u;
/** The number of a further name, of which the letters are not written again: `KC-301/302`. */
const NUMBER_ONLY = /^\s*[/、,]\s*(\d+)(?![\p{L}\d]|[-.]\d)/u;
const NUMBERED = /^(.*?)(\d+)$/u;
/** A range of more names than a document has names of scope is of models, not of equipment that one asks for. */
const LONGEST_RANGE = 12;

/**
 * The tags and models that a text says its document holds for (`This manual applies to compressors KC-301 to KC-303.`, `适用于 P-101A/B`),
 * in order. `opening` texts stand before the first section: there the document needs not be named as the subject. Names
 * after a preposition (`installed in U-200`) and exceptions are none; a list that is not read to its end gives none at all.
 */
export function applicableNames(text: string, source: ScopeNameSource, isOpening: boolean): ScopeName[] {
  const plain = text.normalize('NFC');
  const folded = foldText(plain);
  const leads = [...folded.text.matchAll(OWN), ...(isOpening ? folded.text.matchAll(BARE) : [])];
  return leads
    .sort((a, b) => a.index - b.index)
    .flatMap((lead) => {
      const rest = plain.slice(folded.toSource(0, lead.index + lead[0].length).end);
      return namesOf(rest.slice(0, endOf(rest)));
    })
    .map((name) => ({ kind: 'model', text: name, source }));
}

function endOf(text: string): number {
  const end = SENTENCE_END.exec(text);
  return end === null ? text.length : end.index;
}

function namesOf(clause: string): string[] {
  const mentions = GRAMMAR.find(clause);
  const [first] = mentions;
  if (first === undefined) return [];
  const kind = foldText(clause.slice(0, first.start)).text;
  if (kind.length > LONGEST_KIND || OUTSIDE.test(kind)) return [];
  const names = [first.identifier.text];
  let { end } = first;
  let last = first;
  for (const mention of [...mentions.slice(1), undefined]) {
    for (let short = NUMBER_ONLY.exec(clause.slice(end)); short !== null; short = NUMBER_ONLY.exec(clause.slice(end))) {
      const name = withNumber(last, short[1] ?? '');
      if (name === undefined) break;
      names.push(name);
      end += short[0].length;
    }
    if (mention === undefined || mention.start < end) break;
    const between = clause.slice(end, mention.start).toLowerCase();
    if (RANGE.test(between)) names.push(...through(last, mention));
    else if (LIST.test(between)) names.push(mention.identifier.text);
    // Where what it goes on with is of the list all the same, a part of it would shut the rest out.
    else if (CLAUSE_BREAK.test(between) || OUTSIDE.test(between)) break;
    else return [];
    end = mention.end;
    last = mention;
  }
  return names;
}

/** `KC-302` of `KC-301` and `302`: a number of as many digits. */
function withNumber({ identifier }: IdentifierMention, number: string): string | undefined {
  const [, letters = '', own = ''] = NUMBERED.exec(identifier.text) ?? [];
  return letters !== '' && own.length === number.length ? `${letters}${number}` : undefined;
}

/** The names after the first of a range up to its last: each, where they count up by one. */
function through(first: IdentifierMention, last: IdentifierMention): string[] {
  const [, letters = '', from = ''] = NUMBERED.exec(first.identifier.text) ?? [];
  const [, other = '', to = ''] = NUMBERED.exec(last.identifier.text) ?? [];
  const count = Number(to) - Number(from);
  if (letters === '' || letters !== other || from.length !== to.length || count < 1 || count > LONGEST_RANGE) return [last.identifier.text];
  return Array.from({ length: count }, (_, index) => `${letters}${String(Number(from) + index + 1).padStart(from.length, '0')}`);
}
