import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuredCaller, showPassage } from '../../app/index.ts';
import { countMarked } from '../../ingest/picture/count-marked.test-support.ts';
import { parsePassageId } from '../../kernel/index.ts';
import { sheetTagsSchema } from '../contract/entity.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const SHEETS = new URL('../../datasets/demo-drawings/', import.meta.url);

const FORMS = {
  DXF: 'files/CWS-PID-101-C.dxf',
  'DEXPI 1': 'other-forms/dexpi/CWS-PID-101-C.xml',
  'DEXPI 2': 'other-forms/dexpi-2/CWS-PID-101-C.xml',
  SVG: 'other-forms/svg/CWS-PID-101-C.svg',
  PDF: 'other-forms/pdf/CWS-PID-101-C.pdf',
} as const;
const NAMES = Object.keys(FORMS) as (keyof typeof FORMS)[];

describe('sheets of drawings', () => {
  let service: TestService;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    service = await openService();
    for (const form of NAMES) {
      const name = `${form}.${FORMS[form].split('.').at(-1)}`;
      ids.set(form, (await service.ingest(name, await readFile(new URL(FORMS[form], SHEETS)))).id);
    }
    ids.set('notes', (await service.ingest('notes.md', '# P-101A\n\n运行正常。\n')).id);
  });
  afterAll(() => service.close());

  const tagsOf = async (form: string) => (await service.ask(sheetTagsSchema, `/v1/documents/${ids.get(form)}/pages/1/tags`)).tags;

  it.each(NAMES)('are drawn as %s, and give each tag with the thing that it names and its place in that picture', async (form) => {
    const response = await service.http.request(`/v1/documents/${ids.get(form)}/pages/1`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    const tags = await tagsOf(form);
    const names = tags.map(({ entity }) => entity.name.replaceAll('-', ''));
    expect(names).toEqual(expect.arrayContaining(['P101A', 'P101B', 'E102', 'HV1018', 'TT1012']));
    for (const { place, entity } of tags) {
      expect([entity.name, place.x1 > place.x0, place.y1 > place.y0]).toEqual([entity.name, true, true]);
      expect(Math.min(place.x0, place.y0)).toBeGreaterThanOrEqual(0);
      expect(Math.max(place.x1, place.y1)).toBeLessThanOrEqual(1);
    }
    // Branch A of the skid is drawn above branch B, and both before the cooler.
    const at = (name: string) => tags.find(({ text }) => text === name)?.place;
    expect(at('P-101A')?.y0).toBeLessThan(at('P-101B')?.y0 ?? 0);
    expect(at('P-101A')?.x0).toBeLessThan(at('E-102')?.x0 ?? 0);
  });

  it.each(NAMES)('are shown as %s with a tag marked', async (form) => {
    const pump = (await tagsOf(form)).find(({ text }) => text === 'P-101A');
    const passage = parsePassageId(pump?.passageId ?? '');
    if (pump === undefined || passage === undefined) throw new Error('the sheet does not bear P-101A');
    const { application } = service;
    const span = { start: pump.start, end: pump.end };
    const shown = await showPassage(application, configuredCaller(application.config), { passage, span });
    expect(await countMarked(Buffer.from(shown.pictures[0]?.png ?? []))).toBeGreaterThan(100);
  });

  it('have no tags where there is no such sheet or no drawing', async () => {
    for (const path of [`${ids.get('DXF')}/pages/2/tags`, `${ids.get('notes')}/pages/1/tags`])
      expect((await service.problem(`/v1/documents/${path}`)).code).toBe('no-page-image');
  });
});
