import type { Caller } from '../kernel/index.ts';
import type { Config } from './config.ts';

/** The caller that the configuration names: of the command line, and of HTTP until callers are told apart. */
export function configuredCaller({ tenant, labels }: Config): Caller {
  return { tenant, labels, actor: 'local' };
}
