import { type Assessment, type AssessRequest, assessClaims } from '../../answering/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { readCalibration } from '../calibration/read-calibration.ts';
import type { Config } from '../config.ts';
import { type Checking, openChecking } from '../open-checking.ts';

/** `calibration`: by which one of the site's own the scores were moved; absent: they are those of the release. */
type VerifiedText = Assessment & { readonly calibration?: string };

type Settings = Pick<Config, 'tagPatterns' | 'crossEncoder' | 'home' | 'calibration'>;

/** Holds claims, or an answer split into claims, against the sources given with them; needs neither documents nor caller. */
export async function verifyText(
  { config, phraseEmbedder: embedder, crossEncoder }: { readonly config: Settings } & Pick<Application, 'phraseEmbedder' | 'crossEncoder'>,
  _: unknown,
  request: AssessRequest,
  signal: AbortSignal,
): Promise<VerifiedText> {
  const grammar = siteGrammar(config.tagPatterns);
  return assess({ embedder, grammar, ...(crossEncoder === undefined ? {} : { crossEncoder }) }, config, request, signal);
}

/** The same where no store is opened. */
export function verifyTextAlone(config: Settings, request: AssessRequest, signal: AbortSignal): Promise<VerifiedText> {
  return assess(openChecking(config), config, request, signal);
}

async function assess(checking: Checking, config: Settings, request: AssessRequest, signal: AbortSignal): Promise<VerifiedText> {
  const read = await readCalibration(config);
  if (read.kind !== 'used') return assessClaims(checking, request, signal);
  return { ...(await assessClaims({ ...checking, calibration: read.calibration }, request, signal)), calibration: read.id };
}
