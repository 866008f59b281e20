import { element } from '../drawn-sheets/xml-text.ts';
import type { PlannedInstrument } from './plan-piping.ts';
import { association, attributes } from './proteus-parts.ts';

/** An instrument with what it senses, sets and is told. `place`: its place among the instruments; `look`: what is drawn of it. */
export function writeInstrument(
  { id, tag, at, listensTo, sets }: PlannedInstrument,
  place: number,
  symbol: Readonly<Record<string, string>>,
  look: readonly string[],
): string {
  const { letters = '', number = '' } = /^(?<letters>[A-Z]+)-(?<number>.+)$/u.exec(tag)?.groups ?? {};
  const said = attributes({
    ProcessInstrumentationFunctionCategory: letters.slice(0, 1),
    ProcessInstrumentationFunctions: letters.slice(1),
    ProcessInstrumentationFunctionNumber: number,
  });
  const [sensor, actor, flow] = [`${id}-sensor`, `${id}-actor`, `SignalLineFunction-${place + 1}`];
  const flowOf = (name: string, className: string, from: string, to: string): string =>
    element(
      'InformationFlow',
      { ID: name, ComponentClass: className },
      association('has logical start', from),
      association('has logical end', to),
    );
  return element(
    'ProcessInstrumentationFunction',
    { ID: id, ComponentClass: 'ProcessInstrumentationFunction', ...symbol },
    ...look,
    said,
    at === undefined
      ? ''
      : element(
          'ProcessSignalGeneratingFunction',
          { ID: sensor, ComponentClass: 'ProcessSignalGeneratingFunction' },
          association('is located in', at),
        ),
    at === undefined ? '' : flowOf(`MeasuringLineFunction-${place + 1}`, 'MeasuringLineFunction', sensor, id),
    sets === undefined
      ? ''
      : element(
          'ActuatingFunction',
          { ID: actor, ComponentClass: 'ActuatingFunction' },
          association('is fulfilled by', `ActuatingSystem-${place + 1}`),
        ),
    sets === undefined ? '' : flowOf(`${flow}-out`, 'SignalLineFunction', id, actor),
    listensTo === undefined ? '' : flowOf(`${flow}-in`, 'SignalLineFunction', listensTo, id),
  );
}

/** What sets a valve for a controller. `number`: of the system, where it bears one. */
export function writeActuator({ id, sets }: PlannedInstrument, place: number, number: string | undefined): readonly string[] {
  if (sets === undefined) return [];
  const system = `ActuatingSystem-${place + 1}`;
  return [
    element(
      'ActuatingSystem',
      { ID: system, ComponentClass: 'ActuatingSystem' },
      number === undefined ? '' : attributes({ ActuatingSystemNumber: number }),
      association('fulfills', `${id}-actor`),
      element('ActuatingSystemComponent', { ID: `ControlledActuator-${place + 1}`, ComponentClass: 'ControlledActuator' }),
      element(
        'ActuatingSystemComponent',
        { ID: `OperatedValveReference-${place + 1}`, ComponentClass: 'OperatedValveReference' },
        association('refers to', sets),
      ),
    ),
  ];
}

/** The loops of controllers with what they listen to. */
export function writeLoops(instruments: readonly PlannedInstrument[]): readonly string[] {
  return instruments.flatMap(({ id, tag, listensTo }, at) => {
    if (listensTo === undefined) return [];
    const number = attributes({ InstrumentationLoopFunctionNumber: tag.replace(/^\D+/u, '') });
    const name = `InstrumentationLoopFunction-${at + 1}`;
    const members = [listensTo, id].map((one) => association('is a collection including', one));
    return [element('InstrumentationLoopFunction', { ID: name, ComponentClass: 'InstrumentationLoopFunction' }, number, ...members)];
  });
}
