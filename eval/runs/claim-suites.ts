import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assessClaims, type Verification } from '../../answering/index.ts';
import { openChecking, packageFile } from '../../app/index.ts';
import { languageOf, sha256 } from '../../kernel/index.ts';
import { openClaimSources } from '../accuracy/claims/claim-sources.ts';
import { readClaimCases } from '../accuracy/claims/read-claim-cases.ts';
import { runClaimsSuite } from '../accuracy/claims/run-claims-suite.ts';
import { readLabelledClaims } from '../accuracy/grounding/read-labelled-claims.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { flagValues } from '../scoring/flag-values.ts';
import { DETECTOR_METRICS } from '../scoring/score-metrics.ts';
import type { Deployment } from '../target/deployment.ts';

type Judged = Verification['claims'][number];

export const CLAIM_TITLES = {
  claims: { zh: '自写论断（流畅改写）', en: 'claims of ours in fluent words' },
  detector: { zh: '公开论断集', en: 'public sets of labelled claims' },
};

/** Our own fluent claims over the public documents. */
export async function claimsSuite(dataFolder: string, seed: number, signal: AbortSignal): Promise<SuiteRecord> {
  const folder = packageFile('datasets', 'claims');
  const judged = await runClaimsSuite(await readClaimCases(folder, 'development'), openClaimSources(dataFolder, signal), signal);
  const corpus = sha256(await readFile(join(folder, 'development.jsonl')));
  const cases = judged.map(({ claim, judged: said }) =>
    claimCase(
      { id: claim.id, form: claim.label, language: claim.language, text: claim.claim, isSupported: claim.label === 'supported' },
      said,
    ),
  );
  return makeSuiteRecord(
    { suite: 'claims', title: CLAIM_TITLES.claims, corpus, scoresAre: 'chances', metrics: DETECTOR_METRICS, cases },
    seed,
  );
}

/** Claims of others that people labelled: WiCE and BEGIN. The weights of the gate were learnt from them, so it says more of what changed than of what holds. @param verify of a running service, else by this program. */
export async function detectorSuite(
  folder: string,
  seed: number,
  signal: AbortSignal,
  verify: Deployment['verify'] = verifyHere(),
): Promise<SuiteRecord> {
  const claims = await readLabelledClaims(folder);
  const cases: CaseRecord[] = [];
  for (const [at, { set, claim, source, isSupported }] of claims.entries()) {
    const request = { claims: [{ text: claim }], sources: [{ id: '1', text: source }], strictness: 'balanced' } as const;
    const [said] = await verify(request, signal);
    const id = `${set}-${String(at + 1).padStart(5, '0')}`;
    if (said !== undefined) cases.push(claimCase({ id, form: set, language: languageOf(claim), text: claim, isSupported }, said));
  }
  const corpus = sha256(claims.map(({ claim, source }) => `${claim}\n${source}`).join('\n'));
  return makeSuiteRecord(
    { suite: 'detector', title: CLAIM_TITLES.detector, corpus, scoresAre: 'chances', metrics: DETECTOR_METRICS, cases },
    seed,
  );
}

/** By this program itself, with the settings of a release. */
function verifyHere(): Deployment['verify'] {
  const checking = openChecking();
  return async (request, signal) => (await assessClaims(checking, request, signal)).claims;
}

interface Labelled extends Pick<CaseRecord, 'id' | 'form' | 'language'> {
  readonly text: string;
  readonly isSupported: boolean;
}

function claimCase({ id, form, language, text, isSupported }: Labelled, { verdict, score, checks }: Judged): CaseRecord {
  const isFlagged = verdict !== 'supported' && verdict !== 'not-checked';
  return {
    id,
    form,
    language,
    outcome: verdict,
    isGood: isFlagged !== isSupported,
    values: flagValues(isFlagged, isSupported),
    scored: { score, isSupported, isAccepted: !isFlagged },
    shown: {
      answer: text,
      expected: isSupported ? 'supported' : 'not supported',
      evidence: [],
      claims: [
        {
          text,
          verdict,
          score,
          reasons: checks.filter(({ outcome }) => outcome !== 'passed').map(({ name, detail }) => `${name}: ${detail}`),
        },
      ],
      notes: [],
    },
  };
}
