import { type LanguageModel, toFaultlineError } from '../../kernel/index.ts';
import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { openLanguageModels } from '../language-model/open-language-models.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.model;
const PROMPT = { task: 'Reply with one word.', content: 'Is water wet? Yes or No.' };

/** Whether the language models that the settings name answer, how fast, and whether they tell likelihoods; no line where there is none. */
export async function checkLanguageModel(application: Pick<Application, 'config' | 'clock'>): Promise<readonly DoctorLine[]> {
  const models = openLanguageModels(application.config);
  if (models === undefined) return [];
  const lines: DoctorLine[] = [];
  for (const model of new Set([models.words, models.reads])) lines.push(await lineOf(model, application));
  return lines;
}

async function lineOf(model: LanguageModel, { config, clock }: Pick<Application, 'config' | 'clock'>): Promise<DoctorLine> {
  const title = 'language model';
  try {
    const began = clock.now();
    const shares = await model.choose(PROMPT, ['Yes', 'No'], AbortSignal.timeout(config.chatMilliseconds));
    const taken = clock.now() - began;
    if (shares === undefined) {
      return ill(title, 'warn', WORDS.useless(model.model), WORDS.another);
    }
    if (shares.some((share) => share === 1)) {
      return ill(title, 'warn', WORDS.unsure(model.model, taken), WORDS.prefer);
    }
    return well(title, WORDS.answers(model.model, taken));
  } catch (error) {
    return ill(title, 'warn', asIs(toFaultlineError(error).message), WORDS.without);
  }
}
