import type { Review, ShownDecision } from '../contract.ts';
import type { Speak } from '../languages/speak.ts';
import { wordsFor } from '../languages/words.ts';

/** What a review asks. */
export function describeReview(words: Speak, { subject }: Review): string {
  switch (subject.kind) {
    case 'ambiguous-name':
      return words('review.ambiguous-name', { name: subject.name.text, keys: listed(subject.identifiers) });
    case 'link-conflict':
      return words('review.link-conflict', { between: listed(subject.between), keys: listed(subject.keys) });
    case 'quarantined-fact':
      return words('review.quarantined-fact', { statement: subject.statement, cause: subject.cause });
    case 'doubtful-column':
      return words('review.doubtful-column', { column: subject.column });
    case 'doubtful-row':
      return words('review.doubtful-row', { cause: subject.cause });
    case 'unread-part':
      return words('review.unread-part', { title: subject.title });
    case 'answer-feedback':
      return subject.feedback.about === 'answer'
        ? words(`judged.${subject.feedback.verdict}`, { question: subject.feedback.question })
        : words(`judgedDiagnosis.${subject.feedback.verdict}`, { fault: subject.feedback.question });
    default:
      return subject satisfies never;
  }
}

/** How much a decision on it touches, in the unit that this is counted in. */
export function describeTouches(words: Speak, { subject, touches }: Review): string {
  switch (subject.kind) {
    case 'doubtful-column':
    case 'doubtful-row':
      return words('review.touches-rows', { count: touches });
    case 'ambiguous-name':
    case 'link-conflict':
    case 'quarantined-fact':
      return words('review.touches-places', { count: touches });
    case 'answer-feedback':
      return words('review.touches-answer');
    case 'unread-part':
      return words('review.touches-parts', { count: touches });
    default:
      return subject satisfies never;
  }
}

/** What a decision says; keys by the texts that reviews give them. */
export function describeDecision(words: Speak, decision: ShownDecision, reviews: readonly Review[]): string {
  const texts = new Map(reviews.flatMap(keysOf).map(({ id, text }) => [id, text]));
  switch (decision.kind) {
    case 'must-link':
    case 'cannot-link':
      return words(`decide.${decision.kind}`, { a: texts.get(decision.a) ?? decision.a, b: texts.get(decision.b) ?? decision.b });
    case 'accept-fact':
    case 'reject-fact':
      return words(`decide.${decision.kind}`);
    case 'correct-text':
      return words('decide.correct-text', { read: decision.read, text: decision.text });
    case 'correct-column':
      return decision.form === undefined
        ? describeColumn(words, decision)
        : words('decide.of-form', { said: describeColumn(words, decision) });
    case 'judge-answer':
      return words(`decide.${decision.outcome}`);
    case 'set-aside':
      return words('decide.set-aside');
    case 'undo':
      return words('decide.undo');
    default:
      return decision satisfies never;
  }
}

/** What a person said of a column, each aspect by itself. */
function describeColumn(words: Speak, decision: Extract<ShownDecision, { kind: 'correct-column' }>): string {
  const { column, role, unit, decimal, codes } = decision;
  const listedCodes = Object.entries(codes ?? {}).map(([code, text]) => `${code} = ${text}`);
  return [
    role === undefined ? [] : [describeRole(words, column, role)],
    unit === undefined ? [] : [words('decide.column-unit', { column, unit })],
    decimal === undefined ? [] : [words('decide.column-decimal', { column, decimal })],
    codes === undefined ? [] : [words('decide.column-codes', { column, codes: listedCodes.join(', ') })],
  ]
    .flat()
    .join('; ');
}

function describeRole(words: Speak, column: string, role: string | null): string {
  return role === null
    ? words('decide.no-role', { column })
    : words('decide.correct-column', { column, role: wordsFor(words, 'role', role) });
}

function keysOf({ subject }: Review): readonly { readonly id: string; readonly text: string }[] {
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
      return subject satisfies never;
  }
}

function listed(keys: readonly { readonly text: string }[]): string {
  return keys.map(({ text }) => text).join(', ');
}
