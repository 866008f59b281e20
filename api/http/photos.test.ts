import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alarmPanel } from '../../datasets/pictures/alarm-panel.ts';
import { giganticPng, HEIC } from '../../ingest/photo/hostile-photos.test-support.ts';
import { diagnosisSchema } from '../contract/diagnosis.ts';
import { photoReadingSchema } from '../contract/photo.ts';
import { formOf, openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('fan.md', '| 故障现象 | 可能原因 |\n|---|---|\n| 风机振动大 | 叶轮积灰 |\n| 风机振动大 | 轴承磨损 |\n');
  await service.ingest(
    'blower.md',
    '| Symptom | Cause |\n|---|---|\n| Blower delivers no air | Belt torn |\n| Blower delivers no air | Filter clogged |\n',
  );
});
afterAll(() => service.close());

const post = (body: FormData): RequestInit => ({ method: 'POST', body });
const photo = (bytes: Uint8Array, name = 'photo.jpg') => post(formOf(name, bytes, {}));
const read = (bytes: Uint8Array) => service.ask(photoReadingSchema, '/v1/photos/read', photo(bytes));

describe('a photo sent to be read', () => {
  it.each([
    [
      [
        ['设备', 'K-730'],
        ['报警代码', 'E07'],
        ['故障现象', '风机振动大'],
      ],
      ['tag K730', 'alarm E07'],
      '风机振动大',
      '叶轮积灰',
    ],
    [
      [
        ['Machine', 'K-640'],
        ['Alarm', 'AL-015'],
        ['Text', 'Blower delivers no air'],
      ],
      ['tag K640', 'alarm AL015'],
      'Blower delivers no air',
      'Belt torn',
    ],
  ] as const)('gives codes and words, with which a person then asks: %j', { timeout: 60_000 }, async (rows, codes, fault, cause) => {
    const { lines, mentions, width, height, engine } = await read(await alarmPanel(rows, { isDark: true }));
    expect([width, height]).toEqual([1_200, 900]);
    expect(engine).toContain('PP-OCR');
    expect(mentions.map(({ subtype, canonical }) => `${subtype} ${canonical}`)).toEqual(codes);
    const [, part] = lines.at(-1)?.parts ?? [];
    expect(part).toMatchObject({ text: fault, isUnsure: false });
    const { causes } = await service.post(diagnosisSchema, '/v1/diagnoses', { fault: part?.text });
    expect(causes.map(({ text }) => text)).toContain(cause);
  });

  it('leaves nothing behind in the data folder', { timeout: 60_000 }, async () => {
    const files = () => readdir(service.application.config.home, { recursive: true });
    const before = await files();
    await read(await alarmPanel([['E07']]));
    expect(await files()).toEqual(before);
  });

  it.each([
    ['HEIC', photo(HEIC, 'IMG_1.HEIC'), 415, 'unsupported-format', 'Most Compatible'],
    ['no picture', photo(Buffer.from('报警'), 'photo.jpg'), 415, 'unsupported-format', 'JPEG or PNG'],
    ['gigantic dimensions', photo(giganticPng(60_000, 60_000)), 422, 'limit-exceeded', 'lower resolution'],
    ['no bytes', photo(Buffer.alloc(0)), 400, 'invalid-request', 'take it again'],
    ['too many bytes', photo(Buffer.alloc(21 * 1024 * 1024)), 413, 'document-too-large', 'The photo is larger than 20971520 bytes'],
    ['another part', post(formOf('photo.jpg', HEIC, { uri: 'x' })), 400, 'invalid-request', 'leave the field "uri" out'],
    ['no part', post(new FormData()), 400, 'invalid-request', ''],
    [
      'no form',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
      415,
      'unsupported-media-type',
      'Send the photo',
    ],
  ])('that cannot be read is refused with what to do: %s', async (_, init, status, code, detail) => {
    expect(await service.problem('/v1/photos/read', init)).toMatchObject({ status, code, detail: expect.stringContaining(detail) });
  });

  it('that was cut off on its way is damaged', async () => {
    const bytes = await alarmPanel([['E07']]);
    const problem = await service.problem('/v1/photos/read', photo(bytes.subarray(0, 20_000)));
    expect(problem).toMatchObject({ status: 422, code: 'parse-failed', detail: expect.stringContaining('take it again') });
    expect(service.logged).toEqual([]);
  });
});
