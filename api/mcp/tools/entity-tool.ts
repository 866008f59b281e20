import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';
import { entityDetailSchema, entityListSchema } from '../../contract/entity.ts';
import { presentKeys } from '../../contract/present-keys.ts';
import { defineTool, type ToolContext } from '../tool.ts';

/** Things of a like name that are told of where nothing goes by the whole name. */
const SIMILAR = 10;

export const entityTool = defineTool({
  name: 'entity',
  title: 'Look up a thing',
  description:
    'What the documents say of a thing (equipment, part, alarm, procedure …) by its id or its whole tag, code or name in Chinese or English: all its names, its specifications with their evidence, and how many facts join it to other things. Where nothing goes by that name, `similar` lists things whose names hold it.',
  input: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  output: z.object({
    entities: z.array(entityDetailSchema).readonly(),
    similar: entityListSchema.shape.entities.optional(),
  }),
  async run(context, { name }) {
    const entities = await named(context, name);
    if (entities.length > 0) return { data: { entities: entities.map(presentKeys) } };
    const { service, caller, signal } = context;
    const similar = await service.findEntities(caller, { text: name, limit: SIMILAR }, signal);
    return { data: { entities: [], similar: similar.entities.map(presentKeys) } };
  },
});

async function named({ service, caller, signal }: ToolContext, name: string) {
  try {
    return await service.getEntities(caller, name, signal);
  } catch (error) {
    if (error instanceof FaultlineError && error.code === 'not-found') return [];
    throw error;
  }
}
