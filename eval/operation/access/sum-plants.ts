import type { OperationCount, PlantReport } from './tally-probes.ts';

/** One seed with one kind of stores. */
export interface HttpAccessRun {
  readonly seed: number;
  readonly plants: number;
  readonly probes: number;
  readonly different: number;
  readonly faults: number;
  /** Of the processes that worked on it, added up. */
  readonly seconds: number;
}

/** All that was found with one kind of stores. */
export interface HttpAccessReport extends Omit<PlantReport, 'seed' | 'plant' | 'of'> {
  readonly runs: readonly HttpAccessRun[];
}

/** Adds up what was found on plants, for each kind of stores. */
export function sumPlants(plants: readonly PlantReport[]): readonly HttpAccessReport[] {
  return (['files', 'servers'] as const).flatMap((stores) => {
    const of = plants.filter((plant) => plant.stores === stores).sort((a, b) => a.seed - b.seed || a.plant - b.plant);
    return of.length === 0 ? [] : [sumOf(stores, of)];
  });
}

function sumOf(stores: PlantReport['stores'], plants: readonly PlantReport[]): HttpAccessReport {
  const operations = new Map<string, Omit<OperationCount, 'operation'>>();
  const roles = new Map<string, Omit<PlantReport['roles'][number], 'role'>>();
  const faults = new Map<string, number>();
  for (const plant of plants) {
    for (const { operation, ...counts } of plant.operations) operations.set(operation, added(operations.get(operation), counts));
    for (const { role, ...counts } of plant.roles) roles.set(role, added(roles.get(role), counts));
    for (const { fault, times } of plant.faults) faults.set(fault, (faults.get(fault) ?? 0) + times);
  }
  const total = (count: (plant: PlantReport) => number, of = plants): number => of.reduce((sum, plant) => sum + count(plant), 0);
  const seeds = [...new Set(plants.map(({ seed }) => seed))];
  return {
    stores,
    runs: seeds.map((seed) => {
      const of = plants.filter((plant) => plant.seed === seed);
      return {
        seed,
        plants: of.length,
        probes: total(({ probes }) => probes, of),
        different: total(({ different }) => different, of),
        faults: total((plant) => plant.faults.length, of),
        seconds: total(({ seconds }) => seconds, of),
      };
    }),
    probes: total(({ probes }) => probes),
    seconds: total(({ seconds }) => seconds),
    operations: sorted(operations).map(([operation, counts]) => ({ operation, ...counts })),
    roles: sorted(roles).map(([role, counts]) => ({ role, ...counts })),
    different: total(({ different }) => different),
    differences: plants.flatMap(({ differences }) => differences),
    faults: [...faults].map(([fault, times]) => ({ fault, times })),
  };
}

function added<Counts extends Readonly<Record<string, number>>>(one: Counts | undefined, other: Counts): Counts {
  const sums = Object.entries(other).map(([name, count]) => [name, count + (one?.[name] ?? 0)]);
  return Object.fromEntries(sums) as Counts;
}

function sorted<Value>(counts: ReadonlyMap<string, Value>): [string, Value][] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
