import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const TYPES = ['PhysicalObject', 'Activity', 'State', 'Process', 'Property', 'Position', 'Agent', 'Consumable'] as const;
const RELATIONS = ['hasPart', 'hasPatient', 'hasAgent', 'hasProperty', 'locatedIn', 'uses'] as const;
const SENTENCE = z.strictObject({
  id: z.string().regex(/^[ab]\d{3}$/),
  text: z.string().min(2),
  source: z.enum(['order', 'shift', 'inspection', 'alarm']),
  entities: z.array(z.strictObject({ start: z.int().min(0), end: z.int(), type: z.enum(TYPES) })),
  relations: z.array(z.strictObject({ head: z.int().min(0), tail: z.int().min(0), type: z.enum(RELATIONS) })),
});
const read = (name: string) =>
  readFileSync(new URL(`log-sentences/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => SENTENCE.parse(JSON.parse(line)));

const ENTITIES_ONLY = SENTENCE.omit({ source: true, relations: true }).extend({ id: z.string().regex(/^[cd]\d{4}$/) });

describe('the Chinese log sentences', () => {
  const sentences = read('sentences.jsonl');

  it('are at least six hundred, each text once, and a hundred of them were read a second time', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(600);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    const second = read('second-reading.jsonl');
    expect(second).toHaveLength(100);
    const texts = new Map(sentences.map(({ id, text }) => [id, text]));
    expect(second.filter(({ id, text }) => texts.get(id) !== text)).toEqual([]);
  });

  it('are never among those of which entities alone are marked, and whose marks lie in the text too', () => {
    const own = new Set(sentences.map(({ text }) => text));
    const more = readFileSync(new URL('log-sentences/entities-only.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    for (const { text, entities } of more.map((line) => ENTITIES_ONLY.parse(JSON.parse(line)))) {
      expect(own.has(text)).toBe(false);
      entities.forEach(({ start, end }, at) => {
        expect(start).toBeGreaterThanOrEqual(entities[at - 1]?.end ?? 0);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      });
    }
  });

  it('have marks that lie in the text, in order and beside each other, and relations between marks', () => {
    for (const { text, entities, relations } of sentences) {
      entities.forEach(({ start, end }, at) => {
        expect(start).toBeGreaterThanOrEqual(entities[at - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      });
      for (const { head, tail } of relations) {
        expect(head).not.toBe(tail);
        expect(Math.max(head, tail)).toBeLessThan(entities.length);
      }
    }
  });
});
