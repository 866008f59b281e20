import type { Service } from '../../app/index.ts';
import { type Caller, toFaultlineError } from '../../kernel/index.ts';

/** A thread that does not come to a call within this time answers nobody. */
const PATIENCE_MILLISECONDS = 2_000;

interface ReadinessCheck {
  readonly name: string;
  readonly ok: boolean;
  /** Why not. */
  readonly detail?: string;
}

/** Asks a reader for the state of the stores and the writer for a sign of life; what fails is a line, never an error. */
export async function findReadiness(service: Service, caller: Caller, signal: AbortSignal): Promise<readonly ReadinessCheck[]> {
  const both = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLISECONDS)]);
  const readers = service.threads().filter(({ role }) => role === 'reader');
  const [health, writer] = await Promise.allSettled([
    service.checkHealth(caller, undefined, both),
    service.answerWriter(caller, undefined, both),
  ]);
  const isUp = readers.length === 0 || readers.some((reader) => reader.isUp);
  return [
    health.status === 'fulfilled' ? { name: 'stores', ok: true } : { name: 'stores', ok: false, detail: reasonOf(health.reason) },
    isUp ? { name: 'readers', ok: true } : { name: 'readers', ok: false, detail: 'No reader thread takes calls.' },
    writer.status === 'fulfilled' ? { name: 'worker', ok: true } : { name: 'worker', ok: false, detail: reasonOf(writer.reason) },
    ...(health.status === 'fulfilled' ? health.value.map(({ name, ok }) => ({ name, ok })) : []),
  ];
}

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return `No answer within ${PATIENCE_MILLISECONDS} ms.`;
  return toFaultlineError(error).message;
}
