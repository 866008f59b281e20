import type { Diagnosis, DiagnosisRequest } from '../contract.ts';
import { sendRequest } from './send-request.ts';

/** The diagnosis of a fault after what was seen so far. @throws RequestFailure. */
export async function diagnoseFault(request: DiagnosisRequest, signal: AbortSignal): Promise<Diagnosis> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request), signal };
  return (await (await sendRequest('/v1/diagnoses', init)).json()) as Diagnosis;
}
