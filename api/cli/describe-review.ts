import { assertNever, type ColumnMeaning, type Decision, type Feedback, type Key, type Review } from '../../kernel/index.ts';
import { oneLine } from './one-line.ts';

/** Words named at most of what was not read surely. */
const WORDS_SHOWN = 5;

/** What a review asks, in a line. */
export function describeReview({ subject }: Review): string {
  switch (subject.kind) {
    case 'ambiguous-name':
      return `${subject.kind}: "${subject.name.text}" is given to ${listed(subject.identifiers)}`;
    case 'link-conflict':
      return `${subject.kind} (${subject.cause}): ${listed(subject.between)} are joined by ${listed(subject.keys)}`;
    case 'quarantined-fact':
      return `${subject.kind}: ${subject.statement} (${subject.cause})`;
    case 'doubtful-column':
      return `${subject.kind}: what does "${subject.column}" mean${subject.table === '' ? '' : ` in "${subject.table}"`}?`;
    case 'doubtful-row':
      return `${subject.kind}: ${subject.cause}`;
    case 'unread-part':
      return describeUnread(subject);
    case 'answer-feedback':
      return describeFeedback(subject.feedback);
    default:
      return assertNever(subject);
  }
}

/** How much a decision on a review touches, as `Review.touches` counts it. */
export function describeTouches({ subject, touches }: Review): string {
  switch (subject.kind) {
    case 'doubtful-column':
    case 'doubtful-row':
      return touches === 1 ? '1 row' : `${touches} rows`;
    case 'ambiguous-name':
    case 'link-conflict':
    case 'quarantined-fact':
      return touches === 1 ? '1 place' : `${touches} places`;
    case 'unread-part':
      return touches === 1 ? '1 part' : `${touches} parts`;
    case 'answer-feedback':
      return '1 answer';
    default:
      return assertNever(subject);
  }
}

function describeUnread({ kind, title, pages, words }: Extract<Review['subject'], { kind: 'unread-part' }>): string {
  const more = (listed: number, all: number): string => (all > listed ? ` and ${all - listed} more` : '');
  const unread = pages.unread === 0 ? [] : [`pages not read: ${pages.first.join(', ')}${more(pages.first.length, pages.unread)}`];
  const shown = words.first.slice(0, WORDS_SHOWN).map(({ page, text }) => `"${oneLine(text)}" (page ${page})`);
  const unsure = words.unsure === 0 ? [] : [`words not read surely: ${shown.join(', ')}${more(shown.length, words.unsure)}`];
  return `${kind}: "${oneLine(title)}": ${[...unread, ...unsure].join('; ')}`;
}

/** What a person said of an answer, in a line. */
export function describeFeedback({ about, verdict, question, remark, actor, at, decision }: Feedback): string {
  const said = remark === '' ? '' : ` - "${oneLine(remark)}"`;
  const of = about === 'diagnosis' ? 'diagnosis ' : '';
  return `${of}${SAID[verdict]} (${decision}): "${oneLine(question)}"${said} (${actor}, ${new Date(at).toISOString()})`;
}

const SAID: Readonly<Record<Feedback['verdict'], string>> = {
  right: 'said to be right',
  wrong: 'said to be wrong',
  missing: 'said to lack something',
};

/** A decision in a line; keys by the texts that a review gives them, else by their ids. */
export function describeDecision(decision: Decision, review?: Review): string {
  const texts = new Map(review === undefined ? [] : keysOf(review).map((key) => [key.id, key.text]));
  switch (decision.kind) {
    case 'must-link':
      return `${texts.get(decision.a) ?? decision.a} and ${texts.get(decision.b) ?? decision.b} are one thing`;
    case 'cannot-link':
      return `${texts.get(decision.a) ?? decision.a} and ${texts.get(decision.b) ?? decision.b} are two things`;
    case 'accept-fact':
      return `${decision.fact} counts`;
    case 'reject-fact':
      return `${decision.fact} does not count`;
    case 'correct-text':
      return `"${decision.read}" at ${decision.passage}:${decision.start}-${decision.end} should read "${decision.text}"`;
    case 'correct-column':
      return `"${decision.column}" ${saidOfColumn(decision)}${decision.form === undefined ? '' : ' in every table of its form under the same labels'}`;
    case 'judge-answer':
      return decision.outcome === 'dismissed'
        ? 'the answer stands'
        : `the answer was at fault${decision.expected === undefined ? '' : `; a right one says "${oneLine(decision.expected)}"`}`;
    case 'set-aside':
      return 'nothing of worth stands in what was not read';
    case 'undo':
      return `undoes ${decision.undoes}`;
    default:
      return assertNever(decision);
  }
}

function saidOfColumn({ role, unit, decimal, codes }: ColumnMeaning): string {
  const said = [
    role === undefined ? [] : [role === null ? 'has no known meaning' : `means ${role}`],
    unit === undefined ? [] : [`is in ${unit}`],
    decimal === undefined ? [] : [`writes decimals behind "${decimal}"`],
    codes === undefined
      ? []
      : [
          `has codes: ${Object.entries(codes)
            .map(([code, text]) => `${code} = ${text}`)
            .join(', ')}`,
        ],
  ];
  return said.flat().join(', ');
}

function keysOf({ subject }: Review): readonly Key[] {
  switch (subject.kind) {
    case 'ambiguous-name':
      return [subject.name, ...subject.identifiers];
    case 'link-conflict':
      return subject.keys;
    case 'quarantined-fact':
    case 'doubtful-column':
    case 'doubtful-row':
    case 'answer-feedback':
    case 'unread-part':
      return [];
    default:
      return assertNever(subject);
  }
}

function listed(keys: readonly Key[]): string {
  return keys.map((key) => key.text).join(', ');
}
