import type { ColumnRole } from '../../kernel/index.ts';
import { HEADER_ROLES } from '../vocabularies/column-headers.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Whether a header as a whole is a known name of a role. */
export function isRoleName(header: string, role: ColumnRole): boolean {
  return HEADER_ROLES.get(normaliseHeader(header).text) === role;
}
