import {
  type CitedEvidence,
  type DescribedFact,
  type EntityDetail,
  type ExplainedPaths,
  type FoundEntity,
  type NamedEntity,
  type Neighbourhood,
  predicatePhrase,
} from '../../app/index.ts';
import { compareText, type Predicate } from '../../kernel/index.ts';
import { describePlaces } from '../describe-place.ts';
import { describeSource } from './describe-source.ts';

type Direction = 'out' | 'in';
type NearFact = Neighbourhood['facts'][number];

/** Things one a line: name, names in words, kind, id. */
export function presentEntities(entities: readonly FoundEntity[]): string {
  return entities.map((entity) => `${describeEntity(entity)}  ${entity.type}  ${entity.id}\n`).join('');
}

/** A thing with its other names, its values and the facts there are to look at. */
export function presentEntity({ keys, values, relations, truncated, ...entity }: EntityDetail): string {
  const lines = [`${describeEntity(entity)}  ${entity.type}  ${entity.id}`];
  const others = [...new Set(keys.map(({ text }) => text))].filter((text) => text !== entity.name);
  if (others.length > 0) lines.push(`  also: ${others.join(' = ')}`);
  lines.push(...valueLines(values));
  for (const { predicate, direction, count } of relations) lines.push(`  ${predicatePhrase(predicate, direction)}: ${count}`);
  if (truncated) lines.push('  … and more than was counted');
  return `${lines.join('\n')}\n`;
}

/** What is around a thing as a tree: each fact once, under the thing that is nearer. `ids` adds the ids of the facts. */
export function presentNeighbourhood({ of, entities, facts, leftOut, truncated }: Neighbourhood, ids: boolean): string {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const shown = new Set<string>();
  const lines: string[] = [];
  const show = (entity: NamedEntity, indent: string): void => {
    const own = facts.flatMap((fact) => endsOf(fact, entity.id));
    const groups = new Map<string, { predicate: Predicate; direction: Direction; items: { fact: NearFact; other: NamedEntity }[] }>();
    for (const { fact, other, direction } of own) {
      if (shown.has(fact.id)) continue;
      const name = `${direction === 'out' ? 0 : 1} ${fact.predicate}`;
      const group = groups.get(name) ?? { predicate: fact.predicate, direction, items: [] };
      group.items.push({ fact, other });
      groups.set(name, group);
    }
    for (const { items } of groups.values()) for (const { fact } of items) shown.add(fact.id);
    for (const [, { predicate, direction, items }] of [...groups].sort(([a], [b]) => compareText(a, b))) {
      items.sort(
        (a, b) => compareText(a.other.type, b.other.type) || compareText(a.other.name, b.other.name) || compareText(a.fact.id, b.fact.id),
      );
      let type: string | undefined;
      for (const { fact, other } of items) {
        if (other.type !== type) lines.push(`${indent}${predicatePhrase(predicate, direction)} · ${other.type}`);
        type = other.type;
        const id = ids ? `  ${fact.id}` : '';
        lines.push(
          `${indent}  ${describeEntity(other)}${describeQualifiers(fact)}  [${describeEvidence(fact.evidence[0])}${more(fact.pieces)}]${id}`,
        );
        if ((byId.get(other.id)?.depth ?? 0) > (byId.get(entity.id)?.depth ?? 0)) show(other, `${indent}    `);
      }
      const left = leftOut.find((one) => one.entity === entity.id && one.predicate === predicate && one.direction === direction);
      if (left !== undefined) lines.push(`${indent}  … and ${left.count} more (--group)`);
    }
  };
  for (const entity of of) {
    lines.push(`${describeEntity(entity)}  ${entity.type}  ${entity.id}`);
    show(entity, '  ');
  }
  if (truncated) lines.push('… more is known than is shown; ask for fewer --predicates or a smaller --depth');
  return `${lines.join('\n')}\n`;
}

/** Paths one after the other, each step with its facts, where they stand and their ids. */
export function presentPaths({ paths, truncated, from, to }: ExplainedPaths): string {
  const ends = (entities: readonly NamedEntity[]) => entities.map((entity) => `${describeEntity(entity)} (${entity.type})`).join(', ');
  const lines = [`${ends(from)} → ${ends(to)}: ${paths.length === 0 ? 'no path' : `${paths.length} path${paths.length > 1 ? 's' : ''}`}`];
  paths.forEach(({ steps }, at) => {
    lines.push(`${at + 1}. ${[steps[0]?.from, ...steps.map((step) => step.to)].flatMap((end) => end?.name ?? []).join(' – ')}`);
    for (const step of steps) {
      for (const fact of step.facts) {
        const said = `${describeEntity(step.from)} – ${predicatePhrase(fact.predicate, fact.direction)} – ${describeEntity(step.to)}`;
        lines.push(`   ${said}${describeQualifiers(fact)}  [${describeEvidence(fact.evidence[0])}${more(fact.pieces)}]  ${fact.id}`);
      }
      if (step.of > step.facts.length) lines.push(`   … and ${step.of - step.facts.length} more facts between these two`);
    }
  });
  if (truncated) lines.push('… there may be other paths; raise --limit or name --predicates');
  return `${lines.join('\n')}\n`;
}

/** A fact with all its evidence: quote, document, revision, place, status, and the place that `show` takes. */
export function presentFact(fact: DescribedFact): string {
  const object = fact.object.kind === 'entity' ? describeEntity(fact.object.entity) : fact.object.value.text;
  const lines = [
    fact.id,
    `  ${describeEntity(fact.subject)} – ${predicatePhrase(fact.predicate, 'out')} – ${object}${describeQualifiers(fact)}`,
  ];
  for (const piece of fact.evidence) {
    lines.push(`  ${piece.status}: "${oneLine(piece.quote)}"  [${describeEvidence(piece)}]`);
    lines.push(`      ${piece.passageId}:${piece.start}-${piece.end}  ${piece.extractor} ${piece.extractorVersion}`);
  }
  return `${lines.join('\n')}\n`;
}

function describeEntity({ name, zh, en }: NamedEntity): string {
  const others = [zh, en].filter((other) => other !== undefined && other !== name);
  return others.length === 0 ? name : `${name} (${others.join(', ')})`;
}

/** Values by name; what several documents say alike is one line with all of them. */
function valueLines(values: readonly DescribedFact[]): string[] {
  const sources = new Map<string, string[]>();
  for (const fact of values) {
    const said = describeValue(fact);
    const own = fact.evidence.map((evidence) => describeSource(evidence, 'en'));
    sources.set(said, [...new Set([...(sources.get(said) ?? []), ...own])]);
  }
  return [...sources].sort(([a], [b]) => compareText(a, b)).map(([said, where]) => `  ${said}  [${where.join('; ')}]`);
}

function describeValue({ predicate, object, qualifiers }: DescribedFact): string {
  const value = object.kind === 'value' ? object.value.text : object.entity.name;
  const parameter = qualifiers.find(({ name }) => name === 'parameter')?.text ?? predicatePhrase(predicate, 'out');
  const rest = qualifiers.filter(({ name }) => name !== 'parameter');
  return `${parameter}: ${value}${describeQualifiers({ qualifiers: rest })}`;
}

function describeQualifiers({ qualifiers }: Pick<DescribedFact, 'qualifiers'>): string {
  return qualifiers.length === 0 ? '' : ` {${qualifiers.map(({ name, text }) => `${name}: ${text}`).join(', ')}}`;
}

function describeEvidence(evidence: CitedEvidence | undefined): string {
  if (evidence === undefined) return 'no evidence';
  const { superseded, status, anchors } = evidence;
  return `${describeSource(evidence, 'en')}${superseded ? ' superseded' : ''}, ${describePlaces(anchors, 'en')}${status === 'stated' ? '' : `, ${status}`}`;
}

function more(pieces: number): string {
  return pieces > 1 ? `, +${pieces - 1}` : '';
}

/** The other end of a fact seen from one of its ends; both, when a thing is joined to itself. */
function endsOf(fact: NearFact, id: string): { fact: NearFact; other: NamedEntity; direction: Direction }[] {
  if (fact.object.kind === 'value') return [];
  if (fact.subject.id === id) return [{ fact, other: fact.object.entity, direction: 'out' }];
  return fact.object.entity.id === id ? [{ fact, other: fact.subject, direction: 'in' }] : [];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
