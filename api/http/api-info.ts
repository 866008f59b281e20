import { PROGRAM_VERSION } from '../../app/index.ts';

/** What the description of the API says of it as a whole. */
export const API_INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Faultline',
    version: PROGRAM_VERSION,
    description:
      "Answers from a plant's own documents, each sentence traced to document, revision, page and box. A request whose head (address and headers) is larger than 16 KiB is ended by the connection with 431, whatever its operation.",
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
};
