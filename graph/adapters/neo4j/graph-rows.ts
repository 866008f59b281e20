import { z } from 'zod';
import { NODE_KINDS, PREDICATES } from '../../../kernel/index.ts';
import type { Edge, GraphNode } from '../../graph-store.ts';

const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

/** An edge as a query gives it. */
export const EDGE_ROW = z.object({
  fact: text<Edge['fact']>(),
  from: text<Edge['from']>(),
  to: text<Edge['to']>(),
  predicate: z.enum(PREDICATES),
  versionId: text<Edge['versionId']>(),
  labelSet: text<Edge['labelSet']>(),
  n: z.number().int().positive(),
});

/** A key's node as a query gives it. */
export const NODE_ROW = z.object({
  key: text<GraphNode['key']>(),
  entity: text<GraphNode['entity']>(),
  type: z.enum(NODE_KINDS),
  names: z.array(z.string()),
});
