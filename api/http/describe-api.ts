import { PROGRAM_VERSION } from '../../app/index.ts';
import type { HttpApp } from './http-app.ts';

/** Serves the description of all routes, made from the schemas that check them. */
export function describeApi(http: HttpApp): void {
  http.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Faultline',
      version: PROGRAM_VERSION,
      description: "Answers from a plant's own documents, each sentence traced to document, revision, page and box.",
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
  });
}
