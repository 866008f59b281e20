import type { DrawnRelation } from '../../../kernel/index.ts';
import type { TextGroup } from '../interpret/join-balloons.ts';
import type { PlacedText } from '../interpret/placed-text.ts';
import type { DrawnEnd, DrawnLink, Piping } from './piping.ts';

const FROM: Readonly<Record<DrawnLink['kind'], DrawnRelation['kind']>> = {
  feeds: 'feeds',
  joins: 'joins',
  measures: 'measures',
  controls: 'controls',
  drives: 'drives',
};
const TO: Readonly<Record<DrawnLink['kind'], DrawnRelation['kind']>> = {
  feeds: 'fed-by',
  joins: 'joins',
  measures: 'measured-by',
  controls: 'controlled-by',
  drives: 'driven-by',
};
/** Letters of a function by ISA-5.1, of which the first is what is measured, and the number of the loop. */
const LOOP = /^(?<area>\d{1,3}-)?(?<measured>[A-Z])[A-Z]{1,4}-?(?<number>\d[\dA-Z]*)$/u;
const BY_NUMBER = 0.9;
const AS_DRAWN = 0.9;
/** Of what the file itself states. */
export const STATED = 0.98;

/** What the lines of a sheet show of what a label names, for each of its labels. */
export function drawnRelations({
  links,
  instruments,
  states = [],
  loops = [],
  roles = [],
}: Piping): (label: TextGroup) => readonly DrawnRelation[] {
  const byText = new Map<PlacedText, DrawnRelation[]>();
  const add = (end: DrawnEnd, relation: Omit<DrawnRelation, 'own'>): void => {
    if (end.text === undefined || end.kind === 'connector') return;
    byText.set(end.text, [...(byText.get(end.text) ?? []), { own: end.name, ...relation }]);
  };
  for (const { kind, from, to, line, confidence, isStated, isElectrical } of links) {
    const shared = {
      confidence,
      ...(line === undefined ? {} : { line }),
      ...(isStated === true ? { isStated } : {}),
      ...(isElectrical === true ? { isElectrical } : {}),
    };
    add(from, { kind: FROM[kind], other: to.name, otherIs: to.kind, ...shared });
    add(to, { kind: TO[kind], other: from.name, otherIs: from.kind, ...shared });
  }
  for (const { mark, of } of states)
    add(
      { kind: 'tag', name: mark.text, text: mark },
      { kind: 'state-of', other: of.name, otherIs: 'tag', confidence: STATED, isStated: true },
    );
  for (const { end, role } of roles) add(end, { kind: 'drawn-as', other: role, otherIs: 'role', confidence: AS_DRAWN, isElectrical: true });
  for (const { member, name } of loops) add(member, { kind: 'in-loop', other: name, otherIs: 'loop', confidence: STATED, isStated: true });
  const inLoop = new Set(loops.map(({ member }) => member.text));
  // A final element of a loop bears its number too.
  const controlled = links.flatMap(({ kind, from, to }) => (kind === 'controls' && loopOf(from.name) === loopOf(to.name) ? [to] : []));
  for (const end of new Map([...instruments, ...controlled].map((one) => [one.text, one] as const)).values()) {
    const loop = loopOf(end.name);
    if (loop !== undefined && !inLoop.has(end.text)) add(end, { kind: 'in-loop', other: loop, otherIs: 'loop', confidence: BY_NUMBER });
  }
  return ({ parts }) => parts.flatMap((part) => byText.get(part) ?? []);
}

function loopOf(tag: string): string | undefined {
  const groups = LOOP.exec(tag)?.groups;
  return groups === undefined ? undefined : `${groups.area ?? ''}${groups.measured ?? ''}-${groups.number ?? ''}`;
}
