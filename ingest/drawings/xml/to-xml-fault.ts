import type { FaultlineError } from '../../../kernel/index.ts';
import type { ReadFault } from '../../parser/read-fault.ts';

/** Why a drawing of XML was not read to its end, of which something is kept; nothing where it was. */
export function toXmlFault(fault: FaultlineError | undefined): { readonly fault?: ReadFault } {
  if (fault === undefined) return {};
  return { fault: { outcome: fault.code === 'limit-exceeded' ? 'limit-exceeded' : 'partial', reason: fault.message } };
}
