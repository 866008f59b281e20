import { expect, test } from 'vitest';
import { fold } from '../../kernel/index.ts';
import { wordsOf } from '../extract/concept-index.ts';
import { CONCEPTS, conceptById, conceptNames, conceptsOfKind } from './catalogue.ts';

const matchForm = (name: string) =>
  /\p{sc=Han}/u.test(name)
    ? fold(name)
    : wordsOf(fold(name))
        .map((word) => word.stem)
        .join(' ');

test('the vocabulary holds at least 600 concepts, each with an id of its own', () => {
  expect(CONCEPTS.length).toBeGreaterThanOrEqual(600);
  expect(new Set(CONCEPTS.map((concept) => concept.id)).size).toBe(CONCEPTS.length);
});

test('no name belongs to two concepts', () => {
  const owner = new Map<string, string>();
  const shared: string[] = [];
  for (const concept of CONCEPTS) {
    for (const name of conceptNames(concept)) {
      const form = matchForm(name);
      const held = owner.get(form);
      if (held !== undefined && held !== concept.id) shared.push(`${name}: ${held}, ${concept.id}`);
      owner.set(form, concept.id);
    }
  }
  expect(shared).toEqual([]);
});

test('a concept is found by id and by kind, with the names of both languages', () => {
  const seal = conceptById('component/mechanical-seal');
  expect(seal?.zh[0]).toBe('机械密封');
  expect(seal?.en[0]).toBe('mechanical seal');
  expect(conceptsOfKind('Component')).toContain(seal);
  expect(conceptById('component/none-such')).toBeUndefined();
});
