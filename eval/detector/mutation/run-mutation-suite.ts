import { type AssessRequest, assessClaims } from '../../../answering/index.ts';
import { openChecking } from '../../../app/index.ts';
import { createRandom } from '../../../datasets/index.ts';
import { MEANING_CHANGES, MEANING_KEPT } from './edits.ts';
import { type Edit, type EditLanguage, PARTS, type Part, type SentenceStatement, type Statement, type Trial } from './statement.ts';

export interface MutationOptions {
  readonly seed: number;
  /** Trials of each kind, language and half, as far as there are statements that the edit fits. */
  readonly count: number;
  readonly strictness: NonNullable<AssessRequest['strictness']>;
  readonly kinds?: readonly string[];
}

/** How often an edit of one kind was judged rightly: noticed where it changes what is said, let through where it does not. */
export interface MutationRow {
  readonly kind: string;
  readonly changes: boolean;
  readonly part: Part;
  readonly language: EditLanguage;
  readonly trials: number;
  readonly right: number;
}

/** A trial of the development half that was judged wrongly. */
export interface WrongTrial {
  readonly kind: string;
  readonly changes: boolean;
  readonly language: EditLanguage;
  readonly file: string;
  readonly source: string;
  readonly claims: readonly string[];
  /** What the gate said of the claims. */
  readonly said: string;
}

export interface MutationReport {
  readonly seed: number;
  readonly strictness: MutationOptions['strictness'];
  readonly statements: number;
  readonly rows: readonly MutationRow[];
  readonly wrong: readonly WrongTrial[];
}

const LANGUAGES: readonly EditLanguage[] = ['zh', 'en'];

/** Edits statements by labelled rules and asks the gate about each. The same seed and statements give the same trials. */
export async function runMutationSuite(
  statements: readonly Statement[],
  options: MutationOptions,
  signal: AbortSignal,
): Promise<MutationReport> {
  const { seed, count, strictness, kinds } = options;
  const checking = openChecking();
  const rows: MutationRow[] = [];
  const wrong: WrongTrial[] = [];
  const edits = [
    ...Object.entries(MEANING_CHANGES).map(([kind, edit]) => ({ kind, edit, changes: true })),
    ...Object.entries(MEANING_KEPT).map(([kind, edit]) => ({ kind, edit, changes: false })),
  ].filter(({ kind }) => kinds === undefined || kinds.length === 0 || kinds.includes(kind));
  for (const { kind, edit, changes } of edits) {
    for (const language of LANGUAGES) {
      for (const part of PARTS) {
        const own = statements.filter((one) => one.language === language && one.part === part);
        let right = 0;
        const trials = drawTrials(own, edit, count, createRandom(seed, `${kind} ${language} ${part}`));
        for (const { statement, trial } of trials) {
          signal.throwIfAborted();
          const { claims, omittedWarnings } = await assessClaims(
            checking,
            { claims: trial.claims, sources: trial.sources, strictness },
            signal,
          );
          const faulty = claims.filter(({ verdict }) => verdict !== 'supported' && verdict !== 'not-checked');
          const isNoticed = trial.looksAt === 'omissions' ? omittedWarnings.length > 0 : faulty.length > 0;
          if (isNoticed === changes) right += 1;
          else if (part === 'development') wrong.push(wrongTrial(kind, changes, statement, trial, faulty.length === 0 ? claims : faulty));
        }
        rows.push({ kind, changes, part, language, trials: trials.length, right });
      }
    }
  }
  return { seed, strictness, statements: statements.length, rows, wrong };
}

function drawTrials(statements: readonly Statement[], edit: Edit, count: number, random: ReturnType<typeof createRandom>) {
  const sentences = statements.filter((one): one is SentenceStatement => one.kind === 'sentence');
  const trials: { readonly statement: Statement; readonly trial: Trial }[] = [];
  for (const [at, statement] of random.shuffle(statements).entries()) {
    if (trials.length >= count) break;
    const others = sentences.filter(({ file }) => file !== statement.file);
    const trial = edit(statement, { random: random.fork(String(at)), others });
    if (trial !== undefined) trials.push({ statement, trial });
  }
  return trials;
}

type Said = Awaited<ReturnType<typeof assessClaims>>['claims'];

function wrongTrial(kind: string, changes: boolean, statement: Statement, trial: Trial, claims: Said): WrongTrial {
  const checks = claims.flatMap(({ verdict, checks }) => [
    verdict,
    ...checks.filter(({ outcome }) => outcome !== 'passed').map(({ name, detail }) => `${name}: ${detail}`),
  ]);
  return {
    kind,
    changes,
    language: statement.language,
    file: statement.file,
    source: statement.kind === 'sentence' ? statement.text : statement.sources[0].text,
    claims: trial.claims.map(({ text }) => text),
    said: [...new Set(checks)].join('; '),
  };
}
