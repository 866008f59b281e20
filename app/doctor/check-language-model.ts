import { toFaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { openLanguageModel } from '../language-model/open-language-model.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

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
      return [
        ill(title, 'warn', `${model.model} replies neither Yes nor No, so it is of no use`, 'name another one in FAULTLINE_CHAT_MODEL'),
      ];
    }
    if (shares.some((share) => share === 1)) {
      return [
        ill(
          title,
          'warn',
          `${model.model} answers in ${taken} ms and tells no likelihoods: each opinion counts as a sure one`,
          'prefer an endpoint that fills in `logprobs`',
        ),
      ];
    }
    return [well(title, `${model.model} answers in ${taken} ms`)];
  } catch (error) {
    return [ill(title, 'warn', toFaultlineError(error).message, 'questions are answered without it meanwhile')];
  }
}
