import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDecisionId } from '../../kernel/index.ts';
import { exported } from '../../ledger/test-support/sample-documents.fixture.ts';
import { decisionListSchema, madeDecisionSchema } from '../contract/decision.ts';
import {
  documentLabelsSchema,
  documentListSchema,
  documentQualitySchema,
  passageListSchema,
  uploadAnswerSchema,
} from '../contract/document.ts';
import { reviewListSchema } from '../contract/review.ts';
import { jsonPost, openReadingService } from './test-support/open-reading-service.ts';
import type { TestService } from './test-support/open-service.ts';

const REASON = '问过班组 asked the shift';

let service: TestService;
beforeEach(async () => {
  service = await openReadingService();
});
afterEach(() => service.close());

const knowledge = () => exported(service.application.ledger);
const columnsOf = async (document: string) =>
  (await service.ask(documentQualitySchema, `/v1/documents/${document}/quality`)).report?.columns ?? [];
const columnOf = async (document: string, header: string) => (await columnsOf(document)).find((one) => one.header === header);
const decisions = async () => (await service.ask(decisionListSchema, '/v1/decisions')).decisions;
const open = async () => (await service.ask(reviewListSchema, '/v1/reviews?state=open&kind=doubtful-column')).reviews;
const remove = (id: string) => service.http.request(`/v1/documents/${id}`, { method: 'DELETE' });
const COUNTED = z.object({ aggregate: z.object({ matched: z.number() }) });
const matched = async (field: string) =>
  COUNTED.parse(
    await (
      await service.http.request(
        '/v1/records/aggregate',
        jsonPost({ from: 'work-order', where: { kind: 'not', filter: { kind: 'null', field } } }),
      )
    ).json(),
  ).aggregate.matched;

/** Decides that a column of a document means something, without having any job done. */
async function say(versionId: string, column: string, meaning: object) {
  const decision = { kind: 'correct-column', version: versionId, table: '', column, ...meaning };
  return service.ask(madeDecisionSchema, '/v1/decisions', jsonPost({ decision, reason: REASON }), 201);
}

async function undo(id: string): Promise<void> {
  await service.ask(madeDecisionSchema, `/v1/decisions/${id}/undo`, jsonPost({ reason: 'taken back 撤回' }), 201);
  await service.work();
}

const LANGUAGES = [
  {
    language: 'Chinese',
    header: '日期,设备,经过,空闲',
    column: '经过',
    idle: '空闲',
    rows: (month: string) => `2024-${month}-05,P-101A,密封泄漏,90\n2024-${month}-15,P-101A,02,30\n`,
    coded: '轴承磨损',
  },
  {
    language: 'English',
    header: 'Date,Equipment,Happening,Idle',
    column: 'Happening',
    idle: 'Idle',
    rows: (month: string) => `2024-${month}-05,P-101A,seal leak,90\n2024-${month}-15,P-101A,02,30\n`,
    coded: 'bearing wear',
  },
] as const;

describe('what a person says of a column', () => {
  for (const { language, header, column, rows } of LANGUAGES) {
    const january = `${header}\n${rows('01')}`;
    const february = `${header.toUpperCase()}\r\n${rows('02')}`;

    it(`holds for the next export of the form, under another name too, survives deletion and return, and is undone (${language})`, async () => {
      const first = await service.ingest('january.csv', january, { uri: 'january' });
      const onlyFirst = await knowledge();
      expect((await columnOf(first.id, column))?.role).toBeUndefined();
      const made = await say(first.versionId, column, { role: 'text' });
      await service.work();
      expect(made.decision).toMatchObject({ document: first.id, form: expect.stringMatching(/^frm_/) });
      const second = await service.ingest('february.csv', february, { uri: 'february' });
      const applied = { role: 'text', decisions: [made.id] };
      expect(await columnOf(first.id, column)).toMatchObject(applied);
      expect(await columnOf(second.id, column.toUpperCase())).toMatchObject(applied);
      expect(await matched('text')).toBe(4);
      const { passages } = await service.ask(passageListSchema, `/v1/documents/${second.id}/passages`);
      expect(passages[0]?.cells?.filter(({ decision }) => decision === made.id)).toHaveLength(1);
      // Nobody is asked again what was answered.
      expect(
        (await open()).some(({ subject }) => subject.kind === 'doubtful-column' && subject.column.toLowerCase() === column.toLowerCase()),
      ).toBe(false);

      const both = await knowledge();
      await remove(first.id);
      expect(await columnOf(second.id, column.toUpperCase())).toMatchObject(applied);
      await remove(second.id);
      expect(await decisions()).toMatchObject([{ id: made.id, dormant: true, state: 'in-force' }]);
      await service.ingest('february.csv', february, { uri: 'february' });
      expect(await decisions()).toMatchObject([{ id: made.id, dormant: false }]);
      await service.ingest('january.csv', january, { uri: 'january' });
      expect(await knowledge()).toEqual(both);

      await undo(made.id);
      expect((await columnOf(second.id, column.toUpperCase()))?.role).toBeUndefined();
      await remove(second.id);
      expect(await knowledge()).toEqual(onlyFirst);
    });

    it(`concerns every export that is there, whose old rows answer until it is read again (${language})`, async () => {
      const first = await service.ingest('january.csv', january);
      await service.ingest('february.csv', february);
      const known = await say(first.versionId, column, { role: 'text' });
      await service.work();
      expect(await matched('text')).toBe(4);
      await service.ask(madeDecisionSchema, `/v1/decisions/${known.id}/undo`, jsonPost({ reason: 'a test 试' }), 201);
      expect(await matched('text')).toBe(4);
      const { documents } = await service.ask(documentListSchema, '/v1/documents');
      expect(documents.map(({ outcome }) => outcome)).toEqual(['visible', 'visible']);
      await service.work();
      expect(await matched('text')).toBe(0);
    });

    it(`holds among documents of the same labels alone, and follows a document that is put under others (${language})`, async () => {
      const night = await service.ingest('january.csv', january, { uri: 'night', labels: 'night' });
      const day = await service.ingest('february.csv', february, { uri: 'day' });
      const made = await say(night.versionId, column, { role: 'text' });
      await service.work();
      const unlabelled = await service.application.ledger.accessFor(service.application.config.tenant, []);
      const isTold = async () =>
        (await service.application.ledger.decisions.present(unlabelled, [parseDecisionId(made.id) ?? expect.fail()])).size > 0;
      const holdsByDay = async () => (await columnOf(day.id, column.toUpperCase()))?.decisions !== undefined;
      expect(await columnOf(night.id, column)).toMatchObject({ role: 'text', decisions: [made.id] });
      expect([await isTold(), await holdsByDay()]).toEqual([false, false]);
      // Those who read both are asked about each by itself.
      expect((await open()).filter(({ subject }) => subject.kind === 'doubtful-column' && subject.version === day.versionId)).not.toEqual(
        [],
      );

      const put = (labels: readonly string[]) =>
        service.ask(documentLabelsSchema, `/v1/documents/${day.id}/labels`, { ...jsonPost({ labels }), method: 'PUT' });
      await put(['night']);
      await service.work();
      expect(await columnOf(day.id, column.toUpperCase())).toMatchObject({ role: 'text', decisions: [made.id] });
      await put([]);
      await service.work();
      expect([await isTold(), await holdsByDay()]).toEqual([false, false]);
    });

    it(`leaves tables of another form alone, and speaks of one role, unit and number form each on its own (${language})`, async () => {
      const first = await service.ingest('january.csv', january);
      const other = await service.ingest('other.csv', january.replace(header, `${header},Shift`).replace(/\n2024/g, '\n2024'));
      const role = await say(first.versionId, column, { role: 'text' });
      const mark = await say(first.versionId, column, { decimal: ',' });
      await service.work();
      expect((await columnOf(other.id, column))?.decisions).toBeUndefined();
      expect(await columnOf(first.id, column)).toMatchObject({ role: 'text', decisions: [role.id, mark.id].sort() });
      expect((await decisions()).map(({ state }) => state)).toEqual(['in-force', 'in-force']);
      const later = await say(first.versionId, column, { role: 'cause' });
      await service.work();
      expect((await decisions()).find(({ id }) => id === role.id)?.state).toBe('superseded');
      await undo(later.id);
      expect(await columnOf(first.id, column)).toMatchObject({ role: 'text' });
    });
  }
});

describe('what a sender says of columns', () => {
  for (const { language, header, column, idle, rows, coded } of LANGUAGES) {
    const said = [
      { column, role: 'text', codes: { '02': coded } },
      { column: idle, role: 'duration', unit: 'min' },
    ];

    it(`is kept as decisions by which this export and the next are read, codes and unit too (${language})`, async () => {
      const first = await service.ingest('january.csv', `${header}\n${rows('01')}`, { columns: JSON.stringify(said) });
      expect(await columnOf(first.id, column)).toMatchObject({ role: 'text', decisions: [expect.stringMatching(/^dec_/)] });
      expect(await columnOf(first.id, idle)).toMatchObject({ role: 'duration', unit: 'min' });
      const made = await decisions();
      expect(made).toHaveLength(2);
      expect(made).toMatchObject([{ actor: 'local', reason: expect.stringContaining('january.csv') }, { dormant: false }]);

      const second = await service.ingest('february.csv', `${header}\n${rows('02')}`);
      expect(await columnOf(second.id, idle)).toMatchObject({ role: 'duration', unit: 'min' });
      const { passages } = await service.ask(passageListSchema, `/v1/documents/${second.id}/passages`);
      expect(passages.find(({ text }) => text.includes('02\t'))).toMatchObject({ corrections: [{ text: coded }] });
      const aggregate = async (query: object) =>
        JSON.stringify(await (await service.http.request('/v1/records/aggregate', jsonPost({ from: 'work-order', ...query }))).json());
      expect(await aggregate({ where: { kind: 'equals', field: 'text', value: coded } })).toContain('"matched":2');
      const sum = await aggregate({ measures: [{ kind: 'sum', field: 'duration' }] });
      expect(sum).toContain('"units":["min"]');
      expect(sum).toContain('[[240]]');

      // Sent again with the same words, nothing is decided twice; with others, the later hold.
      await service.ingest('january.csv', `${header}\n${rows('01')}`, { columns: JSON.stringify(said) });
      expect(await decisions()).toHaveLength(2);
      await service.ingest('january.csv', `${header}\n${rows('01')}`, { columns: JSON.stringify([{ column: idle, unit: 'h' }]) });
      expect(await columnOf(second.id, idle)).toMatchObject({ role: 'duration', unit: 'h' });
    });

    it(`sleeps while no table has the column, and holds when a version has it (${language})`, async () => {
      const first = await service.ingest('log.csv', `${header}\n${rows('01')}`, {
        uri: 'log',
        columns: JSON.stringify([{ column: '班次 Shift', role: 'person' }]),
      });
      expect(await decisions()).toMatchObject([{ dormant: true, state: 'in-force' }]);
      const wider = `${header},班次 Shift\n${rows('02').replace(/\n/g, ',Li\n')}`;
      const form = new FormData();
      form.set('file', new File([wider], 'log.csv'));
      await service.ask(uploadAnswerSchema, `/v1/documents/${first.id}`, { method: 'PUT', body: form }, 202);
      await service.work();
      expect(await columnOf(first.id, '班次 Shift')).toMatchObject({ role: 'person' });
      expect(await decisions()).toMatchObject([{ dormant: false }]);
    });
  }

  it('is refused in words where it says nothing that can hold', async () => {
    const problem = async (columns: string) => {
      const form = new FormData();
      form.set('columns', columns);
      form.set('file', new File(['Date,Equipment,Idle\n2024-01-05,P-1,3\n'], 'log.csv'));
      return service.problem('/v1/documents', { method: 'POST', body: form });
    };
    for (const columns of [
      'Idle=duration',
      '[{"column":"Idle"}]',
      '[{"column":"Idle","unit":"furlongs a fortnight"}]',
      '[{"column":"Idle","role":"mood"}]',
      '[{"column":"Idle","codes":{}}]',
    ])
      expect(await problem(columns)).toMatchObject({ code: 'invalid-request' });
    expect(await decisions()).toEqual([]);
  });
});
