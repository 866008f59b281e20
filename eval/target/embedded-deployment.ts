import { basename } from 'node:path';
import { assessClaims } from '../../answering/index.ts';
import { type Application, askQuestion, listDocuments, openChecking, searchPassages } from '../../app/index.ts';
import type { Caller } from '../../kernel/index.ts';
import type { Deployment } from './deployment.ts';

/** The product in this process, on an application that is open. */
export function embeddedDeployment(application: Application, caller: Caller): Deployment {
  return {
    ask: (question, signal) => askQuestion(application, caller, { question }, signal),
    search: async (query, k, signal) => (await searchPassages(application, caller, { query, k }, signal)).hits,
    verify: async (request, signal) => (await assessClaims(openChecking(application.config), request, signal)).claims,
    fileNames: async () => {
      const documents = await listDocuments(application, caller);
      // The uri of what was uploaded need not name a file.
      return new Map(
        documents.map(({ document, versions: [newest] }) => [String(document.id), basename(newest?.fileName ?? document.uri)]),
      );
    },
  };
}
