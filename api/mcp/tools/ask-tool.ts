import { converse } from '../../../app/index.ts';
import { answerRequestSchema, answerSchema } from '../../contract/answer.ts';
import { defineTool } from '../tool.ts';

export const askTool = defineTool({
  name: 'ask',
  title: 'Answer a question',
  description:
    'Answers a question in Chinese or English from the documents alone. Each claim has a verdict and cites document, revision and place. Give `safety` with the claims, and quote claims as they are: `decision` "nearest" is no answer, "abstained" says in `missing` why there is none.',
  input: answerRequestSchema,
  output: answerSchema,
  async run({ service, caller, signal }, { asOf, ...request }) {
    return { data: await converse(service, { ...caller, ...(asOf === undefined ? {} : { asOf }) }, request, signal) };
  },
});
