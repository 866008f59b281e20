import { toFaultlineError } from '../../kernel/index.ts';
import { asIs, DOCTOR_WORDS } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { openLanguageModel } from '../language-model/open-language-model.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.model;
const PROMPT = { task: 'Reply with one word.', content: 'Is water wet? Yes or No.' };

/** Whether the language model that the settings name answers, how fast, and whether it tells likelihoods; no line where there is none. */
export async function checkLanguageModel({ config, clock }: Pick<Application, 'config' | 'clock'>): Promise<readonly DoctorLine[]> {
  const title = 'language model';
  const model = openLanguageModel(config);
  if (model === undefined) return [];
  try {
    const began = clock.now();
    const shares = await model.choose(PROMPT, ['Yes', 'No'], AbortSignal.timeout(config.chatMilliseconds));
    const taken = clock.now() - began;
    if (shares === undefined) {
      return [ill(title, 'warn', WORDS.useless(model.model), WORDS.another)];
    }
    if (shares.some((share) => share === 1)) {
      return [ill(title, 'warn', WORDS.unsure(model.model, taken), WORDS.prefer)];
    }
    return [well(title, WORDS.answers(model.model, taken))];
  } catch (error) {
    return [ill(title, 'warn', asIs(toFaultlineError(error).message), WORDS.without)];
  }
}
