import type { Caller } from '../kernel/index.ts';
import type { Config } from './config.ts';

/** The caller that the configuration names: of the command line, and of a service that lets anyone in. */
export function configuredCaller({ tenant, labels }: Config): Caller {
  return { tenant, labels, role: 'admin', actor: 'local' };
}
