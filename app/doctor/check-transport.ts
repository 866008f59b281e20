import { DOCTOR_WORDS } from '../../ontology/index.ts';
import { isLoopback } from '../callers/is-loopback.ts';
import type { Config } from '../config.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.transport;

/** Whether what is said on the way to a service can be read there. Its own TLS it has none: a proxy in front that has some is named in `hosts`. */
export function checkTransport({ host, hosts }: Pick<Config, 'host' | 'hosts'>): DoctorLine {
  if (isLoopback(host)) return well('transport', WORDS.local);
  if (hosts.length > 0) return well('transport', WORDS.named(hosts.join(', ')));
  return ill('transport', 'warn', WORDS.plain(host), WORDS.proxy);
}
