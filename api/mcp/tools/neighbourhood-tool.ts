import { z } from 'zod';
import { PREDICATES } from '../../../kernel/index.ts';
import { neighbourhoodSchema } from '../../contract/entity.ts';
import { defineTool } from '../tool.ts';

export const neighbourhoodTool = defineTool({
  name: 'neighbourhood',
  title: 'What is known around a thing',
  description:
    'Facts that join a thing to others (what it is part of, causes, remedies, what feeds it …), each with its evidence: document, revision, quote and place. `of` is an id or a whole tag, code or name in Chinese or English, as `entity` gives them.',
  input: z.strictObject({
    of: z.string().trim().min(1).max(200),
    depth: z.int().min(1).max(4).default(1).meta({ description: 'Facts away from the thing' }),
    predicates: z.array(z.enum(PREDICATES)).min(1).optional().meta({ description: 'Only facts of these kinds' }),
    group: z
      .int()
      .min(1)
      .max(500)
      .default(20)
      .meta({ description: 'Facts kept of one thing, predicate and direction; the others are counted' }),
  }),
  output: neighbourhoodSchema,
  async run({ service, caller, signal }, { predicates, ...asked }) {
    const request = { ...asked, ...(predicates === undefined ? {} : { predicates }) };
    return { data: await service.getNeighbourhood(caller, request, signal) };
  },
});
