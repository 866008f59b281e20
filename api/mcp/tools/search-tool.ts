import { searchAnswerSchema, searchRequestSchema } from '../../contract/search.ts';
import { defineTool } from '../tool.ts';

export const searchTool = defineTool({
  name: 'search',
  title: 'Find passages',
  description:
    'Passages of the documents that match a query best, in Chinese or English, each with document, revision and place (page and boxes, row, block or drawing). Passages are no answer: `ask` gives checked sentences.',
  input: searchRequestSchema,
  output: searchAnswerSchema,
  async run({ service, caller, signal }, { asOf, ...asked }) {
    return { data: await service.searchPassages({ ...caller, ...(asOf === undefined ? {} : { asOf }) }, asked, signal) };
  },
});
