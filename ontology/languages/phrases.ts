import type { ObservationOutcome } from '../../kernel/index.ts';
import type { Effort } from '../effort.ts';

/** What a follow-up takes from its conversation. `question`: the whole question before, with another subject or without. */
export const KEPT_KINDS = ['asset', 'product', 'document', 'code', 'subject', 'fault', 'time', 'question'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** What the product says in a language: sentences that end as the language ends them, and the signs between pieces. */
export interface Phrases {
  /** Names one after the other. */
  readonly list: (names: readonly string[]) => string;
  /** A question behind what it is about. */
  readonly about: (subject: string, question: string) => string;
  /** To a question whether something is allowed, else whether it is due. */
  readonly stance: (isYes: boolean, isAllowance: boolean) => string;
  readonly notVerified: () => string;
  readonly nothingFound: () => string;
  /** The asker may read no document. */
  readonly nothingRead: () => string;
  /** Beside what says that nothing was found: `more` files beside those named are being read too. */
  readonly stillBeingRead: (files: readonly string[], more: number) => string;
  /**
   * What is quoted comes nearest and may not answer; `what`: the words of the question that no document has, or empty; `lost`: things
   * that are asked about and that one or the other quoted place does not name, where none names them all.
   */
  readonly onlyNear: (what: string, lost: readonly string[]) => string;
  /** What would answer stands on words that were recognised unsurely in a picture. */
  readonly readUnsurely: () => string;
  /** Behind a source whose words were recognised in a picture; `confidence` from 0 to 1. */
  readonly readFromScan: (confidence: number) => string;
  /** A sign of such words as it was recognised and as it is taken. */
  readonly repairedSign: (recognised: string, text: string) => string;
  readonly falsePremise: () => string;
  /** The titles of documents that were changed where they are kept. */
  readonly damagedSource: (titles: readonly string[]) => string;
  /** A section or table that could not be read to its end. */
  readonly unreadEnd: (document: string, name: string) => string;
  /** `nearest`: whether what comes nearest is quoted; `what`: the words of the question that no document has, or empty. */
  readonly nothingAbout: (what: string, nearest: boolean) => string;
  readonly noProcedure: (asked: string) => string;
  /** More than one procedure fits what is to be done, and nothing says which. */
  readonly severalProcedures: (asked: string, titles: readonly string[]) => string;
  /** Behind isolation points of which no document tells how to isolate. */
  readonly noIsolationSteps: () => string;
  readonly stepsForOthers: (titles: readonly string[]) => string;
  /** Owners may be empty. */
  readonly onlyForOthers: (owners: readonly string[], asked: readonly string[]) => string;
  /** Tables of faults speak of such a fault of other kinds of machines alone. */
  readonly faultsOfOthers: (owners: readonly string[], asked: readonly string[]) => string;
  /** Codes near to the unknown one may be empty. */
  readonly unknownCode: (code: string, near: readonly string[]) => string;
  /** How a question is understood in a conversation, with what it takes from there. */
  readonly understood: (question: string, kept: readonly { readonly kind: KeptKind; readonly text: string }[]) => string;
  /** Of a question that cannot be understood by what was said before; `several`: because more than one thing may be meant. */
  readonly unclear: (several: boolean) => string;
  /** Before rows of logs that tell what was found when the same fault was seen on the same machine. */
  readonly earlierOrders: () => string;
  /** Of a fault of which no table tells causes. */
  readonly noCauses: () => string;
  /** Every documented cause of a fault was ruled out. */
  readonly allRuledOut: () => string;
  /** What is left of the causes cannot be told by any check that was not made. */
  readonly noCheckLeft: () => string;
  /** What came of having a model word the answer: sentences that it said, that stand, that are left out, and those of them that are quoted. */
  readonly worded: (report: {
    readonly model: string;
    readonly said: number;
    readonly kept: number;
    readonly cut: number;
    readonly quoted: number;
  }) => string;
  /** What an answer spent on a language model. */
  readonly spent: (report: {
    readonly currency: string;
    readonly spent: number;
    readonly budget?: number;
    readonly calls: number;
    readonly notMade: number;
    readonly notMadeMost: number;
  }) => string;
  /** Stands below everything that is answered: whose words it is. Of a model's it bears what labels of generated content have to say. */
  readonly originNotice: (origin: 'quotation' | 'model') => string;
  /** What a picture is that was drawn from the text of a document without pages. */
  readonly drawnFromText: () => string;
  /** Words of a diagnosis on a terminal. */
  readonly diagnosis: DiagnosisWords;
  /** Headings of an answer on a terminal. */
  readonly headings: AnswerHeadings;
}

export interface AnswerHeadings {
  readonly answered: string;
  readonly clarify: string;
  readonly nearest: string;
  readonly abstained: string;
  readonly safety: string;
  readonly conflict: string;
  readonly sources: string;
  readonly computed: string;
  readonly rows: string;
  readonly corrected: string;
  /** Behind a sentence that a model worded. */
  readonly generated: string;
}

export interface DiagnosisWords {
  readonly causes: string;
  readonly next: string;
  /** What to look for where the documents name causes alone. */
  readonly lookFor: (causes: readonly string[]) => string;
  readonly effort: Readonly<Record<Effort, string>>;
  readonly standing: Readonly<Record<'open' | 'found' | 'ruled-out' | 'not-checked', string>>;
  /** Behind the heading of causes that nothing tells apart. */
  readonly asListed: string;
  readonly remedy: string;
  /** Before what is to be done: the steps that documents give for it. */
  readonly procedure: string;
  readonly earlier: (atLeast: number) => string;
  /** What was seen so far. */
  readonly seen: string;
  readonly outcome: Readonly<Record<ObservationOutcome, string>>;
  readonly states: Readonly<Record<'open' | 'found' | 'exhausted', string>>;
}
