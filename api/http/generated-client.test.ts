import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openService, type TestService } from './test-support/open-service.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Within the checkout, so that what is made there finds its packages. */
const FOLDER = join(ROOT, '.cache', 'generated-client');

/** What an integrator writes: pages through the documents, asks, and reads a problem. */
const PROGRAM = `import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';

export async function tryApi(ask: (request: Request) => Promise<Response>, question: string) {
  const client = createClient<paths>({ baseUrl: 'http://localhost', fetch: ask });
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await client.GET('/v1/documents', { params: { query: { limit: 1, ...(cursor === undefined ? {} : { cursor }) } } });
    if (data === undefined) throw new Error('no documents');
    names.push(...data.documents.map(({ fileName }) => fileName));
    cursor = data.next;
  } while (cursor !== undefined);
  const { data: answer } = await client.POST('/v1/answers', { body: { question } });
  if (answer === undefined || typeof answer === 'string') throw new Error('no answer');
  const said = answer.content.claims.map(({ text, verdict }) => ({ text, verdict }));
  const { error } = await client.GET('/v1/documents/{id}', { params: { path: { id: 'doc_none' } } });
  return { names: names.sort(), said, code: error?.code };
}
`;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

async function faultsOf(name: string, text: string): Promise<readonly string[]> {
  const file = join(FOLDER, name);
  await writeFile(file, text);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], OPTIONS))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('pump.md', '# Pump P-301\n\nThe tightening torque of the casing bolts of P-301 is 48 N·m.\n');
  await service.ingest('风机.md', '# 风机 K-640\n\nK-640 地脚螺栓的拧紧力矩为 120 N·m。\n');
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, 'package.json'), '{ "type": "module" }\n');
  const description = new URL('docs/openapi.json', pathToFileURL(`${ROOT}/`));
  await writeFile(join(FOLDER, 'schema.d.ts'), astToString(await openapiTS(description)));
});
afterAll(() => service.close());

describe('a client in TypeScript that is generated from the description', () => {
  it('fits a program that asks and pages, and refuses one that misspells a field or passes over what may be missing', async () => {
    expect(await faultsOf('program.ts', PROGRAM)).toEqual([]);
    expect(await faultsOf('misspelt.ts', PROGRAM.replace('body: { question }', 'body: { qeustion: question }'))).toEqual([
      expect.stringContaining("'qeustion' does not exist"),
    ]);
    expect(await faultsOf('unchecked.ts', PROGRAM.replace('answer === undefined || ', ''))).toEqual([expect.stringContaining('undefined')]);
  });

  it.each([
    ['What is the tightening torque of the casing bolts of P-301?', '48 N·m'],
    ['K-640 地脚螺栓的拧紧力矩是多少？', '120 N·m'],
  ])('is answered: %s', async (question, words) => {
    const { outputText } = ts.transpileModule(PROGRAM, { compilerOptions: { ...OPTIONS, noEmit: false } });
    await writeFile(join(FOLDER, 'program.mjs'), outputText);
    const { tryApi } = (await import(/* @vite-ignore */ pathToFileURL(join(FOLDER, 'program.mjs')).href)) as {
      tryApi: (ask: (request: Request) => Promise<Response>, question: string) => Promise<{ said: { text: string; verdict: string }[] }>;
    };
    const told = await tryApi(async (request) => service.http.fetch(request), question);
    expect(told).toEqual({
      names: ['pump.md', '风机.md'],
      said: [{ text: expect.stringContaining(words), verdict: 'supported' }],
      code: 'not-found',
    });
  });
});
