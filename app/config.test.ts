import { describe, expect, it } from 'vitest';
import { describeConfig, loadConfig } from './config.ts';

describe('configuration', () => {
  it('listens on loopback and keeps its data in the working directory by default', () => {
    const config = loadConfig({}, {});
    expect(config.host).toBe('127.0.0.1');
    expect(config.home.endsWith('.faultline')).toBe(true);
  });

  it('lets an explicit argument win over the environment', () => {
    expect(loadConfig({ port: 9000 }, { FAULTLINE_PORT: '9001' }).port).toBe(9000);
    expect(loadConfig({}, { FAULTLINE_PORT: '9001' }).port).toBe(9001);
  });

  it('names every fault at once, with the variable to correct', () => {
    const load = () => loadConfig({}, { FAULTLINE_PORT: 'eighty', FAULTLINE_TENANT: 'Not A Tenant', FAULTLINE_COLOUR: 'red' });
    expect(load).toThrow(/FAULTLINE_PORT: must be a port number/);
    expect(load).toThrow(/FAULTLINE_TENANT: must be lower-case/);
    expect(load).toThrow(/FAULTLINE_COLOUR: there is no such setting/);
  });

  it('reads the labels that the caller holds, and never takes none for all', () => {
    expect(loadConfig({}, {}).labels).toBe('all');
    expect(loadConfig({}, { FAULTLINE_LABELS: '维修,safety' }).labels).toEqual(['safety', '维修']);
    expect(loadConfig({ labels: '-' }, { FAULTLINE_LABELS: '*' }).labels).toEqual([]);
    expect(() => loadConfig({}, { FAULTLINE_LABELS: '' })).toThrow('FAULTLINE_LABELS: must be *');
    expect(() => loadConfig({}, { FAULTLINE_LABELS: 'two words' })).toThrow('is no access label');
    const shown = (labels: string) =>
      describeConfig(loadConfig({ labels }, {})).find(({ variable }) => variable === 'FAULTLINE_LABELS')?.value;
    expect(['*', '-', 'a,b'].map(shown)).toEqual(['*', '-', 'a,b']);
  });

  it('reads the shapes of codes that a site adds, and says what is wrong with each that cannot be used', () => {
    expect(loadConfig({}, {}).tagPatterns).toEqual([]);
    const written = 'PUMP/\\d\\.[A-Z] part:\\d{2}[A-Z]{3}\\d{4}';
    const config = loadConfig({}, { FAULTLINE_TAG_PATTERNS: written });
    expect(config.tagPatterns).toEqual([
      { kind: 'tag', source: 'PUMP/\\d\\.[A-Z]' },
      { kind: 'part', source: '\\d{2}[A-Z]{3}\\d{4}' },
    ]);
    expect(describeConfig(config).find(({ variable }) => variable === 'FAULTLINE_TAG_PATTERNS')?.value).toBe(written);
    const load = () => loadConfig({}, { FAULTLINE_TAG_PATTERNS: '[A-Z P-\\d{3} (\\d+)+X' });
    expect(load).toThrow(/FAULTLINE_TAG_PATTERNS: the pattern \[A-Z is no regular expression/);
    expect(load).toThrow(/FAULTLINE_TAG_PATTERNS: the pattern \(\\d\+\)\+X may be tried in so many ways/);
  });

  it('wants all that another embedder needs and one of its kind, and never shows its key', () => {
    const url = 'http://127.0.0.1:8000/v1';
    const endpoint = { FAULTLINE_EMBEDDING_URL: url, FAULTLINE_EMBEDDING_MODEL: 'e5', FAULTLINE_EMBEDDING_DIMENSION: '384' };
    expect(loadConfig({}, { ...endpoint, FAULTLINE_EMBEDDING_QUESTION_PREFIX: 'query: ' })).toMatchObject({
      embeddingUrl: url,
      embeddingDimension: 384,
      embeddingQuestionPrefix: 'query: ',
      embeddingPassagePrefix: '',
    });
    const bare = () => loadConfig({}, { FAULTLINE_EMBEDDING_URL: url, FAULTLINE_EMBEDDING_FOLDER: '/models/e5' });
    expect(bare).toThrow(/FAULTLINE_EMBEDDING_URL: must not be given beside FAULTLINE_EMBEDDING_FOLDER/);
    expect(bare).toThrow(/FAULTLINE_EMBEDDING_MODEL: must be given.*FAULTLINE_EMBEDDING_DIMENSION: must be given/);
    expect(() => loadConfig({}, { ...endpoint, FAULTLINE_EMBEDDING_DIMENSION: '5000' })).toThrow(/_DIMENSION: must be at most/);
    const keyed = { ...endpoint, FAULTLINE_EMBEDDING_KEY: 'sk-secret' };
    expect(() => loadConfig({}, { ...keyed, FAULTLINE_EMBEDDING_KEY_FILE: '/run/key' })).toThrow(/_KEY: must not be given beside/);
    expect(JSON.stringify(describeConfig(loadConfig({}, keyed)))).not.toContain('sk-secret');
  });

  it('wants a name for the language model, and one model alone where answers are priced', () => {
    const endpoint = { FAULTLINE_CHAT_URL: 'http://127.0.0.1:8098/v1' };
    expect(() => loadConfig({}, endpoint)).toThrow('FAULTLINE_CHAT_MODEL: must be given');
    const two = { ...endpoint, FAULTLINE_CHAT_MODEL: 'writer', FAULTLINE_CHAT_READING_MODEL: 'reader' };
    expect(loadConfig({}, two).chatReadingModel).toBe('reader');
    expect(() => loadConfig({}, { ...two, FAULTLINE_CHAT_PRICES: 'prices.json' })).toThrow('FAULTLINE_CHAT_READING_MODEL: answers that');
  });

  it('describes every setting with its variable', () => {
    const lines = describeConfig(loadConfig({}, {}));
    expect(lines.map((line) => line.variable)).toContain('FAULTLINE_MAX_QUESTION_LENGTH');
    expect(lines.every((line) => line.description !== '')).toBe(true);
  });
});
