import { makePlant } from '../demo-plant/plant.ts';
import { createRandom } from '../demo-plant/random.ts';
import type { Item, Skid, Station } from '../skid-drawings/skid.ts';

/** Numbers of the two sheets of the demo. */
const DEMO_SHEETS = ['CWS-PID-101', 'CWS-PID-102'] as const;

/**
 * The skid of the demo plant as its two sheets show it, with the tags that its manuals and logs use, in the revision that holds now and
 * in the one before. Since then five things changed: a valve was set behind the cooler, the pipe there got larger, an indicator came,
 * another went, and the valve before the cooled load, which stood closed, stands open.
 */
export function makeDemoSkid(seed: number): { readonly before: Skid; readonly now: Skid } {
  const { tags } = makePlant(seed, createRandom(seed));
  const single = (item: Item, line?: string): Station => ({ branches: [[item]], ...(line === undefined ? {} : { line }) });
  const pump = (suction: string, strainer: string, machine: string, check: string, discharge: string): readonly Item[] => [
    { kind: 'gate', tag: suction, normal: 'open' },
    { kind: 'strainer', tag: strainer },
    { kind: 'pump', tag: machine },
    { kind: 'check', tag: check },
    { kind: 'gate', tag: discharge },
  ];
  const number = (medium: string, at: number, size: number): string => `${size}"-${medium}-${tags.loop}${at}-A1`;
  const [supply, pumps] = [number('CW', 1, 6), number('CW', 2, 4)];
  const revisions = [
    { label: 'A', date: '2022-03-14', words: 'FIRST ISSUE' },
    { label: 'B', date: '2023-06-12', words: 'REVISED AFTER REVIEW' },
  ];
  const skid = (isNow: boolean): Skid => {
    const size = isNow ? 6 : 4;
    const [cooled, load] = [number('CW', 3, size), number('CW', 4, 4)];
    const valve = isNow ? [single({ kind: 'ball', tag: `HV-${tags.loop}8`, normal: 'open' }, cooled)] : [];
    return {
      // How it is laid out and written; of the seed itself one form would come without its picture.
      seed: seed + 4,
      language: 'en',
      title: 'COOLING WATER SKID P&ID',
      notes: ['1. ALL LOW POINTS HAVE DRAINS.', '2. INSTRUMENTS ARE MOUNTED AT READING HEIGHT.'],
      revisions: isNow ? [...revisions, { label: 'C', date: '2024-04-18', words: 'COOLER OUTLET CHANGED' }] : revisions,
      sheets: [
        {
          number: DEMO_SHEETS[0],
          chains: [
            {
              stations: [
                single({ kind: 'tank', tag: tags.tank, name: 'EXPANSION TANK' }, supply),
                {
                  branches: [
                    pump(tags.suctionA, tags.strainerA, tags.pumpA, tags.checkA, tags.dischargeA),
                    pump(tags.suctionB, tags.strainerB, tags.pumpB, tags.checkB, tags.dischargeB),
                  ],
                  line: pumps,
                },
                single({ kind: 'exchanger', tag: tags.cooler, name: 'COOLER' }, cooled),
                ...valve,
                single({ kind: 'connector', tag: 'A', beyond: DEMO_SHEETS[1] }),
              ],
              instruments: [
                { tag: tags.tankLevel, at: 0, on: 'machine' },
                { tag: isNow ? tags.supplyTemperature : `PI-${tags.loop}9`, at: isNow ? 3 : 2, on: 'pipe' },
              ],
            },
          ],
        },
        {
          number: DEMO_SHEETS[1],
          chains: [
            {
              stations: [
                single({ kind: 'connector', tag: 'A', beyond: DEMO_SHEETS[0] }, cooled),
                single({ kind: 'gate', tag: `HV-${tags.loop}7`, normal: isNow ? 'open' : 'closed' }, cooled),
                single({ kind: 'vessel', tag: `V-${tags.loop}`, name: 'COOLED LOAD' }, load),
                single({ kind: 'tank', tag: `TK-${Number(tags.loop) + 9}`, name: 'RETURN TANK' }),
              ],
              instruments: [{ tag: tags.returnTemperature, at: 2, on: 'machine' }],
            },
          ],
        },
      ],
    };
  };
  return { before: skid(false), now: skid(true) };
}
