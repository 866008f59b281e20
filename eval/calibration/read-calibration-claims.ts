import { readFile } from 'node:fs/promises';
import { FaultlineError, sha256 } from '../../kernel/index.ts';
import type { AnswerRow } from '../scoring/answer-row.ts';
import { readAnswerSet, type SaidFields } from '../scoring/read-answer-set.ts';

/** A claim of a user's own, whose label says whether its sources support it. */
export interface CalibrationClaim {
  /** Where it stands in its file. */
  readonly place: string;
  readonly claim: string;
  readonly sources: readonly string[];
  readonly isSupported: boolean;
}

export interface CalibrationClaims {
  /** SHA-256 of the file. */
  readonly data: string;
  readonly claims: readonly CalibrationClaim[];
}

/** Fewer teach nothing that holds for the next claim; fewer of one label leave a fold without it. */
const LEAST_CLAIMS = 100;
const LEAST_OF_LABEL = 10;
const MOST_SAID = 5;

/**
 * Reads labelled claims (claim, sources, label; columns of other names by `said`) of CSV, TSV, JSON or JSON Lines.
 * @throws FaultlineError `invalid-request`: too few claims, one label alone, or rows that are broken, which are named.
 */
export async function readCalibrationClaims(path: string, said: SaidFields = {}): Promise<CalibrationClaims> {
  const { rows, problems } = await readAnswerSet(path, said);
  const unlabelled = rows.filter(({ isSupported }) => isSupported === undefined);
  // A label that is no yes or no is among the problems already.
  const broken = [...problems, ...unlabelled.filter(({ place }) => !problems.some((one) => one.startsWith(`${place}:`))).map(noLabel)];
  if (broken.length > 0) {
    const named = broken.slice(0, MOST_SAID).join('\n');
    throw new FaultlineError('invalid-request', `Correct or delete these ${broken.length} rows of "${path}", and run it again:\n${named}`);
  }
  const claims = rows.map(({ place, answer, contexts, isSupported }) => ({
    place,
    claim: answer,
    sources: contexts,
    isSupported: isSupported === true,
  }));
  refuseTooFew(path, claims);
  return { data: sha256(await readFile(path)), claims };
}

function noLabel({ place }: AnswerRow): string {
  return `${place}: has no label; say supported or unsupported (yes or no, 1 or 0, 是 or 否)`;
}

function refuseTooFew(path: string, claims: readonly CalibrationClaim[]): void {
  const supported = claims.filter(({ isSupported }) => isSupported).length;
  const said = `"${path}" has ${claims.length} claims, ${supported} of them supported`;
  if (claims.length < LEAST_CLAIMS)
    throw new FaultlineError('invalid-request', `${said}: label at least ${LEAST_CLAIMS}, of both kinds, as your answers have them.`);
  if (Math.min(supported, claims.length - supported) < LEAST_OF_LABEL)
    throw new FaultlineError(
      'invalid-request',
      `${said}: label at least ${LEAST_OF_LABEL} that are supported and ${LEAST_OF_LABEL} that are not.`,
    );
}
