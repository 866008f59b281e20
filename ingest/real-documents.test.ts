import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';
import { loadParser } from './parsers.ts';
import { readWhole } from './test-support/read-whole.ts';

const DATA = process.env.FAULTLINE_DATA ?? '../shared/data';

async function read(name: string) {
  const path = join(DATA, name);
  const format = await detectFormat(path, name);
  if (!format.ok) throw new Error(`${name}: ${format.fault.reason}`);
  return { format: format.value, ...(await readWhole(await loadParser(format.value), path)) };
}

/** Skipped, with this name as the message, where the sets of public documents are absent. */
describe.skipIf(!existsSync(DATA))('public documents under FAULTLINE_DATA', () => {
  it.each([
    ['excavator-work-orders/case_study_pdl.csv', 5_485, 'work-order', 0],
    ['fmea-truck/fmea_dataset_filled.csv', 330, 'fmea-row', 0],
    ['chiller-work-orders/all_wo_with_code_component_events.csv', 4_249, 'work-order', 0],
    ['chiller-work-orders/event.csv', 6_256, 'work-order', 0],
    ['chiller-work-orders/alert_events.csv', 1_466, 'alarm', 0],
    ['chiller-work-orders/alert_rule.csv', 19, 'other', 0],
    ['mwo2kg/work_orders.csv', 500, 'work-order', 0],
    ['mwo2kg/lexical_normalisation.csv', 44, 'other', 1],
    ['robot-fault-codes/xarm_fault_codes.csv', 131, 'alarm', 0],
    ['robot-fault-codes/dobot-v4_alarms.csv', 389, 'alarm', 0],
    ['robot-fault-codes/dobot-4axis_alarms.csv', 284, 'alarm', 0],
  ])('reads every row of %s', async (name, rows, kind, bad) => {
    const { format, records, passages, conclusion } = await read(name);
    expect(format).toBe('csv');
    expect(records).toHaveLength(rows);
    expect(passages).toHaveLength(rows);
    expect(records[0]?.kind).toBe(kind);
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { rows: { total: rows, bad } } });
  });

  it('reads every row of a log from another trade, with its eight-digit dates', async () => {
    const { records } = await read('faa-incidents/faa_maintenance_incidents.csv');
    expect(records).toHaveLength(2_648);
    expect(records.every((record) => record.columns.date?.kind === 'date')).toBe(true);
  });

  it('reads month before day where the whole column says so', async () => {
    const { records } = await read('chiller-work-orders/all_wo_with_code_component_events.csv');
    const ends = records.map((record) => record.columns['end-date']);
    expect(ends.filter((value) => value !== null && value?.kind !== 'date')).toEqual([]);
  });

  it('reads all Markdown of a bilingual manual', async () => {
    const folder = 'apollo-dkit/faq/zh';
    for (const name of await readdir(join(DATA, folder))) {
      const { format, passages, survey } = await read(join(folder, name));
      expect(format).toBe('markdown');
      expect(passages.length).toBeGreaterThan(5);
      expect(survey.properties.title).toContain('FAQ');
    }
  });

  it('reads all reStructuredText of a bilingual question set, alike in both languages', async () => {
    const folder = join(DATA, 'esp-faq');
    const names = (await readdir(join(folder, 'zh'), { recursive: true })).filter((name) => name.endsWith('.rst'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const [zh, en] = [await read(join('esp-faq/zh', name)), await read(join('esp-faq/en', name))];
      expect([zh.format, en.format]).toEqual(['rst', 'rst']);
      const headings = ({ passages }: typeof zh) => passages.filter((passage) => passage.kind === 'heading').length;
      expect(headings(zh)).toBe(headings(en));
      expect(zh.passages.map((passage) => passage.text).join('\n')).not.toMatch(/(?:^|\s)\.\. |:[a-z]+:`|`_/);
    }
  });

  it('reads the steps and tables of a service manual in reStructuredText', async () => {
    const service = await read('trossen-arm/service.rst');
    expect(service.passages.flatMap(({ marker }) => (marker === undefined ? [] : [marker]))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '1',
      '2',
      '3',
    ]);
    const { passages } = await read('trossen-arm/wxai.rst');
    const payload = passages.find((passage) => passage.text.startsWith('Payload Capacity'));
    expect(payload?.cells?.map((cell) => cell.column)).toEqual(['Specification', 'Value']);
  });

  it('reads the callouts of a machine manual as warnings', async () => {
    const { passages } = await read('farmbot-express/v1.1/extras/maintenance/general-maintenance.md');
    const warnings = passages.filter((passage) => passage.kind === 'warning').map((passage) => passage.text);
    expect(warnings).toContain('Do not over-tension');
    expect(passages.some((passage) => passage.text.includes('{%'))).toBe(false);
  });
});
