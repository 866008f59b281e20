import { z } from 'zod';
import { type Caller, ROLES, type Role } from '../../kernel/index.ts';
import { readJson, readShape } from '../rows/stored-shapes.ts';

const labelsShape = z.union([z.literal('all'), z.array(z.string())]);

/** What a caller may do and read, as it is kept beside whatever makes it known; `kind` names that in a fault. */
export function readRights(role: string, labelsJson: string, kind: string): { readonly role: Role; readonly labels: Caller['labels'] } {
  return { role: readShape(z.enum(ROLES), role, kind), labels: readJson(labelsShape, labelsJson, kind) };
}
