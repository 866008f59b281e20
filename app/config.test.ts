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

  it('describes every setting with its variable', () => {
    const lines = describeConfig(loadConfig({}, {}));
    expect(lines.map((line) => line.variable)).toContain('FAULTLINE_MAX_QUESTION_LENGTH');
    expect(lines.every((line) => line.description !== '')).toBe(true);
  });
});
