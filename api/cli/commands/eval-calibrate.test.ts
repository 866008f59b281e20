import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runTold } from '../test-support/run-told.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-calibrate-'));
  process.env.FAULTLINE_CROSS_ENCODER = 'off';
});
afterAll(async () => {
  delete process.env.FAULTLINE_CROSS_ENCODER;
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => rm(join(folder, 'support-calibration.json'), { force: true }));

const run = (...words: string[]) => runTold(folder, words);

/** Half of them in other words than their source, half with something that nobody said, in both languages. */
const PAIRS = Array.from({ length: 60 }, (_, at) => {
  const [torque, hours] = [40 + at, 100 + 5 * at];
  const zh = `泵壳螺栓的拧紧力矩为 ${torque} N·m，轴承每 ${hours} 小时润滑一次。`;
  const en = `Tighten the casing bolts to ${torque} N·m. Grease the bearing every ${hours} hours.`;
  return at % 2 === 0
    ? [
        [`轴承润滑每 ${hours} 小时进行一次`, zh, '支持'],
        [`泵壳螺栓须由厂家工程师检验后方可投用`, zh, '不支持'],
      ]
    : [
        [`The bearing is greased every ${hours} hours`, en, 'supported'],
        [`The casing is pressure tested by the vendor before shipping`, en, 'unsupported'],
      ];
}).flat();

async function fileOf(rows: readonly (readonly string[])[], header = 'claim,sources,label'): Promise<string> {
  const path = join(folder, 'claims.csv');
  await writeFile(path, `${header}\n${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`);
  return path;
}

it('fits the score to own claims, which verify then has, doctor names and --reset takes back', async () => {
  const request = join(folder, 'request.json');
  const source = { id: 'm', text: 'Tighten the casing bolts to 45 N·m. 轴承每 250 小时润滑一次。' };
  const claims = [
    { text: 'The casing bolts get 45 N·m.' },
    { text: 'Tighten the casing bolts to 54 N·m.' },
    { text: '轴承润滑每 250 小时一次。' },
  ];
  await writeFile(request, JSON.stringify({ claims, sources: [source], strictness: 'balanced' }));
  const verify = async () => JSON.parse((await run('verify', request, '--json')).out);
  const before = await verify();
  expect(before.calibration).toBeUndefined();

  const fitted = await run('eval', 'calibrate', '--claims', await fileOf(PAIRS));
  expect(fitted.code).toBe(0);
  expect(fitted.out).toMatch(/120 claims, five folds +before +after/u);
  expect(fitted.out).toMatch(/calibration error .* 0\.\d{3} +0\.\d{3}/u);
  const after = await verify();
  expect(after.calibration).toMatch(/^[0-9a-f]{12}$/u);
  expect(after.claims[0].score).not.toBe(before.claims[0].score);
  // Whatever the score: what the source contradicts stays so.
  expect(after.claims[1].verdict).toBe('contradicted');
  expect((await run('doctor')).out).toMatch(/✓ calibration: [0-9a-f]{12}: 120 claims of \d{4}-\d\d-\d\d \(data [0-9a-f]{12}\)/u);

  expect((await run('eval', 'calibrate', '--reset')).code).toBe(0);
  expect(await verify()).toEqual(before);
  expect((await run('doctor')).out).not.toContain('calibration');
});

it.each<[string, readonly (readonly string[])[], RegExp]>([
  ['too few', PAIRS.slice(0, 99), /label at least 100/],
  ['of one label', PAIRS.map(([claim = '', source = '']) => [claim, source, '1']), /at least 10 that are supported/],
  ['labelled with words of its own', [...PAIRS, ['泵', '泵', '也许']], /these 1 rows[\s\S]*line 122: its label "也许"/],
  ['without a label', [...PAIRS, ['The pump.', 'The pump.', '']], /line 122: has no label/],
  ['without a source', [...PAIRS, ['The pump.', '', '1']], /line 122: its contexts are empty/],
  ['short of a cell', [...PAIRS, ['The pump.', '1']], /line 122: has 2 cells/],
  [
    'labelled the wrong way round',
    PAIRS.map(([claim = '', source = '', label = '']) => [claim, source, /^(?:支持|supported)$/u.test(label) ? '0' : '1']),
    /turned round/,
  ],
])('refuses claims that are %s, says what to do and keeps nothing', async (_, rows, says) => {
  const refused = await run('eval', 'calibrate', '--claims', await fileOf(rows));
  expect(refused.code).toBe(64);
  expect(refused.note).toMatch(says);
  expect(existsSync(join(folder, 'support-calibration.json'))).toBe(false);
});

it('does not use what was fitted over other scores, and refuses a damaged file', async () => {
  await run('eval', 'calibrate', '--claims', await fileOf(PAIRS));
  process.env.FAULTLINE_CROSS_ENCODER = 'bundled';
  expect((await run('doctor')).out).toMatch(/! calibration: is not used.*cross-encoder off/u);
  process.env.FAULTLINE_CROSS_ENCODER = 'off';
  await writeFile(join(folder, 'support-calibration.json'), '{"format":"faultline-calibration-1"}');
  expect((await run('doctor')).out).toMatch(/✗ calibration: .*eval calibrate/u);
  const request = join(folder, 'request.json');
  await writeFile(request, JSON.stringify({ claims: [{ text: 'The pump runs.' }], sources: [{ id: 'm', text: 'The pump runs.' }] }));
  expect((await run('verify', request)).code).toBe(78);
});
