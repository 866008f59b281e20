import { type Access, compareText, type StoredPassage, type VersionId } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { findOpposition } from '../verify/find-opposition.ts';
import { tellsToIsolate } from './asks-to-isolate.ts';
import { assetCodes, assetRelation } from './asset-match.ts';
import type { Composition } from './composition.ts';
import { bagOf, evidenceUnits } from './evidence-unit.ts';
import { type Gathered, validHits } from './gather-evidence.ts';
import { comparePlaces, gatherSections, readWhole, type SourceSection } from './gather-sections.ts';
import { listsOf, partAround } from './part-asked.ts';
import { quoteSection, stepsOf } from './quote-section.ts';
import { subjectTerms } from './score-units.ts';
import { sectionRelation } from './section-relation.ts';
import { termMatch } from './term-match.ts';

type Answered = Extract<Composition, { kind: 'answer' }>;

/**
 * Isolation points with the steps that the documents give for isolating, whole and in order: whoever closes the valves of a list and
 * neither proves that the machine is dead nor tries to start it has isolated nothing. `stepsFirst` where steps are asked for. Where no
 * steps are documented the answer says so.
 */
export async function addIsolationSteps(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  points: Answered,
  stepsFirst: boolean,
): Promise<Composition> {
  const versions = new Set(points.claims.flatMap(({ spans }) => spans.map(({ stored }) => stored.passage.versionId)));
  const told = await tellIsolation(evidence, access, question, gathered, versions);
  if (told?.kind !== 'answer') return { ...points, missing: told?.missing ?? phrasesOf(question.language).noIsolationSteps() };
  const claims = stepsFirst ? [...told.claims, ...points.claims] : [...points.claims, ...told.claims];
  return { ...points, claims, safety: [...(told.safety ?? []), ...(points.safety ?? [])], whole: true };
}

/**
 * The steps of the section that tells how to isolate the asked equipment, to its ends; undefined where none is found. A refusal where
 * it could not be read whole. `versions` are those that tell the points: what stands beside them goes first.
 */
export async function tellIsolation(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  versions: ReadonlySet<VersionId>,
): Promise<Extract<Composition, { kind: 'answer' | 'refuse' }> | undefined> {
  const headings = await isolationHeadings(evidence, access, question, versions);
  const found = await gatherSections(evidence, access, [...headings, ...validHits(question, gathered)]);
  const [best] = found
    .flatMap((section) => isolatingPart(section) ?? [])
    .filter((section) => stepsOf(section).length > 0 && mayTell(question, section, gathered))
    .map((section) => ({ section, rank: rankOf(question, section, gathered, versions) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || comparePlaces(a.section.place, b.section.place));
  if (best === undefined) return undefined;
  const whole = isolatingPart(await readWhole(evidence, access, best.section)) ?? best.section;
  const quoted = await quoteSection(evidence, access, question, whole);
  return quoted.kind === 'answer' || quoted.kind === 'refuse' ? quoted : undefined;
}

/** Whether every word of what is asked, beside equipment and isolating itself, stands in or around what is told. */
export function tellsAllAsked(question: Question, { claims }: Answered): boolean {
  const bags = claims.flatMap(({ spans }) =>
    spans.map(({ stored: { passage, title } }) => bagOf([title, ...passage.headings, passage.text].join('\n'), question.grammar)),
  );
  return subjectTerms(question).every((term) => tellsToIsolate(term.text) || bags.some((bag) => termMatch(term, bag) > 0));
}

const LAST_ORDER = Number.MAX_SAFE_INTEGER;

/** Headings of isolating in the versions that tell the points, those that name other equipment left out. */
async function isolationHeadings(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
  { grammar, entities }: Question,
  versions: ReadonlySet<VersionId>,
): Promise<readonly StoredPassage[]> {
  const asked = assetCodes(entities.filter((entity) => entity.role === 'asset'));
  const read: StoredPassage[] = [];
  for (const version of [...versions].sort(compareText)) read.push(...(await passages.range(access, version, 0, LAST_ORDER, ['heading'])));
  return read.filter(({ passage }) => {
    const { codes } = bagOf(passage.text, grammar);
    return tellsToIsolate(passage.text) && (codes.size === 0 || [...codes].some((code) => asked.has(code)));
  });
}

/** The section, where its title is isolating; else its list that is introduced so. */
function isolatingPart(section: SourceSection): SourceSection | undefined {
  if (tellsToIsolate(section.headings.at(-1) ?? '')) return section;
  const list = listsOf(section).find(({ leadIn }) => tellsToIsolate(leadIn));
  const step = stepsOf(section).find(({ passage }) => passage.structure.list === list?.opening);
  return list === undefined || step === undefined ? undefined : partAround(step, section);
}

/** What the gate would cut is not told: other equipment, or what is undone where doing it is asked. */
function mayTell(question: Question, section: SourceSection, gathered: Gathered): boolean {
  const titles = [section.headings.at(-1) ?? '', ...listsOf(section).map(({ leadIn }) => leadIn)];
  if (findOpposition(question.text, titles, question.grammar) !== undefined) return false;
  if (sectionRelation(question, section, gathered) === 'foreign') return false;
  const asked = assetCodes(question.entities.filter((entity) => entity.role === 'asset'));
  return stepsOf(section).every((stored) => {
    const units = evidenceUnits(stored, question.grammar);
    return units.length === 0 || units.some((unit) => assetRelation(unit, asked, gathered.equipment) !== 'foreign');
  });
}

const NEARNESS = { same: 0, related: 1, open: 2, foreign: 3 } as const;

/** The least goes first: steps of its own rather than of sections below it, then equipment, document, language, the plainest title. */
function rankOf(question: Question, section: SourceSection, gathered: Gathered, versions: ReadonlySet<VersionId>): readonly number[] {
  const title = [...bagOf(section.headings.at(-1) ?? '', question.grammar).words];
  const others = title.filter((word) => !tellsToIsolate(word)).length;
  return [
    stepsOf(section).some(({ passage }) => passage.structure.section === section.place.opening) ? 0 : 1,
    NEARNESS[sectionRelation(question, section, gathered)],
    versions.has(section.place.version) ? 0 : 1,
    stepsOf(section).some(({ passage }) => passage.language === question.language) ? 0 : 1,
    others,
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, place) => one !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
