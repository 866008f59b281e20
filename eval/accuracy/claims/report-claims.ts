import { auroc, balancedAccuracy, calibrationError } from '../../metrics/detector-metrics.ts';
import { printTable } from '../../print-table.ts';
import { CLAIM_LABELS, type ClaimLabel } from './claim-case.ts';
import type { JudgedClaim } from './run-claims-suite.ts';

const EVEN = 0.5;
const BINS = 10;
const DIGITS = 3;

interface ClaimsRow {
  readonly language: 'all' | 'zh' | 'en';
  readonly claims: number;
  readonly auroc?: number;
  /** By the score at even odds, and by the verdict. */
  readonly byScore?: number;
  readonly byVerdict?: number;
  readonly calibrationError?: number;
  /** Of what is not supported in truth, how well what is contradicted is told from what is not said: mean of both shares. */
  readonly contradictedTold?: number;
}

interface ClaimsReport {
  readonly rows: readonly ClaimsRow[];
  /** How many of a label got a verdict. */
  readonly verdicts: Readonly<Record<ClaimLabel, Readonly<Record<string, number>>>>;
}

/** What the gate says of claims, against what people said of them. */
export function reportClaims(judged: readonly JudgedClaim[]): ClaimsReport {
  const rows = (['all', 'zh', 'en'] as const).map((language) =>
    rowOf(
      language,
      judged.filter(({ claim }) => language === 'all' || claim.language === language),
    ),
  );
  const verdictsOf = (label: ClaimLabel) => {
    const counts: Record<string, number> = {};
    for (const one of judged) if (one.claim.label === label) counts[one.judged.verdict] = (counts[one.judged.verdict] ?? 0) + 1;
    return counts;
  };
  return {
    rows,
    verdicts: { supported: verdictsOf('supported'), contradicted: verdictsOf('contradicted'), unsupported: verdictsOf('unsupported') },
  };
}

function rowOf(language: ClaimsRow['language'], own: readonly JudgedClaim[]): ClaimsRow {
  const isSupported = ({ claim }: JudgedClaim) => claim.label === 'supported';
  const scored = own.map((one) => ({ score: one.judged.score, isSupported: isSupported(one) }));
  const ruled = own.map((one) => ({ score: Number(one.judged.verdict === 'supported'), isSupported: isSupported(one) }));
  const told = own
    .filter((one) => !isSupported(one))
    .map(({ claim, judged }) => ({ score: Number(judged.verdict === 'contradicted'), isSupported: claim.label === 'contradicted' }));
  const figures = {
    auroc: auroc(scored),
    byScore: balancedAccuracy(scored, EVEN),
    byVerdict: balancedAccuracy(ruled, EVEN),
    calibrationError: calibrationError(scored, BINS),
    contradictedTold: balancedAccuracy(told, EVEN),
  };
  return { language, claims: own.length, ...Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)) };
}

/** In words; a figure that does not apply is left empty. */
export function printClaims({ rows, verdicts }: ClaimsReport): string {
  const figure = (value: number | undefined) => (value === undefined ? '' : value.toFixed(DIGITS));
  const header = ['language', 'claims', 'AUROC', 'balanced accuracy by score', 'by verdict', 'calibration error', 'contradicted told'];
  const table = rows.map((row) => [
    row.language,
    row.claims,
    figure(row.auroc),
    figure(row.byScore),
    figure(row.byVerdict),
    figure(row.calibrationError),
    figure(row.contradictedTold),
  ]);
  const names = [...new Set(CLAIM_LABELS.flatMap((label) => Object.keys(verdicts[label])))].sort();
  const given = CLAIM_LABELS.map((label) => [label, ...names.map((name) => verdicts[label][name] ?? 0)]);
  return `${printTable(header, table)}\n\n${printTable(['in truth', ...names], given)}\n`;
}

/** Each claim with its label, verdict, score and checks: to be read by people. */
export function printJudgedClaims(judged: readonly JudgedClaim[]): string {
  const pages = judged.map(({ claim, judged: { verdict, score, checks } }) =>
    [
      `## ${claim.id}: ${claim.label}, judged ${verdict} (${score.toFixed(2)})`,
      claim.question,
      `> ${claim.claim}`,
      `How: ${claim.how}`,
      ...checks.map(({ name, outcome, detail }) => `- ${name} ${outcome}: ${detail}`),
    ].join('\n'),
  );
  return `${pages.join('\n\n')}\n`;
}
