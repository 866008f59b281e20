import type { Dimension } from '../../kernel/index.ts';

/**
 * How a language words what the product has to understand: sources of patterns on folded text. Empty where a language has no such
 * form. Both languages satisfy these types, so that neither can lack a form that the other has.
 */
export interface Wording {
  /** Words that make a quantity a condition of a question, not something it asserts. */
  readonly condition: string;
  /** The same behind the value; begins there. */
  readonly conditionBehind: string;
  /** `A-117 means low oil pressure`, `A-117 表示油位低`. */
  readonly means: string;
  /** Questions for the number of a part. */
  readonly asksNumber: string;
  /** Questions whose answer is a number, steps, yes or no, several things: by their interrogatives alone. */
  readonly asksValue: string;
  /** How many of something there are. */
  readonly asksCount: string;
  /** A small number in words, as one says how many. */
  readonly countInWords: string;
  /** Which person. */
  readonly asksPerson: string;
  /** How long something takes. */
  readonly asksDuration: string;
  /** How often something is due. */
  readonly asksInterval: string;
  readonly asksSteps: string;
  readonly asksYesOrNo: string;
  readonly asksList: string;
  /** Of such that want a yes or no: whether something is allowed or possible, and whether it is a duty. */
  readonly asksWhetherAllowed: string;
  readonly asksWhetherDue: string;
  /** What makes a statement hold in part or at times. */
  readonly reservation: string;
  /** What makes a statement that of somebody, or one that is to be said: it is not the text's own. */
  readonly attribution: string;
  /** Between things of which the same is said. */
  readonly coordination: string;
  /** What a sentence about an alarm says of it when it explains it, rather than how to reset it. */
  readonly explains: string;
  /** What a sentence says that tells what to look at. */
  readonly tellsCheck: string;
  /** Words that tell a cause in few words. */
  readonly causal: string;
  /** Questions for parts, and for tools. */
  readonly asksParts: string;
  /** Questions for tools. */
  readonly asksTools: string;
  /** Of a step or sentence that makes a machine safe to work on. */
  readonly isolation: string;
  /** Headings of sections that tell how to make a machine safe to work on. */
  readonly isolationSection: string;
  /** Words that say no more than an alarm's code beside it; whole. */
  readonly alarmWord: string;
  /** Between the ends of a range of numbers. */
  readonly upTo: string;
  /** Behind a number from which on something holds. */
  readonly onwards: string;
  /** Between two of several. */
  readonly listAnd: string;
  /** Right behind a value, before what the value is of. */
  readonly valueOf: string;
  /** A revision that a question names; the label in one of the groups `latin`, `chinese`, `before`. */
  readonly revision: string;
  /** Who asks about all of the plant, or which of it. */
  readonly wider: string;
  /** Words that only join a question to the one before; at its beginning. */
  readonly joint: string;
  /** Words that stand for something said before. */
  readonly anaphor: string;
  /** Such as stand for several things, or for each of them. */
  readonly severalAnaphor: string;
  /** Such as stand alone, not before a noun (`its`, `this valve`). */
  readonly loneAnaphor: string;
  /** Such as stand for a noun, not for a thing of that name. Empty where a language has none. */
  readonly nounAnaphor: string;
  /** Such as stand for all that was said. */
  readonly ofAllSaid: string;
  /** The first of two that were named, and the second. */
  readonly firstOfTwo: string;
  readonly secondOfTwo: string;
  /** Words for two things at once. */
  readonly bothOf: string;
  /** Words that stand for what is done. */
  readonly standsForAction: string;
  /** The one of two that was not spoken of last. */
  readonly otherOne: string;
  /** Words that a piece of a question may hold beside what it names, and still ask nothing of its own. */
  readonly fragmentWord: string;
  /** Words that ask for what stands behind them. */
  readonly bareAsking: string;
  /** Between things of which one is asked for. */
  readonly alternative: string;
  /** A word in the group `joint` that joins a circumstance to a question; ends directly before it. Empty where place alone does. */
  readonly circumstance: string;
  /** What tells that the noun before it is a place. Begins there. Empty where a word before it tells. */
  readonly placeBehind: string;
  /** Words that put one thing in the place of another. */
  readonly inPlaceOf: string;
  /** What marks the noun that follows; ends directly before it. */
  readonly determiner: string;
  /** A question that holds this and no word of asking is a piece of one, whatever it names. */
  readonly fragmentMark: string;
  /** Words of asking, none of which a piece of a question holds. */
  readonly interrogative: string;
  /** That something is on a drawing, whichever: `on the P&ID`, 图上. */
  readonly onDrawing: string;
  /** Questions about a kind of thing, wherever it is. */
  readonly general: string;
  /** What stands directly before a verb; ends there. Empty where word classes tell. */
  readonly beforeVerb: string;
  /** What stands directly before the attribute that is asked for, where the question is of something; ends there. */
  readonly beforeAsked: string;
  /** The same behind it, up to the end of the question; begins there. */
  readonly behindAsked: string;
  /** What joins an attribute to what it is one of; whole. */
  readonly attributeOf: string;
  /** Words that add nothing to the kind of a value: a flow rate is a flow. */
  readonly emptyOfDimension: string;
  /** Where a clause ends, as places without width. */
  readonly clauseEnd: string;
  /** Words and signs that part what members of polarity sets are said of. */
  readonly clauseBreak: string;
  /** Words that look like a modality and are none: double negations, parts of other words. */
  readonly neutral: string;
  /** What forbids. */
  readonly forbid: string;
  /** What binds to do something. */
  /** No duty (`need not`, 无需); holds words of a duty or a prohibition. */
  readonly release: string;
  readonly require: string;
  /** What allows. */
  readonly permit: string;
  /** How greetings and other courtesies begin. */
  readonly courtesy: string;
  /** That the documents say nothing. */
  readonly notStated: string;
  /** What a statement that the documents say nothing may begin with, up to its comma. */
  readonly referenceLead: string;
  /** Stands between a clause and one that hangs on it, or gives its ground. */
  readonly clauseJoint: string;
  /** Begins a clause that asserts something more. */
  readonly furtherClause: string;
  /** Between a cause and its effect. */
  readonly causes: string;
  /** Between an effect and its cause. */
  readonly causedBy: string;
  /** A line that is nothing but the number of its page, digits as `#`. */
  readonly pageNumber: string;
  /** The same where words say that it is one. */
  readonly saidPageNumber: string;
  /** What opens the title of a chapter, part or appendix before its number. */
  readonly titleWord: string;
  /** Characters of numerals that open a title. */
  readonly titleNumeral: string;
  /** The word and number of a chapter, part or appendix. */
  readonly chapterNumber: string;
  /** The number of a title below a chapter. */
  readonly articleNumber: string;
  /** The number of a title in a list of sections. */
  readonly listedNumber: string;
  /** What opens the caption of a table. */
  readonly tableCaption: string;
  /** What opens the caption of a figure. */
  readonly figureCaption: string;
  /** Numbers of captions in words of the language. */
  readonly captionNumeral: string;
  /** What follows the number where a sentence opens with it. */
  readonly captionInProse: string;
  /** That a caption is continued from the page before. */
  readonly continuedMark: string;
  /** Titles of lists of contents, figures and tables. */
  readonly contentsTitle: string;
  /** That such a list is continued. */
  readonly contentsContinued: string;
  /** Between a word that ranks and what it ranks. */
  readonly rankingLink: string;
  /** That a share is of all rows. */
  readonly wholeOfRows: string;
  /** Ends what names the whole of a share; the part stands behind. */
  readonly partBehind: string;
  /** Names that a spreadsheet gives by itself, before their number. */
  readonly sheetName: string;
  /** What is left of text that was read in a wrong encoding and stored again. */
  readonly misread: string;
  /** Signs between the ends of a range of bare numbers. */
  readonly rangeSigns: string;
  /** Words of the label before the parts, and the tools, of a job. */
  readonly partsLabel: string;
  /** The same for tools. */
  readonly toolsLabel: string;
}

/** Forms with named groups, each a pattern of its own, in the order in which they are tried. */
export interface WordingForms {
  /** Forms that deny or forbid what the group `head` holds: a word, or two Chinese characters. */
  readonly negatedHead: readonly string[];
  /** Sentences whose `cause` stands between two words of a frame, with its `effect`. */
  readonly framedCause: readonly string[];
  /** A version by its `number`. */
  readonly versionNumber: readonly string[];
  /** What holds under a `condition` alone: the `rest`. */
  readonly conditional: readonly string[];
  /** What is done `first` and what `second`. */
  readonly precedence: readonly string[];
  /** Questions for what tells `one` from the `other`; `attribute`: in what, where that is said. */
  readonly difference: readonly string[];
  /** Two revisions of one document, as `one` and `other`. */
  readonly revisionPair: readonly string[];
  /** Forms that take the `claim` for granted. Conditions (`if`, `when`, 如果, 当) take nothing for granted. */
  readonly premise: readonly string[];
}

/** A wording that speaks for an intent, as the source of a pattern. `also` must be found too, anywhere. */
export interface IntentCueForm {
  readonly intent: string;
  readonly weight: number;
  readonly form: string;
  readonly also?: string;
}

/** Kinds of values that some wording asks for beyond doubt. */
export type PlainDimensionForms = Readonly<
  Record<Extract<Dimension, 'time' | 'torque' | 'temperature' | 'mass' | 'rotational-speed'>, string>
>;

/** Kinds of values by the words that ask for them, tried in this order; grease is weighed by the words for its quantity. */
export type DimensionForms = Readonly<
  Record<
    | Extract<
        Dimension,
        | 'torque'
        | 'pressure'
        | 'temperature'
        | 'volume-flow'
        | 'rotational-speed'
        | 'voltage'
        | 'current'
        | 'power'
        | 'frequency'
        | 'velocity'
        | 'sound-level'
        | 'mass'
        | 'volume'
        | 'length'
        | 'time'
        | 'ratio'
        | 'viscosity'
        | 'resistance'
        | 'money'
        | 'density'
        | 'force'
        | 'concentration'
        | 'angle'
      >
    | 'mass of grease',
    string
  >
>;
