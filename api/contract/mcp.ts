import { z } from 'zod';

export const mcpMessageSchema = z
  .looseObject({
    jsonrpc: z.literal('2.0'),
    id: z
      .union([z.string(), z.int(), z.null()])
      .optional()
      .meta({ examples: [1] }),
    method: z
      .string()
      .optional()
      .meta({ examples: ['tools/list'] }),
    params: z.looseObject({}).optional(),
  })
  .meta({ id: 'McpMessage', description: 'One message of the Model Context Protocol, which is one of JSON-RPC 2.0' });
