import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import type { SourceText } from './source-text.ts';
import { type VerifyRequest, verifyClaims } from './verify-claims.ts';

const GRAMMAR = siteGrammar([]);

function judged(text: string, sources: readonly (string | SourceText)[], question?: string) {
  const held = sources.map((source, at): SourceText => (typeof source === 'string' ? { id: `s${at}`, text: source } : source));
  const request: VerifyRequest = { claims: [{ text }], sources: held, ...(question === undefined ? {} : { question }) };
  const [claim] = verifyClaims(request, GRAMMAR).claims;
  if (claim === undefined) throw new Error('no claim');
  return { verdict: claim.verdict, faults: claim.checks.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name) };
}

function row(id: string, columns: readonly string[], ...texts: readonly string[]): SourceText {
  let start = 0;
  const cells = texts.map((text, at) => {
    const cell = { column: columns[at] ?? '', start, end: start + text.length };
    start += text.length + 1;
    return cell;
  });
  return { id, text: texts.join('\t'), cells };
}

describe('a word put for its opposite', () => {
  it.each([
    ['Enable the draft guard of the loom before the first run.', 'Disable the draft guard of the loom before the first run.'],
    ['The weft sensor is reported as connected by the panel.', 'The weft sensor is reported as disconnected by the panel.'],
    ['The loom switches back to the slow speed automatically.', 'The loom switches back to the slow speed manually.'],
    ['启用织机的断纬保护之后再试车。', '禁用织机的断纬保护之后再试车。'],
    ['面板支持显示断纬次数。', '面板不支持显示断纬次数。'],
    ['张力调节螺钉位于卷布辊上方。', '张力调节螺钉位于卷布辊下方。'],
    ['最多支持 4 个断纬传感器同时接入。', '至少支持 4 个断纬传感器同时接入。'],
  ])('is contradicted: %s', (source, claim) => {
    expect(judged(claim, [source]).verdict).toBe('contradicted');
  });

  it('is contradicted though another sentence has most of the words', () => {
    const sources = ['The warp panel opened might be unexpected.', 'What is unexpected might be that a closed panel is one without warp.'];
    expect(judged('The warp panel closed might be unexpected.', sources).verdict).toBe('contradicted');
  });

  it('is supported where another sentence says just that', () => {
    const sources = ['Open the warp panel with the key.', 'Close the warp panel with the key.'];
    expect(judged('One should close the warp panel with the key.', sources).verdict).toBe('supported');
  });
});

describe('the same in other forms', () => {
  it.each([
    ['If the reed is bent, do not force it into the sley.', "If the reed is bent, don't force it into the sley."],
    ['The loom is not ready when the lamp is red.', "The loom isn't ready when the lamp is red."],
    ['If the lamp is red, the reed may be bent.', 'The reed may be bent if the lamp is red.'],
    ['断纬传感器无法识别细纱。', '断纬传感器不能识别细纱。'],
  ])('is supported: %s', (source, claim) => {
    expect(judged(claim, [source]).verdict).toBe('supported');
  });
});

describe('what was added', () => {
  it.each([
    ['The belt of the loom runs under the floor.', 'The belt of the loom runs under the floor, and oak wedges dampen noise.'],
    ['织机的皮带从地板下面通过。', '织机的皮带从地板下面通过，并且橡木楔块可以减小噪声。'],
  ])('is unsupported, however much of the rest is held: %s', (source, claim) => {
    expect(judged(claim, [source])).toMatchObject({ verdict: 'unsupported', faults: expect.arrayContaining(['addition']) });
  });

  it.each([
    ['The motor of the loom is greased yearly.', 'The gearbox of the loom is greased yearly.'],
    ['织机的电机每年加一次脂。', '织机的齿轮箱每年加一次脂。'],
  ])('is unsupported of a machine that no source names: %s', (source, claim) => {
    expect(judged(claim, [source]).faults).toContain('asset-scope');
  });
});

describe('what holds under a condition alone', () => {
  const [en, zh] = ['If the lamp is red, the loom has to be threaded anew.', '如果红灯亮起，织机应重新穿纱。'];
  it.each([
    [en, 'The loom has to be threaded anew.'],
    [zh, '织机应重新穿纱。'],
    ['When the frame is level, if the lamp is red the loom is to be threaded anew.', 'If the lamp is red the loom is to be threaded anew.'],
  ])('is unsupported without it: %s', (source, claim) => {
    expect(judged(claim, [source])).toMatchObject({ verdict: 'unsupported', faults: ['condition'] });
  });

  it.each([
    [en, 'The loom has to be threaded anew once the lamp is red.', undefined],
    [en, 'The loom has to be threaded anew.', 'What has to be done when the lamp is red?'],
    [zh, '织机应重新穿纱。', '红灯亮起时怎么办？'],
  ])('is supported where claim or question names it: %s', (source, claim, question) => {
    expect(judged(claim, [source], question).verdict).toBe('supported');
  });
});

describe('a revision or version', () => {
  const source = (context: string): SourceText => ({
    id: 'a',
    text: 'The belt of the loom is 40 mm wide and runs under the floor. 皮带宽 40 毫米。',
    context,
  });
  it.each([
    ['Manual, revision B', 'According to revision C: the belt of the loom is 40 mm wide and runs under the floor.', 'contradicted'],
    ['Manual, revision B', 'According to revision B: the belt of the loom is 40 mm wide and runs under the floor.', 'supported'],
    ['Manual', 'According to revision C: the belt of the loom is 40 mm wide and runs under the floor.', 'unsupported'],
    ['Manual, version 2.4', 'In version 2.5 the belt of the loom is 40 mm wide and runs under the floor.', 'contradicted'],
    ['手册 B 版', '根据 C 版：皮带宽 40 毫米。', 'contradicted'],
    ['手册 B 版', '根据 B 版：皮带宽 40 毫米。', 'supported'],
  ])('has to be one that the source names: %s, %s', (context, claim, verdict) => {
    expect(judged(claim, [source(context)]).verdict).toBe(verdict);
  });
});

describe('a row told in a sentence', () => {
  const columns = ['Signal', 'Meaning', 'Type'];
  const rows = [row('a', columns, '1!30#L', 'yarn is torn', 'bit'), row('b', columns, '1!30#B', 'roller is full', 'word')];
  const zh = [row('c', ['信号', '含义'], 'A1', '纱线断裂'), row('d', ['信号', '含义'], 'B1', '卷布辊已满')];

  it('is supported with the names of its columns, in either language', () => {
    expect(judged('Type of 1!30#L: bit.', rows).verdict).toBe('supported');
    expect(judged('The meaning of 1!30#B is roller is full.', rows).verdict).toBe('supported');
    expect(judged('A1的含义：纱线断裂。', zh).verdict).toBe('supported');
  });

  it('is contradicted with the cell of another row', () => {
    expect(judged('Meaning of 1!30#L: roller is full.', rows)).toMatchObject({
      verdict: 'contradicted',
      faults: expect.arrayContaining(['row']),
    });
    expect(judged('A1的含义：卷布辊已满。', zh).verdict).toBe('contradicted');
  });

  it('is not supported under the name of a column that says something else', () => {
    expect(judged('Type of 1!30#L: yarn is torn.', rows).verdict).not.toBe('supported');
  });
});

describe('a code that no grammar knows', () => {
  it.each([
    ['The frame talks RS485 to the panel.', 'The frame talks RS487 to the panel.'],
    ['车架通过 RS485 与面板通信。', '车架通过 RS487 与面板通信。'],
  ])('is contradicted one digit off: %s', (source, claim) => {
    expect(judged(claim, [source])).toMatchObject({ verdict: 'contradicted', faults: expect.arrayContaining(['identifier']) });
  });
});

describe('cause and effect within a longer sentence', () => {
  it.each([
    ['由于车架没有护罩，如果纬纱松弛，会导致布面起皱，试车时应注意。', '由于车架没有护罩，如果布面起皱，会导致纬纱松弛，试车时应注意。'],
    ['由于轴承磨损，织机振动增大。', '由于织机振动增大，轴承磨损。'],
    ['With a slack belt, torn yarn leads to wrinkled cloth.', 'With a slack belt, wrinkled cloth leads to torn yarn.'],
  ])('may not change places: %s', (source, claim) => {
    expect(judged(claim, [source]).faults).toContain('cause-direction');
  });

  it('are in place where the condition moves behind', () => {
    const source = 'If three beams run at a time, the cloth may crease due to slack warp yarn.';
    expect(judged('The cloth may crease due to slack warp yarn if three beams run at a time.', [source]).verdict).toBe('supported');
  });
});

describe('steps', () => {
  const text =
    '1. Loosen the spacers of the beam.\n2. Slide the beam in.\n3. Loosen the spacers of the beam.\n4. Oil the beam. Wipe off what drips.';
  const order = (...claims: readonly string[]) =>
    verifyClaims({ claims: claims.map((claim) => ({ text: claim })), sources: [{ id: 'p', text }] }, GRAMMAR).claims.map(
      ({ verdict }) => verdict,
    );

  it('that stand twice are in order where one of the places is', () => {
    expect(order('Loosen the spacers of the beam.', 'Slide the beam in.', 'Loosen the spacers of the beam.')).toEqual(
      Array(3).fill('supported'),
    );
  });

  it('of several sentences are known by the first', () => {
    expect(order('Oil the beam. Wipe off what drips.', 'Slide the beam in.')).toEqual(['supported', 'contradicted']);
  });
});

describe('a duty', () => {
  const EN = 'The motor must be isolated before the coupling guard is removed.';
  const ZH = '拆下联轴器护罩之前必须断开电机电源。';
  it.each([
    [EN, 'You need not isolate the motor before the coupling guard is removed.'],
    [EN, 'There is no need to isolate the motor before the coupling guard is removed.'],
    [EN, 'You do not have to isolate the motor before the coupling guard is removed.'],
    [EN, 'It is not necessary to isolate the motor before the coupling guard is removed.'],
    [
      'Isolate the motor before the coupling guard is removed.',
      'There is no need to isolate the motor before the coupling guard is removed.',
    ],
    [ZH, '拆下联轴器护罩之前无需断开电机电源。'],
    [ZH, '拆下联轴器护罩之前用不着断开电机电源。'],
    [ZH, '拆下联轴器护罩之前不需要断开电机电源。'],
    [ZH, '拆下联轴器护罩之前没有必要断开电机电源。'],
    ['拆下联轴器护罩之前断开电机电源。', '拆下联轴器护罩之前无须断开电机电源。'],
  ])('is contradicted by a release from it: %s / %s', (source, claim) => {
    expect(judged(claim, [source]).verdict).toBe('contradicted');
    expect(judged(source, [claim]).verdict).toBe('contradicted');
  });

  it.each([
    [
      'It is not necessary to drain the oil before the filter is changed.',
      'There is no need to drain the oil before the filter is changed.',
    ],
    ['更换滤芯之前不需要排空机油。', '更换滤芯之前无需排空机油。'],
  ])('that there is none is supported in other words: %s', (source, claim) => {
    expect(judged(claim, [source]).verdict).toBe('supported');
  });
});
