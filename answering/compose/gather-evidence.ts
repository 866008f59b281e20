import {
  type Access,
  compareText,
  type Filter,
  isOnSheetOutOfUse,
  PASSAGE_KINDS,
  type PassageKind,
  type StoredPassage,
} from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import type { Degradation } from '../answer.ts';
import type { Evidence, FoundPassage } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { hasTagShape } from '../verify/tag-relation.ts';
import { type Equipment, equipmentByShape, type IsAssetCode, readEquipment } from './equipment.ts';
import { type EvidenceUnit, evidenceUnits } from './evidence-unit.ts';
import { holdsForOtherNumbers } from './holds-for-other-numbers.ts';
import { printedAmong } from './printed-among.ts';
import { ROW_INTENTS } from './row-intents.ts';
import { type NamedScope, namedScopes, scopeRelation } from './scope-match.ts';
import { withTables } from './with-tables.ts';

export interface Gathered {
  /** Hits in order of rank. */
  readonly hits: readonly StoredPassage[];
  /** Hits that may answer, as they were ranked. */
  readonly ranked: readonly FoundPassage[];
  /** Rows found that tell what happened once, best first: no evidence of what holds in general. */
  readonly events: readonly StoredPassage[];
  /** Hits and the other rows of their tables, each once; hits first. */
  readonly units: readonly EvidenceUnit[];
  readonly equipment: Equipment;
  /** Products, models and versions that the question names. */
  readonly named: readonly NamedScope[];
  /** Kinds of equipment that documents give the tags of a question about a fault; ids of the vocabulary. */
  readonly askedKinds: readonly string[];
  /** Tokens of the question that no passage holds, found or not. */
  readonly unspoken: ReadonlySet<string>;
  readonly degraded: readonly Degradation[];
}

/** Rows of a file are found apart, or the many events of a log would leave no room for what documents state. */
const LISTS: readonly PassageKind[] = ['log-entry'];
const LISTED = 30;
export const STATEMENTS = PASSAGE_KINDS.filter((kind) => kind !== 'log-entry' && kind !== 'table');
/** Passages asked of recall. */
const HITS = 60;
/** Facts read of what the asked tags are. */
const KINDS_READ = 50;
/** Other-language names added for a concept. */
const EXPANSIONS = 3;

/** For questions that rows alone answer. */
export const NOTHING_GATHERED: Gathered = {
  hits: [],
  ranked: [],
  events: [],
  units: [],
  equipment: equipmentByShape(hasTagShape),
  named: [],
  askedKinds: [],
  unspoken: new Set(),
  degraded: [],
};

/** Everything that may answer: recalled passages and, since a table is read as a whole, the rows around a recalled row. */
export async function gatherEvidence(evidence: Evidence, access: Access, question: Question, signal: AbortSignal): Promise<Gathered> {
  const codes = question.entities.filter((entity) => entity.isCode).map((entity) => entity.folded);
  const keys = [...new Set(question.entities.flatMap((entity) => entity.keys.map((key) => key.id)))];
  const wanted = question.scope.documents;
  const within = wanted.length === 0 ? {} : { documents: wanted };
  const parts = [
    { where: { kinds: STATEMENTS, ...within }, n: HITS },
    { where: { kinds: LISTS, ...within }, n: LISTED },
  ];
  const query = { text: question.text, keys, identifiers: codes, expansions: expansionsOf(question), parts };
  const recalled = await evidence.find(access, query, signal);
  const [stated = [], listed = []] = recalled.parts;
  const ranked = [...stated, ...listed.filter(({ stored }) => !isEvent(stored))];
  const hits = ranked.map((hit) => hit.stored);
  const events = listed.filter(({ stored }) => isEvent(stored)).map(({ stored }) => stored);
  const coded = await alarmRows(evidence, access, question, signal);
  const degraded = [...recalled.degraded].sort(compareText);
  const isOfOthers = holdsForOtherNumbers(question);
  const isMeant = ({ documentId, passage }: StoredPassage) => (wanted.length === 0 || wanted.includes(documentId)) && !isOfOthers(passage);
  const unique = [...new Map([...coded, ...hits].map((stored) => [stored.passage.id, stored])).values()];
  const found = unique.filter(isMeant);
  const ofFaults = ROW_INTENTS[question.intent]?.several === true;
  // What machines a table of faults is about is told by all of its rows, so these tables are completed first.
  const tabled = ofFaults ? [...found].sort((a, b) => Number(tellsCause(b)) - Number(tellsCause(a))) : found;
  const passages = await withTables(evidence.passages, access, tabled);
  const valid = passages.filter((stored) => isWanted(stored, question) && !isOfOthers(stored.passage));
  const printed = printedAmong(valid);
  const units = valid.flatMap((stored) => evidenceUnits(stored, question.grammar, printed(stored)));
  const isAsset = await assetCodeTest(evidence, access, units);
  return {
    hits: found,
    ranked: ranked.filter(({ stored }) => isMeant(stored)).sort(byScore),
    events: events.filter((stored) => isWanted(stored, question) && isMeant(stored)),
    units,
    equipment: readEquipment(units, isAsset, question.grammar),
    named: namedScopes(question, [...found, ...passages]),
    askedKinds: ofFaults ? await kindsOfTags(evidence, access, question) : [],
    unspoken: new Set(recalled.unspoken),
    degraded,
  };
}

/** Rows of alarm lists with the very code: a bare number is no word that a search could tell from others. */
async function alarmRows(evidence: Evidence, access: Access, question: Question, signal: AbortSignal): Promise<readonly StoredPassage[]> {
  const alarms = question.entities.filter((entity) => entity.role === 'alarm');
  if (alarms.length === 0) return [];
  const codes = alarms.map((alarm): Filter => ({ kind: 'equals', field: 'alarm-code', value: alarm.text }));
  const where: Filter = {
    kind: 'all',
    filters: [
      { kind: 'any', filters: codes },
      { kind: 'null', field: 'date' },
    ],
  };
  const rows = await evidence.records.rows(access, { from: 'alarm', where, offset: 0, limit: LISTED }, signal);
  return evidence.passages.get(
    access,
    rows.map((row) => row.record.passageId),
  );
}

/** Kinds that documents say the asked tags to be of (`plate cooler E-102`). */
async function kindsOfTags({ keys }: Pick<Evidence, 'keys'>, access: Access, { entities }: Question): Promise<readonly string[]> {
  const tags = entities.filter(({ role, isCode }) => role === 'asset' && isCode).flatMap((entity) => entity.keys.map(({ id }) => id));
  if (tags.length === 0) return [];
  const facts = await keys.about(access, tags, ['OF_CLASS'], KINDS_READ);
  const kinds = facts.flatMap(({ fact }) => (fact.object.kind === 'key' && tags.includes(fact.subject) ? [fact.object.key] : []));
  const named = await keys.get(access, [...new Set(kinds)]);
  return named.map(({ folded }) => folded).sort(compareText);
}

function byScore(a: FoundPassage, b: FoundPassage): number {
  return b.score - a.score || compareText(a.stored.passage.id, b.stored.passage.id);
}

/** A dated row tells what happened once; it is counted and listed, and states nothing in general. */
function isEvent({ passage }: StoredPassage): boolean {
  return passage.cells?.some((cell) => cell.role === 'date') ?? false;
}

function tellsCause({ passage }: StoredPassage): boolean {
  return passage.cells?.some(({ role }) => role === 'cause') ?? false;
}

/** Hits of the revisions that may answer, and of documents that are about what the question names. */
export function validHits(question: Question, gathered: Gathered): StoredPassage[] {
  return gathered.hits.filter(isValid(question, gathered));
}

/** The same as they were ranked. */
export function validRanked(question: Question, gathered: Gathered): FoundPassage[] {
  const isFit = isValid(question, gathered);
  return gathered.ranked.filter(({ stored }) => isFit(stored));
}

function isValid(question: Question, { named, equipment }: Gathered): (stored: StoredPassage) => boolean {
  return (stored) => isWanted(stored, question) && scopeRelation(stored, named, equipment) !== 'foreign';
}

/** Older revisions answer only when the question asks for that revision, sheets that are stamped as out of use never. */
export function isWanted(stored: StoredPassage, question: Question): boolean {
  if (isOnSheetOutOfUse(stored.passage)) return false;
  const asked = question.scope.revision;
  if (asked === undefined) return stored.age === 0;
  return stored.revision?.toUpperCase() === asked || (stored.age === 0 && isAboutVersion(stored, asked));
}

/** A version of the product that the document is about, not of the document. */
function isAboutVersion({ scopeNames = [] }: StoredPassage, asked: string): boolean {
  return scopeNames.some(({ kind, text }) => kind === 'version' && /\d+(?:\.\d+)*/u.exec(text)?.[0] === asked);
}

function expansionsOf(question: Question): string[] {
  return [
    ...new Set(
      question.terms.flatMap((term) => {
        const concept = term.concept === undefined ? undefined : conceptById(term.concept);
        if (concept === undefined) return [];
        return (question.language === 'zh' ? concept.en : concept.zh).slice(0, EXPANSIONS);
      }),
    ),
  ];
}

async function assetCodeTest(evidence: Evidence, access: Access, units: readonly EvidenceUnit[]): Promise<IsAssetCode> {
  const codes = new Set<string>();
  for (const unit of units)
    for (const bag of [unit.bag, ...unit.headings, unit.title, ...unit.cells.map((cell) => cell.header)])
      for (const code of bag.codes) codes.add(code);
  const keys = await evidence.keys.find(access, [...codes].sort(compareText));
  const assets = new Set<string>();
  const others = new Set<string>();
  for (const key of keys) {
    if (['Asset', 'FunctionalLocation', 'Tag', 'Component', 'Line', 'Loop', 'IsolationPoint'].includes(key.type)) assets.add(key.folded);
    else others.add(key.folded);
  }
  return (code) => assets.has(code) || (!others.has(code) && hasTagShape(code));
}
