import { childrenNamed, childrenOf, type XmlElement } from '../xml/xml-element.ts';
import type { Stretch } from './plant.ts';
import { statedAttributes } from './stated-attributes.ts';

/** Elements that stand in a pipe. */
const IN_PIPE: ReadonlySet<string> = new Set([
  'PipingComponent',
  'PipeOffPageConnector',
  'PropertyBreak',
  'PipeConnectorSymbol',
  'ProcessInstrument',
]);

/**
 * The stretches of a segment of pipe. What stands in it is connected in its order, from the source that a connection names to the
 * target; a segment of several connections says of each what it joins.
 */
export function segmentStretches(segment: XmlElement, id: string): readonly Stretch[] {
  const inner = childrenOf(segment).flatMap(({ name, attributes }) =>
    IN_PIPE.has(name) && attributes.ID !== undefined ? [attributes.ID] : [],
  );
  const connections = childrenNamed(segment, 'Connection').map(({ attributes }) => ({ from: attributes.FromID, to: attributes.ToID }));
  const isDirected = !/dual/iu.test(statedAttributes(segment).get('FlowDirection') ?? '');
  if (connections.length > 1 && connections.every(({ from, to }) => from !== undefined && to !== undefined))
    return connections.map(({ from, to }) => ({ segment: id, things: [from ?? '', to ?? ''], isDirected }));
  const from = connections.flatMap((one) => one.from ?? [])[0];
  const to = connections.flatMap((one) => one.to ?? [])[0];
  const isBackwards = inner.length > 1 && (from === inner.at(-1) || to === inner[0]);
  const ordered = isBackwards ? [...inner].reverse() : inner;
  const things = [
    ...(from === undefined || inner.includes(from) ? [] : [from]),
    ...ordered,
    ...(to === undefined || inner.includes(to) ? [] : [to]),
  ];
  return things.length < 2 ? [] : [{ segment: id, things, isDirected }];
}
