export { ANY_LINE, assertionChance, chanceBy, readAssertionWeights } from './assertions/assertion-chance.ts';
export { assertionFeatures } from './assertions/assertion-features.ts';
export { namesOfValue, WORK_KINDS, workKindOf } from './columns/coded-value.ts';
export { mayBeCalled } from './columns/column-aspect.ts';
export { columnRoles } from './columns/column-roles.ts';
export { fieldRole, speaksOfFaults, speaksOfTerms } from './columns/field-role.ts';
export { headerFeatures } from './columns/header-features.ts';
export { HEADER_FIELD_NAMES, HEADER_FIELDS, type HeaderField } from './columns/header-fields.ts';
export { headerMatter } from './columns/header-matter.ts';
export { headerNames } from './columns/header-names.ts';
export { headerWord } from './columns/header-word.ts';
export { headsTable } from './columns/heads-table.ts';
export { isRoleName } from './columns/is-role-name.ts';
export { ANY_HEADER, chancesOf, type LikelyField, likelyFields, readWeights } from './columns/likely-fields.ts';
export { normaliseHeader } from './columns/normalise-header.ts';
export { readableHeader } from './columns/readable-header.ts';
export { recordKindOf } from './columns/record-kind-of.ts';
export { isAlarmState, isKindOfWork, isTotalLabel } from './columns/row-words.ts';
export { splitUnit } from './columns/split-unit.ts';
export { EFFORTS, type Effort } from './effort.ts';
export { activityEffort } from './extract/activity-effort.ts';
export { phraseMarks, wordMarks } from './extract/concept-marks.ts';
export { extractChunk } from './extract/extract-chunk.ts';
export { EXTRACTOR_VERSION } from './extract/extraction.ts';
export { type ConceptMention, findConcepts } from './extract/find-concepts.ts';
export { type Designation, findDesignations } from './extract/find-designations.ts';
export { inlineSteps } from './extract/inline-steps.ts';
export { matchingForms, searchForms } from './extract/matching-forms.ts';
export { statesCause, statesRemedy } from './extract/sentences/causal-patterns.ts';
export { markerPlace, stepMarker, stepTitle } from './extract/step-marker.ts';
export { warningSignal } from './extract/warning-signal.ts';
export { type ElectricalRole, electricalRole, isSurelyBreaker } from './identifiers/electrical-role.ts';
export { siteGrammar } from './identifiers/site-grammar.ts';
export { valveFunction } from './identifiers/valve-function.ts';
export { columnLabel } from './labels/column-label.ts';
export { answerFileWords } from './languages/answer-file-words.ts';
export { areOpposite, isNegator } from './languages/are-opposite.ts';
export { askingWords, DEGREE_FORMS, FUNCTION_WORDS, GENERIC_NOUNS } from './languages/asking-words.ts';
export { designationMarks } from './languages/designation-marks.ts';
export { DIMENSION_PATTERNS, PLAIN_DIMENSION_PATTERNS } from './languages/dimension-words.ts';
export { asIs, DOCTOR_WORDS, doctorName, type Said } from './languages/doctor-words.ts';
export { DOCUMENT_LABEL_PATTERNS } from './languages/document-labels.ts';
export { askedOfDrawings } from './languages/drawing-asking.ts';
export type { AskedOfDrawing } from './languages/drawing-asking-words.ts';
export type { DrawingLabel } from './languages/drawing-label-words.ts';
export { drawingLabel } from './languages/drawing-labels.ts';
export { drawingPhrasesOf } from './languages/drawing-phrases-of.ts';
export { rootEnglish, stemEnglish } from './languages/en/stem-english.ts';
export { figurePhrase } from './languages/figure-phrases.ts';
export { findPolarities, type PolarityMention } from './languages/find-polarities.ts';
export { findTotals } from './languages/find-totals.ts';
export { homeWords } from './languages/home-words.ts';
export { INTENT_CUE_FORMS } from './languages/intent-cues.ts';
export {
  BOX_TITLES,
  beginsChineseList,
  captionOf,
  chapterLevel,
  chineseNumeral,
  isNoteLabel,
  WORD_STYLES,
} from './languages/layout-words.ts';
export { isOneLineTitle, saysIncoming } from './languages/one-line-texts.ts';
export { photoWords } from './languages/photo-words.ts';
export { KEPT_KINDS, type KeptKind } from './languages/phrases.ts';
export { phrasesOf } from './languages/phrases-of.ts';
export { type PlaceWords, placeWords } from './languages/place-words.ts';
export { plainAsking } from './languages/plain-asking.ts';
export { plainPolar } from './languages/plain-polar.ts';
export {
  OPEN_MEMBERS,
  POLARITY_SETS,
  type PolarityMember,
  QUALIFYING_SETS,
  UNMARKED_MEMBERS,
} from './languages/polarity-sets.ts';
export { type ReadingWords, readingWords } from './languages/reading-words.ts';
export { OPPOSITE_KINDS, RECORD_WORDS, type RecordMeaning, recordPhrases } from './languages/record-words.ts';
export type { RegisterColumn } from './languages/register-headers.ts';
export { DAY_EXAMPLES, REGISTER_COLUMNS, registerHeaders } from './languages/register-words.ts';
export { restoreWords } from './languages/restore-words.ts';
export { retentionWords } from './languages/retention-words.ts';
export { VERSION_WORDS } from './languages/scope-words.ts';
export { sheetStatus } from './languages/sheet-status.ts';
export { STOP_CHARACTERS, STOP_WORDS } from './languages/stop-words.ts';
export { CLOCK_SIGNS, DATE_SIGNS, timeForm, timeForms } from './languages/time-words.ts';
export { isValveMark, type ValveState, valveStateOf } from './languages/valve-mark.ts';
export { valveWordPattern } from './languages/valve-word-pattern.ts';
export { wordTranslations } from './languages/word-translations.ts';
export { wording, wordingPattern, wordingPatterns } from './languages/wording-pattern.ts';
export { charactersOf, homophones } from './languages/zh/pinyin.ts';
export { splitItems } from './normalise/split-items.ts';
export { splitSentences } from './normalise/split-sentences.ts';
export { predicatePhrase } from './predicate-phrase.ts';
export { SCHEMA } from './schema.ts';
export { applicableNames } from './scope/applicable-names.ts';
export { documentMatter } from './scope/document-matter.ts';
export { foldersOf, isDesignation, scopeNames } from './scope/scope-names.ts';
export { statedScopeNames } from './scope/stated-scope-names.ts';
export { conceptById, conceptNames, conceptsOfKind } from './vocabularies/catalogue.ts';
export type { Concept } from './vocabularies/concept.ts';
