import { type Caller, FaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { checkServers } from '../doctor/check-servers.ts';
import { checkState } from '../doctor/check-state.ts';
import type { DoctorLine } from '../doctor/doctor-line.ts';

/**
 * What the doctor can see of a service that runs: its servers, and what waits or is lost. Counts tell of hidden documents, so it is
 * for a caller who may read everything.
 * @throws FaultlineError `forbidden`.
 */
export async function examineStores(
  application: Application,
  { labels }: Caller,
  _: undefined,
  signal: AbortSignal,
): Promise<readonly DoctorLine[]> {
  if (labels !== 'all') throw new FaultlineError('forbidden', 'Only a caller who may read everything may see how the stores are.');
  return [...(await checkServers(application, application.config.storeMilliseconds)), ...(await checkState(application, signal))];
}
