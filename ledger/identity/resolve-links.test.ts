import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyId, LINK_CLASSES, makeEntityId, type PairDecision } from '../../kernel/index.ts';
import { keyOf } from '../test-support/sample-documents.fixture.ts';
import { type ComponentKey, type ComponentLink, resolveLinks } from './resolve-links.ts';

const components = (...given: Parameters<typeof resolveLinks>) => resolveLinks(...given).entities;
const tag = (text: string, site?: string) => keyOf('FunctionalLocation', 'tag', text, site);
const name = (text: string, site?: string) => keyOf('FunctionalLocation', 'name', text, site);
const link = (a: ComponentKey, b: ComponentKey, linkClass: ComponentLink['class'] = 'apposition'): ComponentLink => ({
  a: a.id,
  b: b.id,
  class: linkClass,
});
const decide = (kind: PairDecision['kind'], x: ComponentKey, y: ComponentKey): PairDecision => ({ kind, a: x.id, b: y.id });
const entityOf = (key: ComponentKey) => makeEntityId(key.id);

describe('resolving links', () => {
  it('joins a tag, its Chinese name and its English name into one entity named after the tag', () => {
    const [pump, zh, en] = [tag('P-101'), name('循环水泵'), name('circulation pump')];
    const entities = components([zh, en, pump], [link(zh, en), link(pump, zh, 'said-together')], []);
    expect([...entities.values()]).toEqual([entityOf(pump), entityOf(pump), entityOf(pump)]);
  });

  it('keeps two tags apart and gives a name that both carry to neither', () => {
    const [first, second, shared] = [tag('P-101'), tag('P-102'), name('循环水泵')];
    const entities = components([first, second, shared], [link(first, shared), link(second, shared)], []);
    expect(new Set(entities.values()).size).toBe(3);
  });

  it('lets a name stand for one tag on each of two sites', () => {
    const [north, south, shared] = [tag('P-101', 'north'), tag('P-101', 'south'), name('循环水泵')];
    const entities = components([north, south, shared], [link(north, shared), link(south, shared)], []);
    expect(new Set(entities.values()).size).toBe(1);
  });

  it('drops the weakest class of links of a component with two tags of one site, whole', () => {
    const [first, second, zh, en] = [tag('P-101'), tag('P-102'), name('循环水泵'), name('circulation pump')];
    const entities = components(
      [first, second, zh, en],
      [link(first, zh, 'glossary'), link(zh, en, 'said-together'), link(en, second, 'glossary')],
      [],
    );
    expect(entities.get(zh.id)).toBe(entityOf(first));
    expect(entities.get(en.id)).toBe(entityOf(second));
  });

  it('never joins keys of different types', () => {
    const [location, asset] = [tag('P-101'), keyOf('Asset', 'serial', 'SN-1')];
    expect(new Set(components([location, asset], [link(location, asset)], []).values()).size).toBe(2);
  });

  it('follows people: a must-link joins, a cannot-link parts, both sleep while a key is absent', () => {
    const [a, b, c] = [name('密封'), name('机械密封'), name('seal')];
    expect(new Set(components([a, b], [], [decide('must-link', a, b)]).values()).size).toBe(1);
    expect(new Set(components([a, b], [link(a, b)], [decide('cannot-link', a, b)]).values()).size).toBe(2);
    expect(new Set(components([a, b], [link(a, b)], [decide('cannot-link', a, c)]).values()).size).toBe(1);
  });

  it('asks which of two tags a name means, and takes a person at their word', () => {
    const [first, second, shared] = [tag('P-101A'), tag('P-101B'), name('循环水泵')];
    const links = [link(first, shared), link(second, shared)];
    const asked = resolveLinks([first, second, shared], links, []);
    expect(asked.conflicts).toEqual([
      { kind: 'ambiguous-name', name: shared.id, site: 'north', identifiers: [first.id, second.id].sort() },
    ]);
    for (const decision of [decide('must-link', first, shared), decide('cannot-link', shared, second)]) {
      const told = resolveLinks([first, second, shared], links, [decision]);
      expect(told.conflicts).toEqual([]);
      expect(told.entities.get(shared.id)).toBe(entityOf(first));
      expect(told.entities.get(second.id)).toBe(entityOf(second));
    }
  });

  it('says which tags its links would join, and keeps the other links when a person parts the wrong one', () => {
    const [first, second, zh, en] = [tag('P-101'), tag('P-102'), name('循环水泵'), name('circulation pump')];
    const keys = [first, second, zh, en];
    const links = [link(first, zh), link(zh, en), link(en, second)];
    const asked = resolveLinks(keys, links, []);
    expect(asked.conflicts).toMatchObject([{ kind: 'link-conflict', cause: 'two-identifiers', between: [first.id, second.id].sort() }]);
    expect(new Set(asked.entities.values()).size).toBe(4);
    const told = resolveLinks(keys, links, [decide('cannot-link', en, second)]);
    expect(told.conflicts).toEqual([]);
    expect([zh, en].map((key) => told.entities.get(key.id))).toEqual([entityOf(first), entityOf(first)]);
  });

  it('takes two tags that a person holds to be one for one, and asks where decisions contradict each other', () => {
    const [read, misread, shared] = [tag('P-101'), tag('P-1O1'), name('circulation pump')];
    const links = [link(read, shared), link(misread, shared)];
    const told = resolveLinks([read, misread, shared], links, [decide('must-link', read, misread)]);
    expect(told.conflicts).toEqual([]);
    expect(new Set(told.entities.values()).size).toBe(1);
    const decisions = [decide('must-link', read, misread), decide('must-link', misread, shared), decide('cannot-link', read, shared)];
    expect(resolveLinks([read, misread, shared], links, decisions).conflicts).toMatchObject([
      { cause: 'contradiction', between: [read.id, shared.id].sort() },
    ]);
  });

  it('takes more than 64 keys for a mistake', () => {
    const keys = Array.from({ length: 65 }, (_, index) => name(`part ${index}`));
    const [hub, ...others] = keys;
    if (hub === undefined) throw new Error('there are keys');
    const links = others.map((other) => link(hub, other));
    expect(new Set(components(keys, links, []).values()).size).toBe(65);
    expect(new Set(components(keys.slice(0, 64), links, []).values()).size).toBe(1);
  });

  const keys = [tag('P-101'), tag('P-102'), tag('P-101', 'south'), ...['a', 'b', 'c', '泵', '密封'].map((text) => name(text))];
  const index = fc.nat({ max: keys.length - 1 });
  const at = (position: number): KeyId => keys[position]?.id ?? keyOf('Part', 'name', 'none').id;
  const anyLinks = fc.array(
    fc
      .record({ a: index, b: index, class: fc.constantFrom(...LINK_CLASSES) })
      .map(({ a, b, class: linkClass }): ComponentLink => ({ a: at(a), b: at(b), class: linkClass })),
    { maxLength: 14 },
  );
  const anyDecisions = fc.uniqueArray(
    fc
      .record({ kind: fc.constantFrom('must-link' as const, 'cannot-link' as const), a: index, b: index })
      .map(({ kind, a, b }): PairDecision => ({ kind, a: at(Math.min(a, b)), b: at(Math.max(a, b)) })),
    { maxLength: 3, selector: ({ a, b }) => `${a} ${b}` },
  );
  const sorted = (entities: ReadonlyMap<string, string>) => [...entities].sort();

  it('does not depend on the order of keys, links and decisions', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: 1 }), anyLinks, anyDecisions, (some, links, decisions) => {
        const straight = components(some, links, decisions);
        const reversed = components(
          [...some].reverse(),
          [...links].reverse().map(({ a, b, class: linkClass }) => ({ a: b, b: a, class: linkClass })),
          [...decisions].reverse(),
        );
        expect(sorted(reversed)).toEqual(sorted(straight));
      }),
    );
  });

  it('gives every key exactly one entity, whose name is one of its own keys', () => {
    fc.assert(
      fc.property(anyLinks, anyDecisions, (links, decisions) => {
        const entities = components(keys, links, decisions);
        expect([...entities.keys()].sort()).toEqual(keys.map((key) => key.id).sort());
        for (const [key, entity] of entities) {
          const members = keys.filter((other) => entities.get(other.id) === entity);
          expect(members.map(entityOf)).toContain(entity);
          expect(members.map((member) => member.id)).toContain(key);
        }
      }),
    );
  });
});
