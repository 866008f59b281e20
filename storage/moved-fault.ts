import { FaultlineError } from '../kernel/index.ts';

/** What a write is told in a database whose content now lives somewhere else. */
export function movedFault(place: string, cause: unknown): FaultlineError {
  return new FaultlineError(
    'store-moved',
    `The ledger was moved to ${place}, and this process still works on the old one: start it with the settings of the new one, or take the move back with \`faultline migrate-stores --undo\`.`,
    { cause },
  );
}
