import type { Random } from '../../datasets/index.ts';
import type { Schema } from './described-operations.ts';

/** What values are drawn with. */
export interface ValueSource {
  readonly random: Random;
  readonly named: Readonly<Record<string, Schema>>;
  /** Ids that the service has told of, and others of their form. */
  readonly ids: readonly string[];
  /** How often a part is not as its schema says, from 0 to 1. */
  readonly broken: number;
}

const DEEPEST = 6;
const REFERENCE = /^#\/components\/schemas\/(.+)$/;
const TEXTS = [
  'P-101A',
  'E101',
  '泵振动大的原因是什么？',
  'What is the tightening torque of P-101A?',
  '轴承',
  'bearing temperature',
  'maintenance',
  '2026-01-31',
  '2026-01-31T00:00:00Z',
  '+08:00',
  'UTC',
  'asset',
  'x:Remark',
  '',
  ' ',
  '\u0000',
  '\ud800',
  'ﷺ',
  "' or 1=1 --",
  '../../etc/passwd',
  '%00%ff',
  '-1',
  '1e309',
  '1,2,3,4',
  '💥'.repeat(50),
  'x'.repeat(5_000),
];
const NUMBERS = [0, 1, 2, 10, 100, -1, 0.5, 1e9, Number.MAX_SAFE_INTEGER, -1e300];

/** A value that a schema describes, or now and then one that it does not. */
export function drawValue(schema: Schema, source: ValueSource, depth = 0): unknown {
  const { random, named, broken } = source;
  if (random.chance(broken)) return drawAnything(source, depth);
  const reference = REFERENCE.exec(typeof schema.$ref === 'string' ? schema.$ref : '')?.[1];
  if (reference !== undefined) return drawValue(named[reference] ?? {}, source, depth + 1);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return random.pick<unknown>(schema.enum);
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (choices !== undefined) return drawValue(random.pick<Schema>(choices), source, depth + 1);
  const type: unknown = Array.isArray(schema.type) ? random.pick<unknown>(schema.type) : schema.type;
  switch (type) {
    case 'string':
      return drawText(source);
    case 'integer':
    case 'number':
      return drawNumber(schema, random);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    case 'array': {
      const items = isSchema(schema.items) ? schema.items : {};
      const length = depth >= DEEPEST ? 0 : random.integer(Number(schema.minItems ?? 0), Number(schema.minItems ?? 0) + 3);
      return Array.from({ length }, () => drawValue(items, source, depth + 1));
    }
    case 'object':
      return drawObject(schema, source, depth);
    default:
      return drawAnything(source, depth);
  }
}

function drawObject(schema: Schema, source: ValueSource, depth: number): unknown {
  const { random, broken } = source;
  const required = new Set(Array.isArray(schema.required) ? schema.required.map(String) : []);
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  const kept = properties.filter(([name]) => (required.has(name) ? !random.chance(broken) : depth < DEEPEST && random.chance(0.4)));
  const drawn = kept.map(([name, part]) => [name, isSchema(part) ? drawValue(part, source, depth + 1) : null] as const);
  return Object.fromEntries(random.chance(broken) ? [...drawn, ['unknown', 1]] : drawn);
}

function drawText({ random, ids }: ValueSource): string {
  return ids.length > 0 && random.chance(0.4) ? random.pick(ids) : random.pick(TEXTS);
}

/** Mostly within the bounds. */
function drawNumber({ minimum, maximum, type }: Schema, random: Random): number {
  if (random.chance(0.2)) return random.pick(NUMBERS);
  const low = typeof minimum === 'number' ? minimum : 0;
  const high = Math.min(typeof maximum === 'number' ? maximum : low + 100, low + 1_000);
  return type === 'integer' ? random.integer(low, high) : low + random.next() * (high - low);
}

function drawAnything(source: ValueSource, depth: number): unknown {
  const { random } = source;
  const kind = random.integer(0, depth >= DEEPEST ? 3 : 5);
  if (kind === 0) return null;
  if (kind === 1) return random.chance(0.5);
  if (kind === 2) return random.pick(NUMBERS);
  if (kind === 3) return drawText(source);
  const parts = Array.from({ length: random.integer(0, 3) }, () => drawAnything(source, depth + 1));
  return kind === 4
    ? parts
    : Object.fromEntries(parts.map((part, at) => [random.pick(['id', 'kind', 'text', '__proto__', `${at}`]), part]));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
