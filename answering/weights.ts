import { SUPPORT_WEIGHTS } from './support-weights.ts';

/** Where the numbers of a group come from: the data they were set on, until when, and what they are known to do. */
export interface Origin {
  readonly data: string;
  readonly setBefore: string;
  /** What a change of them was seen to do; `not measured` where nobody held answers with and without against each other. */
  readonly effect: string;
}

/** Tuned numbers of answering, by what they decide. Shares and cosines are from 0 to 1; what adds up to a score is in its unit. */
export const WEIGHTS = {
  scoring: {
    /** Worth of a term by where it is found; the subject itself counts most, the document's title least. */
    worth: { key: 1, header: 0.9, cell: 0.6, heading: 0.75, outerHeading: 0.55, title: 0.3, dimension: 0.8, similar: 0.5 },
    relation: { same: 0.3, related: 0.15, open: 0.05, foreign: 0 },
    /** A column made for what is asked (interval, torque) before a value that stands in another one by the way. */
    ownColumn: 0.15,
    authority: { 'approved-manual': 0.12, 'oem-bulletin': 0.1, 'site-procedure': 0.08, log: 0, anonymous: 0.04, generated: 0 },
    /** A value of the kind that is asked for. */
    askedQuantity: 0.3,
  },
  similarity: {
    /** Cosines above which a term stands for a phrase: higher within one language, where other words mean other things. */
    sameLanguage: 0.62,
    acrossLanguages: 0.5,
    /** Shortest Chinese term of which a part may stand for the whole, and the share of its pairs that must be there. */
    partial: { characters: 3, share: 0.6, worth: 0.7 },
  },
  rows: {
    /** Units that score this near to the best may be meant as well, and may state the value that a question takes for granted. */
    near: 0.15,
    /** Least cosine of the question's subject to a row of the other language, and its lead over the next row of that table. */
    across: { closeness: 0.55, margin: 0.08 },
    /** Score from which a unit is near enough to the question to be worth showing with a refusal. */
    nearEnough: 0.55,
    /** Share of what an alarm is said to mean that its row must account for. */
    leastMeaning: 0.5,
    /** Share of the words of either question that the other one has, for both to ask the same. */
    sameQuestion: 0.8,
  },
  rowQuestions: {
    /** Chance of a plan among those that readings of a question make from which its figure is told. */
    sure: 0.6,
    /** Its chance among all readings: of a plan that hardly any reading makes not even the rivals are known. */
    likely: 0.05,
    /** Chance that a language model beside it gives its query from which that counts: for a plan that both make, for one of its own, and that the columns cannot answer. */
    advice: { agreed: 0.7, alone: 0.9, none: 0.5 },
  },
  conflicts: {
    /** Least cosine of two subjects in two languages for their rows to speak of one attribute. */
    sameAttribute: 0.5,
    /** Least cosine and least lead of a row of the other language over the next one of its document, to be taken for the same row. */
    twin: { closeness: 0.5, lead: 0.08 },
    /** Least share of the words of either of two sentences that the other has, and of the one that says less, for both to tell of one thing. */
    sameSentence: { least: 0.65, most: 0.85 },
    /** Share of the steps of a list that keep codes and kinds of quantities in the list that is taken for its translation. */
    counterpart: { share: 0.8 },
  },
  procedures: {
    /** Share of the question's terms that a section's title has to account for; the rest must stand in the section itself. */
    titleShare: 0.5,
    /** What a term is worth that a title around the section holds: `Removal` of the chapter `Mechanical seal`. */
    outer: 0.75,
    /** Titles that score this near to the best may be meant as well. */
    near: 0.1,
    /** Sections of one title that score this near to the best are told apart by their chapters alone. */
    alike: 0.02,
    /** Parts of a section's score beside the share of the title. */
    closeness: 0.4,
    precision: 0.3,
    language: 0.2,
    relation: { same: 0.3, related: 0.1, open: 0.05, foreign: 0 },
    /** Cosine from which a title means nearly the same. */
    nearTitle: 0.6,
  },
  faults: {
    /** A symptom is worded freely: least share of the question's terms in it, or least cosine to it. */
    least: { share: 0.6, closeness: 0.6 },
    /** With the cause named too, the symptom may be farther off. */
    withCause: { share: 0.3, closeness: 0.35 },
    /** Share of a cause's own words that the question has to hold for it to have named that cause. */
    namedCause: 0.6,
    /** How far ahead of the next symptom of its table a paraphrase has to be. */
    margin: 0.06,
    /** A table of symptoms says more about a symptom than an analysis of failure modes does. */
    symptomTable: 0.3,
    /** An analysis of failure modes has many rows for one effect: those that fit this nearly as well as the best belong to the answer. */
    alike: 0.1,
    /** Parts of the rate of a group of rows. */
    rate: { keyShare: 0.5, closeness: 0.4, cause: 0.4, score: 0.3 },
  },
  columns: {
    /** Samples from which unlike cells tell; the share of them above which they do; characters above which a mean cell is prose. */
    alike: { least: 20, share: 0.9, length: 48 },
    /** Words above which a mean cell is wordy, and the share of unlike cells above which wordy ones are prose. */
    wordy: { words: 3, share: 0.3 },
  },
  quotes: {
    /**
     * What each feature of a block adds to the logit of its chance to answer (`quote/block-features.ts`); of their own where the index is
     * of an embedder that reads the order of words (learnt with multilingual-e5-small, the bias set lower, so that `accept` leaves as few
     * wrong answers as with the static one).
     */
    features: {
      static: {
        bias: -2.23,
        rank: 1.27,
        gap: 0.92,
        text: 0.08,
        titles: 0.26,
        document: -0.41,
        all: -0.03,
        sentence: 0.25,
        rest: -0.01,
        restSentence: -0.07,
        restNear: 0.85,
        lostFirst: -0.07,
        lostThree: -0.91,
        meaning: 0.36,
        sentenceMeaning: 0.37,
        titleMeaning: -0.02,
        restMeaning: 0.5,
        restTitleMeaning: 0.19,
        titleAsked: 0.15,
        lostCodes: -0.4,
        lostNumbers: -0.33,
        keyed: 0,
        lostNames: -0.08,
        otherDocument: -0.2,
        subject: 0.91,
        valued: 0.15,
        lostMember: -0.58,
        heading: 1.33,
        items: 0.56,
        row: -0.18,
        logRow: -0.64,
        warning: -0.16,
        noNumber: -0.94,
        ofKind: 1.31,
        notOfKind: -0.36,
        stepsAsList: 0.09,
        stepsAsText: -0.56,
        modality: 0.48,
        noModality: -0.15,
        listAsList: 0.78,
        language: -0.58,
        length: 0.84,
        sameDocument: -0.32,
        sameSection: 0.67,
        nearness: 0,
        nearnessGap: 0,
        nearnessLead: 0,
        nearnessTop: 0,
        nearnessRank: 0,
      },
      contextual: {
        bias: -2.16,
        rank: 1.06,
        gap: 0.79,
        text: 0.12,
        titles: 0.25,
        document: -0.27,
        all: 0.01,
        sentence: 0.04,
        rest: -0.07,
        restSentence: -0.11,
        restNear: 0.82,
        lostFirst: -0.03,
        lostThree: -0.98,
        meaning: 0.39,
        sentenceMeaning: 0.36,
        titleMeaning: -0.13,
        restMeaning: 0.29,
        restTitleMeaning: 0.16,
        titleAsked: 0.19,
        lostCodes: -0.29,
        lostNumbers: -0.41,
        keyed: 0.05,
        lostNames: -0.1,
        otherDocument: -0.15,
        subject: 0.89,
        valued: 0.11,
        lostMember: -0.46,
        heading: 1.16,
        items: 0.73,
        row: -0.04,
        logRow: -0.71,
        warning: -0.13,
        noNumber: -0.9,
        ofKind: 1.2,
        notOfKind: -0.32,
        stepsAsList: 0.21,
        stepsAsText: -0.54,
        modality: 0.36,
        noModality: -0.18,
        listAsList: 0.66,
        language: -0.72,
        length: 1.13,
        sameDocument: -0.34,
        sameSection: 0.66,
        nearness: 0.58,
        nearnessGap: 0.43,
        nearnessLead: 0.05,
        nearnessTop: 0.05,
        nearnessRank: 0.04,
      },
    },
    /** What a block's own log odds, those of the cross-encoder and how far these are behind the best add to the logit (`quote/rerank-blocks.ts`). */
    reranking: { bias: -0.17, chance: 0.78, odds: 0.35, gap: 0.08 },
    /**
     * What a block's own log odds and those of a language model's opinion add to the logit (`quote/read-blocks.ts`). `any` was learnt with
     * qwen2.5-coder-1.5b untaught, the bias set lower so that `accept` leaves as few wrong answers as without a model; `taught` with the
     * adapter of `tools/reading-adapter`, by questions over documents that it had not read, its bias set so that a chance of 0.4 becomes `accept`;
     * `unasked` is added to it for a block that the form of the question alone would bar (`mayAnswer`).
     */
    reading: {
      any: { bias: -0.96, chance: 0.69, read: 1.15, unasked: 0 },
      taught: { bias: 0.16, chance: 0.23, read: 0.57, unasked: -0.96 },
    },
    /** Chance from which a block answers; what of it another has to have to be quoted beside it. */
    accept: 0.55,
    beside: 0.6,
    /** Share of the names that choose among documents which a block may lack: one that lacks more is about another product. */
    otherNames: 0.34,
  },
  checking: {
    /** Content words of a claim, or of a warning that an answer passes on, that must be accounted for. */
    leastCoverage: 0.65,
    /** Units whose coverage comes this near to the best may be the one that a claim is about. */
    nearBest: 0.12,
    /** Coverage above which a claim is held to be one of the source's steps. */
    isStep: 0.6,
    /** Words that only the context has count less: a title must not carry a claim that the sentence does not make. */
    context: 0.7,
    /** Share of the smaller clause's words below which two clauses do not speak of one thing. */
    leastOverlap: 0.4,
    /** Share of a claim's words that a unit has in the same order from which it is the unit's sentence with a few words replaced. */
    alike: 0.7,
    /** How much more of its words in order a unit has to share that contradicts a claim than one that supports it, for it to be meant. */
    moreAlike: 0.1,
    /** Words in a row (pairs of characters, of Chinese) that the unit does not have from which something was added to it. */
    mostAdded: { words: 3, pairs: 5 },
    /** Least share of what holds under a condition that a claim says, and most of the condition, for it to have dropped that. */
    conditional: { rest: 0.5, condition: 0.34 },
  },
  support: SUPPORT_WEIGHTS,
} as const;

const DEMO_PLANT: Origin = { data: 'gold questions of generated demo plants', setBefore: '2026-11-27', effect: 'not measured' };

/** Where each group comes from. Who changes a number measures what it does to answers on seeds not used before, and says so here. */
export const ORIGINS: Readonly<Record<keyof typeof WEIGHTS, Origin>> = {
  scoring: DEMO_PLANT,
  similarity: DEMO_PLANT,
  rows: DEMO_PLANT,
  conflicts: DEMO_PLANT,
  procedures: DEMO_PLANT,
  faults: DEMO_PLANT,
  columns: {
    data: 'logs of generated demo plants; for wordy cells a log of phrases that recur under a header nobody knows',
    setBefore: '2026-11-27',
    effect: 'not measured',
  },
  quotes: {
    data: 'development part of `datasets/field-questions`, by `faultline eval fit-quotes`; `accept` for wrong answers to at most 4 % of its questions',
    setBefore: '2026-11-28',
    effect: 'docs/trials/field.md',
  },
  rowQuestions: {
    data: 'everyday and development questions of `datasets/log-questions`; `advice`: everyday and engineer',
    setBefore: '2026-12-04',
    effect: 'docs/trials/logs.md',
  },
  checking: { ...DEMO_PLANT, data: 'claims of gold answers and their generated mutations' },
  support: {
    data: '`features`: WiCE dev and BEGIN dev (English); `read`: those and the development part of `datasets/claims`; by `faultline eval fit-support`',
    setBefore: '2026-11-28',
    effect: 'docs/trials/gate.md',
  },
};
