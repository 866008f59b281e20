import type { Diagnosis, DiagnosisRequest } from '../contract.ts';
import { postJson } from './post-json.ts';

/** The diagnosis of a fault after what was seen so far. @throws RequestFailure. */
export function diagnoseFault(request: DiagnosisRequest, signal: AbortSignal): Promise<Diagnosis> {
  return postJson('/v1/diagnoses', request, signal);
}
