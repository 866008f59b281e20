import { expect, test } from 'vitest';
import { type Key, makeFact, NODE_KINDS, type NodeKind, PREDICATES, parseTenantId } from '../kernel/index.ts';
import { makeKey } from './keys/make-key.ts';
import { SCHEMA, validate } from './schema.ts';

function buildKey(type: NodeKind, text: string): Key {
  const tenant = parseTenantId('plant');
  const key = tenant === undefined ? undefined : makeKey({ tenant, type, class: 'name', site: 'site', text });
  if (key === undefined) throw new Error('the test needs a key');
  return key;
}
const keysOf = (...keys: readonly Key[]) => new Map(keys.map((key) => [key.id, key]));

test('the schema has a rule for every node kind and predicate', () => {
  expect(Object.keys(SCHEMA.nodes).sort()).toEqual([...NODE_KINDS].sort());
  expect(Object.keys(SCHEMA.predicates).sort()).toEqual([...PREDICATES].sort());
});

test('a fact within domain and range is valid', () => {
  const symptom = buildKey('Symptom', '轴承过热');
  const cause = buildKey('Cause', 'lack of grease');
  expect(validate(makeFact(symptom.id, 'CAUSED_BY', { kind: 'key', key: cause.id }, []), keysOf(symptom, cause))).toBeUndefined();
});

test('a fact out of domain or range, with a foreign qualifier or key, or about itself is refused with the reason', () => {
  const symptom = buildKey('Symptom', 'noise');
  const tool = buildKey('Tool', 'wrench');
  const keys = keysOf(symptom, tool);
  const object = (key: Key) => ({ kind: 'key' as const, key: key.id });
  const text = { kind: 'value' as const, value: { kind: 'text' as const, text: 'x' } };
  expect(validate(makeFact(tool.id, 'CAUSED_BY', object(symptom), []), keys)).toContain('Tool as subject');
  expect(validate(makeFact(symptom.id, 'CAUSED_BY', object(tool), []), keys)).toContain('Tool as object');
  expect(validate(makeFact(symptom.id, 'CAUSED_BY', text, []), keys)).toContain('text as object');
  expect(validate(makeFact(symptom.id, 'CAUSED_BY', object(symptom), []), keys)).toContain('itself');
  expect(validate(makeFact(symptom.id, 'CAUSED_BY', object(symptom), [{ name: 'order', value: text }]), keys)).toContain('qualifier order');
  expect(validate(makeFact(symptom.id, 'CAUSED_BY', object(buildKey('Cause', 'y')), []), keys)).toContain('no key');
});
