import { z } from 'zod';

export const boxSchema = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }).meta({
  id: 'Box',
  description: 'Rectangle in PDF points, origin top left, after page rotation',
});

export const rowAnchorSchema = z.object({
  kind: z.literal('row'),
  sheet: z.string(),
  row: z.int(),
  column: z.string().optional(),
  line: z.int().optional(),
});

export const anchorSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('page'), page: z.int().min(1), boxes: z.array(boxSchema).readonly() }),
    z.object({
      kind: z.literal('block'),
      path: z.string(),
      start: z.int(),
      end: z.int(),
      picture: z
        .object({ number: z.int().min(1), boxes: z.array(boxSchema).readonly() })
        .optional()
        .meta({
          description:
            'of what was recognised in a picture of the document: which picture, from 1, and the places in it, in points from its top left',
        }),
    }),
    rowAnchorSchema,
    z.object({ kind: z.literal('drawing'), layout: z.string(), entity: z.string(), box: boxSchema }),
  ])
  .meta({ id: 'Anchor', description: 'Where in a document something stands' });
