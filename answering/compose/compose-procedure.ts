import type { Access, StoredPassage, TagGrammar } from '../../kernel/index.ts';
import { phrasesOf, UNMARKED_MEMBERS } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question, Term } from '../question/question.ts';
import { findOpposition } from '../verify/find-opposition.ts';
import { WEIGHTS } from '../weights.ts';
import type { AssetRelation } from './asset-match.ts';
import type { Composition } from './composition.ts';
import { type Bag, bagOf } from './evidence-unit.ts';
import { outranks } from './find-conflict.ts';
import { type Gathered, validHits } from './gather-evidence.ts';
import { comparePlaces, gatherSections, readWhole, type SourceSection } from './gather-sections.ts';
import { listsOf, partAsked } from './part-asked.ts';
import { quoteSection, stepsOf } from './quote-section.ts';
import { subjectTerms } from './score-units.ts';
import { sectionRelation } from './section-relation.ts';
import type { Similarity } from './similarity.ts';
import { termMatch } from './term-match.ts';

const W = WEIGHTS.procedures;

interface RatedSection {
  readonly section: SourceSection;
  readonly score: number;
  readonly relation: AssetRelation;
  /** `whole`: everything that is asked is named by it; `near`: its title means nearly the same. */
  readonly accounted: 'whole' | 'near' | 'not';
}

/** One procedure of one source: its steps whole and in order, with every warning that stands in its section or heads it. */
export async function composeProcedure(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  similarity: Similarity,
): Promise<Composition> {
  const sections = await gatherSections(evidence, access, validHits(question, gathered));
  const able = sections
    .map((section) => partAsked(question, section))
    .filter((section) => stepsOf(section).length > 0)
    .filter((section) => findOpposition(question.text, levelsOf(section), question.grammar) === undefined)
    .map((section) => rate(question, section, gathered, similarity))
    .filter((one) => one.accounted !== 'not')
    .sort((a, b) => b.score - a.score || comparePlaces(a.section.place, b.section.place));
  const whole = able.filter((one) => one.accounted === 'whole');
  const rated = whole.some((one) => one.relation !== 'foreign') ? whole : able;
  const own = rated.filter((one) => one.relation !== 'foreign');
  const best = own[0];
  if (best === undefined) return refuse(question, rated);
  const rivals = own.filter(
    (other) => other !== best && other.score >= best.score - W.near && versionOf(other.section) === versionOf(best.section),
  );
  const clear = rivals.length > 0 && differByAsset([best, ...rivals], gathered, question.grammar);
  if (clear)
    return { kind: 'clarify', candidates: [best, ...rivals].map(({ section }) => ({ text: section.headings.at(-1) ?? '' })), claims: [] };
  const alike = [best, ...rivals].filter(
    ({ section, score }) => score >= best.score - W.alike && section.headings.at(-1) === best.section.headings.at(-1),
  );
  const paths = new Set(alike.map(({ section }) => section.headings.join(' › ')));
  if (paths.size > 1) return { kind: 'clarify', candidates: [...paths].map((text) => ({ text })), claims: [] };
  const twin = own.find(
    (other) =>
      other.score >= best.score - W.near &&
      languageOfSection(other.section) === languageOfSection(best.section) &&
      outranks(first(other.section), first(best.section)),
  );
  const chosen = twin === undefined || versionOf(twin.section) === versionOf(best.section) ? best : twin;
  return quoteSection(evidence, access, question, partAsked(question, await readWhole(evidence, access, chosen.section)));
}

function refuse(question: Question, rated: readonly RatedSection[]): Composition {
  const titles = [...new Set(rated.map(({ section }) => section.headings.at(-1) ?? ''))].slice(0, 3);
  if (titles.length > 0) {
    const missing = phrasesOf(question.language).stepsForOthers(titles);
    return { kind: 'refuse', reason: 'wrong-asset', missing, claims: [], candidates: titles.map((text) => ({ text })) };
  }
  const asked = subjectTerms(question)
    .map((term) => term.text)
    .join(', ');
  const missing = phrasesOf(question.language).noProcedure(asked);
  return { kind: 'refuse', reason: 'absent', missing, claims: [] };
}

function rate(question: Question, section: SourceSection, gathered: Gathered, similarity: Similarity): RatedSection {
  const title = bagOf(section.headings.at(-1) ?? '', question.grammar);
  const leadIns = listsOf(section).map(({ leadIn }) => bagOf(leadIn, question.grammar));
  const outer = section.headings.slice(0, -1).map((text) => bagOf(text, question.grammar));
  const body = bagOf(section.passages.map(({ passage }) => passage.text).join('\n'), question.grammar);
  const documentTitle = bagOf(section.passages[0]?.title ?? '', question.grammar);
  const terms = subjectTerms(question);
  let titleTotal = 0;
  let all = true;
  const ofAttribute: number[] = [];
  for (const term of terms.filter(({ member }) => member === undefined || !UNMARKED_MEMBERS.has(member))) {
    const inTitle = Math.max(...[title, ...leadIns].map((bag) => Math.max(termMatch(term, bag), joinedIn(term, bag))));
    const inOuter = Math.max(0, ...outer.map((bag) => termMatch(term, bag)));
    titleTotal += Math.max(inTitle, W.outer * inOuter);
    if (Math.max(inTitle, inOuter, termMatch(term, body), termMatch(term, documentTitle)) === 0) all = false;
    if (Math.max(inOuter, termMatch(term, documentTitle)) === 0) ofAttribute.push(inTitle);
  }
  // Steps that use what is asked for are no answer to it: of what the titles around do not say, its own title says something.
  if (ofAttribute.length > 0 && Math.max(...ofAttribute) === 0) all = false;
  const titleShare = terms.length === 0 ? 0 : titleTotal / terms.length;
  const closeness = similarity.closeness([title]);
  const relation = sectionRelation(question, section, gathered);
  const language = languageOfSection(section) === question.language ? W.language : 0;
  const precision =
    title.words.size === 0
      ? 0
      : [...title.words].filter((word) => bagOf(question.text, question.grammar).words.has(word)).length / title.words.size;
  const score = titleShare + W.closeness * closeness + W.precision * precision + language + W.relation[relation];
  const isNear = titleShare > 0 && closeness >= W.nearTitle;
  return { section, score, relation, accounted: all && titleShare >= W.titleShare ? 'whole' : isNear ? 'near' : 'not' };
}

/** What a section says it is about, the nearest first: what introduces its lists, its title, what its steps do, the titles around it. */
function levelsOf(section: SourceSection): readonly string[] {
  const leadIns = listsOf(section).map(({ leadIn }) => leadIn);
  const steps = stepsOf(section).map(({ passage }) => passage.text);
  return [leadIns.join('\n'), section.headings.at(-1) ?? '', steps.join('\n'), ...section.headings.slice(0, -1).reverse()];
}

/** A verb whose particle is written onto it in a title (`shut … down`, `Shutdown`). */
function joinedIn(term: Term, title: Bag): number {
  const verb = term.text.toLowerCase();
  return /^[a-z]{4,}$/.test(verb) && [...title.words].some((word) => PARTICLES.some((particle) => word === `${verb}${particle}`)) ? 1 : 0;
}

const PARTICLES = ['down', 'up', 'off', 'on', 'out', 'over', 'back', 'in'];

function differByAsset(sections: readonly RatedSection[], gathered: Gathered, grammar: TagGrammar): boolean {
  const named = sections.map(({ section }) =>
    [...bagOf(section.headings.at(-1) ?? '', grammar).codes].filter(gathered.equipment.isAsset).join(' '),
  );
  return new Set(named).size > 1 && named.every((codes) => codes !== '');
}

function first(section: SourceSection): StoredPassage {
  const [stored] = section.passages;
  if (stored === undefined) throw new RangeError('a section with steps has passages');
  return stored;
}

function versionOf(section: SourceSection): string {
  return first(section).passage.versionId;
}

function languageOfSection(section: SourceSection): 'zh' | 'en' {
  return section.passages.some(({ passage }) => passage.language === 'zh') ? 'zh' : 'en';
}
