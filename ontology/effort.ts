/** What work takes: `look` nothing but eyes and switches, `measure` an instrument, `handle` hands on the standing machine, `dismantle` taking it apart. */
export const EFFORTS = ['look', 'measure', 'handle', 'dismantle'] as const;
export type Effort = (typeof EFFORTS)[number];
