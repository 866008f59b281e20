import type { Random } from '../../../datasets/index.ts';
import type { LawSite, SiteOptions } from './law-site.ts';

/** One generated case of a law: what broke it in words that let a person repeat it, or undefined where it held. */
export type Trial = (random: Random, signal: AbortSignal) => Promise<string | undefined>;

/** Opens sites that are closed and gone when the trials which share them have ended. */
export interface LawBench {
  open(options?: SiteOptions): Promise<LawSite>;
}

/** Something that must hold for every plant, document and question of a kind, tried on generated ones. */
export interface Law {
  /** As the command line names it. */
  readonly name: string;
  /** What holds, as a sentence. */
  readonly states: string;
  /** Trials of a run by command and of the slice in the tests. */
  readonly trials: number;
  readonly slice: number;
  /** Trials that share what `begin` made. */
  readonly perSite: number;
  begin(bench: LawBench, random: Random, signal: AbortSignal): Promise<Trial>;
}
