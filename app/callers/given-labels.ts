import { type Caller, FaultlineError, holdsLabels, mayDo, readLabels } from '../../kernel/index.ts';

/**
 * Labels as they are given to somebody else: nobody gives more than they may do and read.
 * @throws FaultlineError `forbidden`, `invalid-request` for what is no label.
 */
export function givenLabels(caller: Caller, labels: Caller['labels']): Caller['labels'] {
  const held = labels === 'all' ? labels : readLabels(labels);
  const isWithin = held === 'all' ? caller.labels === 'all' : holdsLabels(caller.labels, held);
  if (mayDo(caller.role, 'administer') && isWithin) return held;
  throw new FaultlineError('forbidden', 'Only labels that you hold can be given to others.');
}
