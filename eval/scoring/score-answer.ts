import { assessClaims, type Verification } from '../../answering/index.ts';
import type { Checking } from '../../app/index.ts';
import { languageOf } from '../../kernel/index.ts';
import { citationScores } from '../metrics/citation-scores.ts';
import { faithfulness } from '../metrics/faithfulness.ts';
import { contextPrecision, shareFound } from '../metrics/retrieval-scores.ts';
import type { CaseRecord } from '../report/run-record.ts';
import type { AnswerRow } from './answer-row.ts';
import { citedIndices } from './cited-indices.ts';
import { flagValues } from './flag-values.ts';

export interface Scoring extends Checking {
  /** As of `POST /v1/verify`: `balanced` for answers of others. */
  readonly strictness: 'strict' | 'balanced';
}

/** Splits an answer into claims, holds each against the contexts, and says what that comes to. */
export async function scoreAnswer(scoring: Scoring, row: AnswerRow, signal: AbortSignal): Promise<CaseRecord> {
  const verification = await verify(scoring, row, row.contexts, { answer: row.answer }, signal);
  const faithful = faithfulness(verification.claims.map(({ verdict }) => verdict));
  const checked = verification.claims.filter(({ verdict }) => verdict !== 'not-checked');
  const isFlagged = checked.some(({ verdict }) => verdict !== 'supported' && verdict !== 'miscited');
  const values: Record<string, number> = {
    ...(faithful === undefined
      ? {}
      : {
          faithfulness: faithful.faithful,
          contradicted: faithful.contradicted,
          unsupported: faithful.unsupported,
          'any-bad': Number(isFlagged),
          'omitted-warning': Number(verification.omittedWarnings.length > 0),
        }),
    ...(await citationValues(scoring, row, verification, signal)),
    ...(await referenceValues(scoring, row, signal)),
    ...(row.isSupported === undefined || checked.length === 0 ? {} : flagValues(isFlagged, row.isSupported)),
  };
  return {
    id: row.id,
    language: languageOf(row.answer),
    form: row.form ?? 'answer',
    outcome: verification.decision,
    isGood: !isFlagged,
    values,
    ...(row.isSupported === undefined || checked.length === 0
      ? {}
      : { scored: { score: Math.min(...checked.map(({ score }) => score)), isSupported: row.isSupported, isAccepted: !isFlagged } }),
    shown: shownOf(row, verification),
  };
}

function verify(
  { strictness, ...checking }: Scoring,
  row: AnswerRow,
  texts: readonly string[],
  what: { readonly answer: string } | { readonly claims: readonly { readonly text: string }[] },
  signal: AbortSignal,
): Promise<Verification> {
  const sources = texts.map((text, at) => ({ id: String(at + 1), text }));
  const question = row.question === undefined ? {} : { question: row.question };
  return assessClaims(checking, { ...what, sources, strictness, ...question }, signal);
}

/** Of answers that cite contexts by number; what no mark stands in cites nothing, which is not applicable. */
async function citationValues(
  scoring: Scoring,
  row: AnswerRow,
  { claims }: Verification,
  signal: AbortSignal,
): Promise<Readonly<Record<string, number>>> {
  if (citedIndices(row.answer).length === 0) return {};
  const sentences = claims
    .filter(({ verdict }) => verdict !== 'not-checked')
    .map(({ text }, at, all) => {
      // A mark may stand behind the full stop, so what follows up to the next claim belongs to this one.
      const cited = citedIndices(row.answer.slice(all[at]?.start ?? 0, all[at + 1]?.start ?? row.answer.length));
      return {
        cited: cited.flatMap((index) => row.contexts[index - 1] ?? []),
        isInRange: cited.every((index) => index >= 1 && index <= row.contexts.length),
        entails: async (texts: readonly string[]) =>
          (await verify(scoring, row, texts, { claims: [{ text }] }, signal)).decision === 'supported',
      };
    });
  const { recall, precision } = await citationScores(sentences);
  return {
    ...(recall === undefined ? {} : { 'citation-recall': recall }),
    ...(precision === undefined ? {} : { 'citation-precision': precision }),
  };
}

/** Of answers with a reference: which of its claims the contexts hold, which the answer does, and how far up contexts are that hold any. */
async function referenceValues(scoring: Scoring, row: AnswerRow, signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  if (row.reference === undefined) return {};
  const what = { answer: row.reference };
  const heldIn = async (texts: readonly string[]): Promise<readonly boolean[]> => {
    const { claims } = await verify(scoring, row, texts, what, signal);
    return claims.filter(({ verdict }) => verdict !== 'not-checked').map(({ verdict }) => verdict === 'supported');
  };
  const recall = shareFound(await heldIn(row.contexts));
  if (recall === undefined) return {};
  const isRelevant: boolean[] = [];
  for (const context of row.contexts) isRelevant.push((await heldIn([context])).some(Boolean));
  return {
    'context-recall': recall,
    'context-precision': contextPrecision(isRelevant) ?? 0,
    ...(row.answer.trim() === '' ? {} : { 'answer-coverage': shareFound(await heldIn([row.answer])) ?? 0 }),
  };
}

function shownOf(row: AnswerRow, { claims, omittedWarnings }: Verification): CaseRecord['shown'] {
  return {
    ...(row.question === undefined ? {} : { question: row.question }),
    answer: row.answer,
    ...(row.reference === undefined ? {} : { expected: row.reference }),
    evidence: row.contexts.map((text, at) => ({ source: String(at + 1), text })),
    claims: claims.map(({ text, verdict, score, checks }) => ({
      text,
      verdict,
      ...(verdict === 'not-checked' ? {} : { score }),
      reasons: checks.filter(({ outcome }) => outcome !== 'passed').map(({ name, detail }) => `${name}: ${detail}`),
    })),
    notes: [
      ...(row.isSupported === undefined ? [] : [`label: ${row.isSupported ? 'supported' : 'not supported'}`]),
      ...omittedWarnings.map(({ text, sourceId }) => `leaves out the warning of context ${sourceId}: ${text}`),
    ],
  };
}
