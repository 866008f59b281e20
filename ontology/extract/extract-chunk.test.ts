import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TABLES } from './extracted-tables.fixture.ts';
import { buildPassage, buildRecord, buildRows, extract, factLines } from './passages.fixture.ts';

describe('extractChunk on rows', () => {
  test.each(TABLES)('reads %s', (_, headers, row, headings, lines) => {
    expect(factLines(extract(buildRows(headers, [row], headings)))).toEqual(lines);
  });

  test('tells the parameters of two sections apart, and takes a headless column for the finer part of a parameter', () => {
    const rows = [
      ...buildRows(['参数', '', '数值'], [['轮距', '前', '888 mm']], ['2 尺寸']),
      ...buildRows(['Parameter', 'Type', 'Range'], [['index', 'int', '0–50 mm']], ['3 Move'], 1),
    ];
    expect(factLines(extract(rows, { title: 'Robot protocol' }))).toEqual([
      'robot HAS_SPEC 888 mm {condition=前, note=2 尺寸, parameter=轮距}',
      'robot HAS_SPEC 0–50 mm {condition=Range, note=3 Move, parameter=index}',
    ]);
  });

  test('keys FMEA items by path and binds effects to the item', () => {
    const headers = ['Subsystem', 'Component', 'Failure Mode', 'Effect', 'Severity', 'Cause', 'Current Control', 'Recommended Action'];
    const output = extract(
      buildRows(headers, [['Drive', 'Shaft', 'Cracked', 'Pump stops', '8', 'Fatigue', 'Vibration check', 'Replace at overhaul']]),
      {
        title: 'FMEA',
      },
    );
    expect(factLines(output)).toEqual([
      'FMEA › Drive › Shaft PART_OF FMEA › Drive',
      'FMEA › Drive › Shaft HAS_MODE Cracked',
      'Cracked HAS_EFFECT Pump stops {component=FMEA › Drive › Shaft, severity=8}',
      'Cracked CAUSED_BY Fatigue {component=FMEA › Drive › Shaft}',
      'Cracked DETECTED_BY Vibration check {component=FMEA › Drive › Shaft}',
      'Cracked MITIGATED_BY Replace at overhaul {component=FMEA › Drive › Shaft}',
    ]);
  });

  test('observes work orders on their asset and codes their words', () => {
    const rows = buildRows(
      ['工单号', '日期', '设备位号', '故障描述'],
      [
        ['WO2024001', '2024-03-02', 'P-101A', '机封漏水，更换机封'],
        ['WO2024002', '2024-04-02', 'P-101B', 'DE bearing noisy, replaced'],
        ['WO2024003', '2024-05-02', 'P-101B', '检查有无泄漏'],
      ],
    );
    const output = extract(rows, { records: rows.map(buildRecord) });
    expect(factLines(output)).toEqual([
      'WO2024001 ON P-101A',
      'WO2024001 RECORDS external leakage of process medium',
      'WO2024002 ON P-101B',
      'WO2024002 RECORDS noise',
      'WO2024003 ON P-101B',
    ]);
    expect(new Set(output.facts.map(({ evidence }) => evidence.status))).toEqual(new Set(['observed']));
    expect(output.coded.map(({ ordinal, field, value }) => [ordinal, field, value.kind === 'concept' ? value.concept : ''])).toEqual([
      [0, 'coded:failure-mode', 'failure-mode/external-leakage-process'],
      [0, 'coded:activity', 'activity/replace'],
      [0, 'coded:component', 'component/mechanical-seal'],
      [1, 'coded:failure-mode', 'failure-mode/noise'],
      [1, 'coded:activity', 'activity/replace'],
      [1, 'coded:component', 'component/drive-end-bearing'],
      [2, 'coded:activity', 'activity/inspect'],
    ]);
    expect(output.scopes.map(({ keys }) => output.keys.filter((key) => keys.includes(key.id)).map((key) => key.text))).toEqual([
      ['P-101A'],
      ['P-101B'],
      ['P-101B'],
    ]);
  });

  test('goes on with the symptom of the row before where the first cell is empty, over chunks too', () => {
    const headers = ['Symptom', 'Cause', 'Remedy'];
    const rows = buildRows(headers, [
      ['Low pressure', 'Worn impeller', 'Replace it'],
      ['', 'Wrong rotation', 'Swap two phases'],
    ]);
    const whole = factLines(extract(rows));
    const first = extract(rows.slice(0, 1));
    const second = extract(rows.slice(1), { carry: first.carry });
    expect(whole).toContain('Low pressure CAUSED_BY Wrong rotation');
    expect([...factLines(first), ...factLines(second)]).toEqual(whole);
  });

  test.each([
    ['Symptom', 'Cause', 'Low pressure', 'Wrong rotation'],
    ['故障现象', '原因', '压力低', '转向错误'],
  ])('takes the symptom from the label that spans the row: %s', (symptom, cause, label, found) => {
    const cells = [{ column: cause, role: 'cause', start: 0, end: found.length }] as const;
    const structure = { table: 2, rowLabels: [{ text: label, column: symptom, order: 2 }] };
    const row = buildPassage({ kind: 'table-row', text: found, cells, order: 3, structure });
    expect(factLines(extract([row]))).toContain(`${label} CAUSED_BY ${found}`);
  });

  test('gives a row of another table under the same headings no symptom of the table before', () => {
    const headers = ['Symptom', 'Cause', 'Remedy'];
    const headings = ['Faults'];
    const first = buildRows(headers, [['Low pressure', 'Worn impeller', 'Replace it']], headings);
    const second = buildRows(headers, [['', 'Wrong rotation', 'Swap two phases']], headings, 5);
    expect(factLines(extract([...first, ...second])).join()).not.toContain('Low pressure CAUSED_BY Wrong rotation');
  });

  test('reads the steps of two sections of one name as two procedures', () => {
    const step = (order: number, section: number, text: string) =>
      buildPassage({ kind: 'step', text, headings: ['Removal 拆卸'], order, structure: { section } });
    const output = extract([step(1, 0, 'Drain the pump.'), step(2, 0, 'Pull the seal.'), step(9, 8, 'Heat the housing.')]);
    const orders = output.facts.flatMap(({ fact }) => (fact.predicate === 'HAS_STEP' ? fact.qualifiers : []));
    expect(JSON.stringify(orders).match(/"number":\d/g)).toEqual(['"number":1', '"number":2', '"number":1']);
    expect(new Set(output.facts.flatMap(({ fact }) => (fact.predicate === 'HAS_STEP' ? fact.subject : []))).size).toBe(2);
  });

  test('links the two languages of a glossary', () => {
    const output = extract(buildRows(['Term', 'Definition'], [['wear ring', '口环']]));
    expect(output.links.map((link) => link.class).sort()).toEqual(['glossary', 'vocabulary', 'vocabulary']);
  });
});

describe('extractChunk on text', () => {
  test.each([
    ['Cavitation leads to impeller damage.', 'impeller damage CAUSED_BY Cavitation'],
    ['Bearing overheating is usually caused by lack of grease.', 'Bearing overheating CAUSED_BY lack of grease'],
    ['The seal leaks due to dry running.', 'seal leaks CAUSED_BY dry running'],
    ['轴承过热多由润滑脂不足引起。', '轴承过热 CAUSED_BY 润滑脂不足'],
    ['汽蚀会导致叶轮损坏。', '叶轮损坏 CAUSED_BY 汽蚀'],
    ['由于滤网堵塞，泵流量不足。', '泵流量不足 CAUSED_BY 滤网堵塞'],
    ['If the pump vibrates, check the alignment.', 'pump vibrates REMEDIED_BY check the alignment'],
    ['如果轴承过热，则应补充润滑脂。', '轴承过热 REMEDIED_BY 补充润滑脂'],
  ])('reads the direction of %s', (text, line) => {
    expect(factLines(extract([buildPassage({ text })]))).toContain(line);
  });

  test('reads no cause where no trouble is named', () => {
    expect(factLines(extract([buildPassage({ text: 'The manual is thick due to its many pages.' })]))).toEqual([]);
  });

  test.each([
    ['The bearing temperature must not exceed 75 °C.', 'P-101A HAS_SPEC not exceed 75 °C {parameter=bearing temperature}'],
    ['轴承温度不得超过75℃。', 'P-101A HAS_SPEC 不得超过75℃ {parameter=bearing temperature}'],
  ])('binds a value to the parameter before it: %s', (text, line) => {
    expect(factLines(extract([buildPassage({ text, headings: ['P-101A'] })]))).toContain(line);
  });

  test.each(['冲洗压力比吸入压力高 0.8 bar。', 'Keep it higher than the suction pressure by 0.8 bar.'])(
    'takes a difference for no value: %s',
    (text) => {
      expect(
        factLines(extract([buildPassage({ text, headings: ['P-101A'] })])).filter((line) => line.includes('suction pressure')),
      ).toEqual([]);
    },
  );

  test('orders the steps of a procedure, over chunks too', () => {
    const steps = ['Stop the pump.', '用扭力扳手拧紧螺栓。', 'Vent the casing.'].map((text, at) =>
      buildPassage({ kind: 'step', text, marker: String(at + 1), headings: ['4 Start-up'], order: at }),
    );
    const whole = extract(steps, { title: 'Manual' });
    const orders = whole.facts.filter(({ fact }) => fact.predicate === 'HAS_STEP').map(({ fact }) => fact.qualifiers[0]?.value);
    expect(orders.map((order) => (order?.kind === 'value' && order.value.kind === 'number' ? order.value.number : undefined))).toEqual([
      1, 2, 3,
    ]);
    expect(factLines(whole)).toContain('Manual › 4 Start-up REQUIRES torque wrench');
    const first = extract(steps.slice(0, 2), { title: 'Manual' });
    const second = extract(steps.slice(2), { title: 'Manual', carry: first.carry });
    expect([...first.facts, ...second.facts].map(({ fact }) => fact.id).sort()).toEqual(whole.facts.map(({ fact }) => fact.id).sort());
  });

  test('takes the hazards of a warning, with the signal word as severity', () => {
    const output = extract([
      buildPassage({ kind: 'warning', text: 'DANGER: rotating parts!' }),
      buildPassage({ kind: 'warning', text: '警告：高温表面！', order: 1 }),
    ]);
    expect(factLines(output)).toEqual([
      'cooling water pump HAS_HAZARD rotating parts {severity=danger}',
      'cooling water pump HAS_HAZARD hot surface {severity=warning}',
    ]);
  });

  test('links names in brackets and gives a named tag its class', () => {
    const output = extract([
      buildPassage({ text: '检查机械密封 (mech seal)。' }),
      buildPassage({ text: 'Cooling water pump P-101A runs.', order: 1 }),
    ]);
    expect(output.links.map((link) => link.class)).toContain('apposition');
    expect(output.links.map((link) => link.class)).toContain('said-together');
    expect(factLines(output)).toContain('P-101A OF_CLASS cooling water pump');
  });

  test('spreads a pair of tags and takes the innermost heading for scope', () => {
    const output = extract([buildPassage({ text: 'Open the valve.', headings: ['P-101A/B', 'Cleaning'] })]);
    const names = output.scopes[0]?.keys.map((id) => output.keys.find((key) => key.id === id)?.text).sort();
    expect(names).toEqual(['P-101A', 'P-101B']);
  });
});

describe('laws of extractChunk', () => {
  test('the carry stays small however long headings and cells are', () => {
    const long = '泵'.repeat(100_000);
    const step = buildPassage({ kind: 'step', text: '停泵', headings: [long, `${long}2`] });
    const rows = buildRows(['Symptom', 'Cause'], [[long, 'leak']], [long]);
    expect(Buffer.byteLength(JSON.stringify(extract([step, ...rows], { title: long }).carry))).toBeLessThan(64 * 1024);
  });

  test('paths that differ only at their end are two procedures', () => {
    const heading = 'A very long chapter title '.repeat(12);
    const steps = ['A', 'B'].map((end, order) => buildPassage({ kind: 'step', text: 'Stop.', headings: [heading, end], order }));
    expect(new Set(extract(steps).facts.map(({ fact }) => fact.subject)).size).toBe(2);
  });

  const piece = fc.constantFrom(
    'P-101A',
    '轴承过热',
    '由于',
    'bearing',
    ' is caused by ',
    '导致',
    '75 ℃',
    '，',
    '. ',
    '\t',
    '机械密封 (mechanical seal)',
    '如果',
    'WARNING: ',
    '水',
    ' leaks ',
    '1. ',
    '压力',
  );
  const passages = fc
    .array(
      fc.record({
        pieces: fc.array(piece, { minLength: 1, maxLength: 12 }),
        kind: fc.constantFrom('paragraph' as const, 'step' as const, 'warning' as const),
      }),
      { maxLength: 6 },
    )
    .map((list) =>
      list.map(({ pieces, kind }, order) => buildPassage({ kind, text: pieces.join(''), headings: ['P-102 热交换器'], order })),
    );

  test('each quote is the text at its span, and each key of a fact is given', () => {
    fc.assert(
      fc.property(passages, (list) => {
        const output = extract(list);
        const keys = new Set(output.keys.map((key) => key.id));
        for (const { fact, evidence } of output.facts) {
          const text = list.find((passage) => passage.id === evidence.passageId)?.text ?? '';
          expect(evidence.quote).toBe(text.slice(evidence.start, evidence.end));
          expect(evidence.quote.length).toBeGreaterThan(0);
          expect(keys.has(fact.subject)).toBe(true);
        }
        for (const use of output.uses) expect(keys.has(use.key)).toBe(true);
        for (const scope of output.scopes) for (const key of scope.keys) expect(keys.has(key)).toBe(true);
      }),
    );
  });

  test('the same chunk gives the same bytes, and chunks with their carries give what the whole gives', () => {
    const ids = (output: ReturnType<typeof extract>) =>
      output.facts.map(({ fact, evidence }) => `${fact.id} ${evidence.passageId} ${evidence.start}`);
    fc.assert(
      fc.property(passages, fc.nat(6), (list, cut) => {
        const whole = extract(list);
        expect(JSON.stringify(extract(list))).toBe(JSON.stringify(whole));
        const first = extract(list.slice(0, cut));
        const second = extract(list.slice(cut), { carry: first.carry });
        expect([...ids(first), ...ids(second)].sort()).toEqual(ids(whole).sort());
      }),
    );
  });
});
