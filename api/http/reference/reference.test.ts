import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_TABLE } from '../../../kernel/index.ts';
import { API_INFO } from '../api-info.ts';
import { openService, type TestService } from '../test-support/open-service.ts';
import { operationsOf, referenceOf } from './api-document.ts';
import { exampleCall, jsonBody } from './example-call.ts';
import { exampleValue } from './example-value.ts';
import { schemaFields } from './schema-fields.ts';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

async function read(path: string, language = ''): Promise<{ readonly text: string; readonly headers: Headers }> {
  const response = await service.http.request(path, { headers: language === '' ? {} : { 'accept-language': language } });
  expect(response.status).toBe(200);
  return { text: await response.text(), headers: response.headers };
}
const described = () => service.http.getOpenAPI31Document(API_INFO);

describe('the description of the API as a page', () => {
  it('comes in the language that a browser asks for, or in the one of its address', async () => {
    expect((await read('/docs')).text).toContain('<html lang="en">');
    expect((await read('/docs', 'zh-TW,en;q=0.5')).text).toContain('<html lang="zh-CN">');
    expect((await read('/docs', 'zh;q=0.2,de;q=0.9,en;q=0.5')).text).toContain('<html lang="en">');
    expect((await read('/docs/zh', 'en')).text).toContain('<h2>问答</h2>');
    expect((await read('/docs/en', 'zh')).text).toContain('<h2>Answers to questions</h2>');
  });

  it.each(['/docs/en', '/docs/zh'])(
    'has at %s every route with its fields, errors and a call, and each link within it leads somewhere',
    async (path) => {
      const { text } = await read(path);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const named = described().components?.schemas ?? {};
      for (const operation of operationsOf(described())) {
        expect(ids).toContain(operation.operation.operationId);
        expect(text).toContain(exampleCall(operation, named).split('"')[1]?.split('?')[0]);
      }
      for (const name of Object.keys(named)) expect(ids).toContain(`schema-${name}`);
      for (const code of Object.keys(ERROR_TABLE)) expect(text).toContain(`<code>${code}</code>`);
      for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
    },
  );

  it('runs nothing and loads nothing of others, by its policy and by what stands in it', async () => {
    const { text, headers } = await read('/docs');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(text).not.toMatch(/<script|<style|style="|\son\w+=/i);
    expect(
      [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address).filter((address) => !/^[/#]/.test(address ?? '')),
    ).toEqual([]);
    const style = await read('/docs/style.css');
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(style.text).not.toMatch(/url\(|@import/);
  });

  it('gives examples that the service takes as they stand', async () => {
    const named = described().components?.schemas ?? {};
    const tried: string[] = [];
    for (const { path, method, operation } of operationsOf(described())) {
      const schema = jsonBody(operation);
      if (schema === undefined || path.includes('{')) continue;
      const body = JSON.stringify(exampleValue(schema, named));
      const response = await service.http.request(path, { method, headers: { 'content-type': 'application/json' }, body });
      if ([400, 413, 415].includes(response.status)) tried.push(`${operation.operationId} ${body}: ${await response.text()}`);
    }
    expect(tried).toEqual([]);
  });

  it('tells every field of a schema that has several forms under the form it belongs to', () => {
    const fields = schemaFields({
      oneOf: [
        {
          type: 'object',
          required: ['kind'],
          properties: {
            kind: { enum: ['a'] },
            list: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer', minimum: 1 } } } },
          },
        },
        { type: 'object', properties: { kind: { enum: ['b'] }, of: { $ref: '#/components/schemas/Thing' } } },
      ],
    });
    expect(fields.map(({ path, type, isRequired, form }) => [path, type, isRequired, form])).toEqual([
      ['kind', ['"a"'], true, 1],
      ['list', ['object', '[]'], false, 1],
      ['list[].n', ['integer ≥ 1'], false, 1],
      ['kind', ['"b"'], false, 2],
      ['of', [{ schema: 'Thing' }], false, 2],
    ]);
    expect(referenceOf({ $ref: '#/components/schemas/Thing' })).toBe('Thing');
  });

  it('quotes what a shell would take for its own', () => {
    const call = exampleCall(
      {
        path: '/v1/things/{thingId}',
        method: 'put',
        operation: {
          responses: {},
          requestBody: { content: { 'application/json': { schema: { type: 'string', examples: ["it's"] } } } },
        },
      },
      {},
    );
    expect(call).toContain('-X PUT "$FAULTLINE/v1/things/$THING_ID"');
    expect(call).toContain(`-d '"it'\\''s"'`);
  });
});
