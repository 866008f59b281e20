import type { Diagnosis, DiagnosisRequest } from '../contract.ts';
import { saveFile } from './save-file.ts';
import { sendRequest } from './send-request.ts';

const SHORT = 12;

/** Has the service write the report of a diagnosis, and the browser save it. @throws RequestFailure. */
export async function saveDiagnosis(request: DiagnosisRequest, { aigc }: Diagnosis): Promise<void> {
  const response = await sendRequest('/v1/diagnoses', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/markdown' },
    body: JSON.stringify(request),
  });
  saveFile(await response.blob(), `diagnosis-${aigc.ProduceID.slice(0, SHORT)}.md`);
}
