import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startEndpoint } from '../../models/endpoint/endpoint.test-support.ts';
import { makeTinyFolder } from '../../models/folder/tiny-model.test-support.ts';
import { makePassageModels } from '../../models/index.ts';
import { type ConfigArguments, loadConfig } from '../config.ts';
import { modelChoice, openEmbedders } from './open-embedders.ts';

const never = () => new AbortController().signal;
const clock = { now: () => 0 };
const open = (settings: ConfigArguments, reader?: Parameters<typeof openEmbedders>[1]) =>
  openEmbedders(loadConfig(settings, {}), reader, clock);

afterEach(() => vi.restoreAllMocks());

describe('the embedder that the settings name', () => {
  it('is the static one where they name none, and then nothing is asked of anybody', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const { questions, passages } = open({});
    expect(modelChoice(loadConfig({}, {}))).toEqual({ kind: 'static' });
    expect(questions.model).toBe('static-zh-en-v1');
    expect(await questions.embed(['泵'], never())).toEqual(await passages.embed(['泵'], never()));
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is an endpoint, with the prefix of each use and the key of a file', async () => {
    const endpoint = await startEndpoint(16);
    const folder = mkdtempSync(join(tmpdir(), 'faultline-key-'));
    const embeddingKeyFile = join(folder, 'key');
    writeFileSync(embeddingKeyFile, 'sk-secret\n');
    const settings = {
      embeddingUrl: endpoint.url,
      embeddingModel: 'e5',
      embeddingDimension: 16,
      embeddingKeyFile,
      embeddingQuestionPrefix: 'query: ',
      embeddingPassagePrefix: 'passage: ',
    };
    try {
      const { questions, passages } = open(settings);
      await questions.embed(['为什么'], never());
      await passages.embed(['轴承磨损'], never());
      expect(endpoint.asked.map(({ input, headers }) => [input, headers.authorization])).toEqual([
        [['query: 为什么'], 'Bearer sk-secret'],
        [['passage: 轴承磨损'], 'Bearer sk-secret'],
      ]);
      expect(questions.model).toBe(passages.model);
      expect(() => open({ ...settings, embeddingKeyFile: join(folder, 'none') })).toThrow(
        expect.objectContaining({ code: 'invalid-configuration', message: expect.stringContaining('FAULTLINE_EMBEDDING_KEY_FILE') }),
      );
    } finally {
      rmSync(folder, { recursive: true });
      await endpoint.close();
    }
  });

  it('is left alone by questions for a while once it was away for some of them', async () => {
    const endpoint = await startEndpoint(16, () => ({ status: 400 }));
    await endpoint.close();
    const { questions } = open({ embeddingUrl: endpoint.url, embeddingModel: 'e5', embeddingDimension: 16 });
    for (let time = 0; time < 3; time++)
      await expect(questions.embed(['泵'], never())).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(questions.embed(['泵'], never())).rejects.toThrow('is left alone for some seconds');
  });

  it('is a model of a folder, which the reading process opens for passages as it is told to', async () => {
    const { path, close } = makeTinyFolder();
    try {
      const asked: unknown[] = [];
      const reader = {
        async embed(request: { readonly texts: readonly string[]; readonly model?: unknown }) {
          asked.push(request);
          return [];
        },
      };
      const settings = { embeddingFolder: path, embeddingQuestionPrefix: 'query: ', embeddingPassagePrefix: 'passage: ' };
      const { questions, passages } = open(settings, reader);
      await passages.embed(['泵'], never());
      const model = { kind: 'folder', path, prefixes: { question: 'query: ', passage: 'passage: ' } };
      expect(asked).toEqual([{ texts: ['泵'], model }]);
      const embedderOf = makePassageModels();
      expect([passages.model, embedderOf(model).model]).toEqual([questions.model, questions.model]);
      expect(embedderOf(model)).toBe(embedderOf({ ...model }));
      expect(embedderOf({ kind: 'static' }).model).toBe('static-zh-en-v1');
    } finally {
      close();
    }
  });
});
