import { makePlant } from '../demo-plant/plant.ts';
import { createRandom } from '../demo-plant/random.ts';
import type { Feeder, OneLine } from '../one-line-drawings/one-line.ts';

/** Number of the sheet of the demo that shows where its motors are fed from. */
const DEMO_ONE_LINE = 'CWS-SLD-101';

/**
 * The one-line diagram of the demo plant: the feeders of its pumps from the motor control centre that its manuals name, with their drive,
 * starter and motors under the tags of these manuals, a feeder for the make-up pump and a spare.
 */
export function makeDemoOneLine(seed: number): OneLine {
  const { tags, values } = makePlant(seed, createRandom(seed));
  const { loop } = tags;
  const [centre = ''] = tags.feederA.split('/');
  const cubicle = (feeder: string): { readonly cubicle: string } => ({ cubicle: feeder.split('/')[1] ?? '' });
  const breaker = (at: number, rating: string) => ({ kind: 'breaker', tag: `QF-${loop}${at}`, rating }) as const;
  const pump = (tag: string, name: string) => ({ drives: { tag, name } });
  const cable = (at: number, type: string) => ({ cable: { tag: `W-${loop}${at}`, type } });
  const feeders: readonly Feeder[] = [
    {
      ...cubicle(tags.feederA),
      devices: [breaker(1, '63 A'), { kind: 'drive', tag: tags.drive, rating: values.powerA.en }],
      ...cable(1, '3x16 mm²'),
      load: { kind: 'motor', tag: tags.motorA, rating: values.powerA.en, ...pump(tags.pumpA, 'PUMP A') },
    },
    {
      ...cubicle(tags.feederB),
      devices: [breaker(2, '50 A'), { kind: 'starter', tag: tags.starter, rating: values.powerB.en }],
      ...cable(2, '4x10 mm²'),
      load: { kind: 'motor', tag: tags.motorB, rating: values.powerB.en, ...pump(tags.pumpB, 'PUMP B') },
    },
    {
      ...cubicle(tags.feederMakeUp),
      devices: [breaker(3, '6 A'), { kind: 'contactor', tag: `KM-${loop}3` }, { kind: 'overload' }],
      ...cable(3, '4x2.5 mm²'),
      load: { kind: 'motor', tag: tags.makeUp, name: 'MAKE-UP PUMP', rating: values.makeUpPower.en },
    },
    { devices: [breaker(4, '63 A')] },
  ];
  return {
    // How it is laid out: upright feeders under a level bus, breakers with the cross of IEC.
    seed: seed + 8,
    language: 'en',
    title: 'COOLING WATER SKID SINGLE LINE DIAGRAM',
    number: DEMO_ONE_LINE,
    notes: ['1. CONTROL CIRCUITS ARE NOT SHOWN.', `2. ${tags.panel} IS FED FROM A SUPPLY OF ITS OWN, WHICH IS NOT SHOWN.`],
    revisions: [
      { label: 'A', date: '2022-03-14', words: 'FIRST ISSUE' },
      { label: 'B', date: '2024-04-18', words: 'SPARE FEEDER ADDED' },
    ],
    sections: [
      {
        bus: { tag: centre, words: 'AC 400 V 50 Hz 250 A' },
        supply: {
          source: { kind: 'transformer', tag: `TM-${loop}`, rating: '250 kVA' },
          breaker: { kind: 'breaker', tag: `QF-${loop}0`, rating: '400 A' },
        },
        feeders,
      },
    ],
  };
}
