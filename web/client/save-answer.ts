import type { Answer, AnswerFileRequest } from '../contract.ts';
import { saveFile } from './save-file.ts';
import { sendRequest } from './send-request.ts';

const ENDINGS = { markdown: 'md', json: 'json' } as const;
const SHORT = 12;

/** Has the service write an answer that it gave as a file, and the browser save it. @throws RequestFailure. */
export async function saveAnswer(
  question: string,
  { content, digest }: Answer,
  form: AnswerFileRequest['form'] = 'markdown',
): Promise<void> {
  const understood = content.resolution === undefined ? {} : { understood: content.resolution.question };
  const request = { question, ...understood, digest, content, form };
  const response = await sendRequest('/v1/answers/file', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  saveFile(await response.blob(), `answer-${digest.slice(0, SHORT)}.${ENDINGS[form]}`);
}
