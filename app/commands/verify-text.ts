import { type Assessment, type AssessRequest, assessClaims } from '../../answering/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { readCalibration } from '../calibration/read-calibration.ts';
import type { Config } from '../config.ts';
import type { PaidAdviser } from '../language-model/make-adviser.ts';
import { openAdviser } from '../language-model/open-adviser.ts';
import { type ModelPrice, readPrice } from '../language-model/read-prices.ts';
import { startSpending } from '../language-model/start-spending.ts';
import { type Checking, openChecking } from '../open-checking.ts';

/** `calibration`: by which one of the site's own the scores were moved; absent: they are those of the release. */
type VerifiedText = Assessment & { readonly calibration?: string };

type Settings = Pick<Config, 'tagPatterns' | 'crossEncoder' | 'home' | 'calibration' | 'chatBudget'>;
type Models = Pick<Application, 'phraseEmbedder' | 'crossEncoder' | 'adviser' | 'modelPrice'>;

/** Holds claims, or an answer split into claims, against the sources given with them; needs neither documents nor caller. */
export async function verifyText(
  { config, phraseEmbedder: embedder, crossEncoder, adviser, modelPrice }: { readonly config: Settings } & Models,
  _: unknown,
  request: AssessRequest,
  signal: AbortSignal,
): Promise<VerifiedText> {
  const checking = { embedder, grammar: siteGrammar(config.tagPatterns), ...(crossEncoder === undefined ? {} : { crossEncoder }) };
  return assess({ ...checking, ...paid(adviser, modelPrice, config.chatBudget) }, config, request, signal);
}

/** The same where no store is opened. */
export function verifyTextAlone(config: Config, request: AssessRequest, signal: AbortSignal): Promise<VerifiedText> {
  const { chatPrices, chatModel, chatBudget } = config;
  const price = chatPrices === undefined || chatModel === undefined ? undefined : readPrice(chatPrices, chatModel);
  return assess({ ...openChecking(config), ...paid(openAdviser(config), price, chatBudget) }, config, request, signal);
}

function paid(adviser: PaidAdviser | undefined, price: ModelPrice | undefined, budget: number | undefined): Pick<Checking, 'adviser'> {
  if (adviser === undefined) return {};
  return { adviser: price === undefined ? adviser : adviser.within(startSpending(price, budget)) };
}

async function assess(checking: Checking, config: Settings, request: AssessRequest, signal: AbortSignal): Promise<VerifiedText> {
  const read = await readCalibration(config);
  if (read.kind !== 'used') return assessClaims(checking, request, signal);
  return { ...(await assessClaims({ ...checking, calibration: read.calibration }, request, signal)), calibration: read.id };
}
