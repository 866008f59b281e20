import { expect, test } from 'vitest';
import { type KeyClass, parseTenantId } from '../../kernel/index.ts';
import { conceptById } from '../vocabularies/catalogue.ts';
import { conceptKey, makeKey } from './make-key.ts';

const tenant = parseTenantId('plant');
function build(text: string, keyClass: KeyClass = 'name', site = 'site') {
  if (tenant === undefined) throw new Error('the test needs a tenant');
  return makeKey({ tenant, type: keyClass === 'tag' ? 'FunctionalLocation' : 'Symptom', class: keyClass, site, text });
}

test('tags fold as codes: width, case and dash do not matter, a digit does', () => {
  expect(build('Ｐ－１０１Ａ', 'tag')?.id).toBe(build('p-101a', 'tag')?.id);
  expect(build('P-101', 'tag')?.id).not.toBe(build('P-102', 'tag')?.id);
});

test('names fold as text, without the marks at their edges', () => {
  expect(build('“軸承過熱。”')?.id).toBe(build('轴承过热')?.id);
  expect(build(' No Flow. ')?.id).toBe(build('no flow')?.id);
});

test('a bracket belongs to a name where its partner stands within it', () => {
  expect(build('[KINS]JOINTS')?.text).toBe('[KINS]JOINTS');
  expect(build('“额定值（最大）”。')?.text).toBe('额定值（最大）');
  expect(build('（额定值）')?.text).toBe('额定值');
  expect(build('[Rated')?.text).toBe('Rated');
  expect(build('*(see 3) Torque:')?.text).toBe('(see 3) Torque');
});

test('the same name at two sites is two keys', () => {
  expect(build('noise', 'name', 'a')?.id).not.toBe(build('noise', 'name', 'b')?.id);
});

test('a text of marks alone names nothing', () => {
  expect(build(' —。')).toBeUndefined();
});

test('a long name is cut, so that a key stays a name', () => {
  expect(build('过热'.repeat(300))?.text.length).toBeLessThanOrEqual(200);
});

test('the key of a concept is found by the concept id and belongs to no site', () => {
  const concept = conceptById('failure-mode/leakage');
  if (concept === undefined || tenant === undefined) throw new Error('the test needs a concept');
  expect(conceptKey(tenant, concept)).toMatchObject({ folded: 'failure-mode/leakage', site: '', class: 'code', type: 'FailureMode' });
});
