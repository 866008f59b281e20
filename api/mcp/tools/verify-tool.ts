import { limitVerification } from '../../contract/limit-verification.ts';
import { verifyAnswerSchema, verifyRequestSchema } from '../../contract/verify.ts';
import { defineTool } from '../tool.ts';

export const verifyTool = defineTool({
  name: 'verify',
  title: 'Check claims against sources',
  description:
    'Holds claims, or an answer split into claims, against texts given with them, in Chinese or English: a verdict and the checks for each claim, and warnings of the sources that no claim passes on. Give either `answer` or `claims`.',
  input: verifyRequestSchema,
  output: verifyAnswerSchema,
  async run({ service, caller, signal }, request) {
    limitVerification(request);
    return { data: await service.verifyText(caller, request, signal) };
  },
});
