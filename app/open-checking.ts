import type { Adviser, CrossEncoder, Embedder, TagGrammar } from '../kernel/index.ts';
import { openCrossEncoder, openStaticEmbedder } from '../models/index.ts';
import { siteGrammar } from '../ontology/index.ts';
import type { Config } from './config.ts';

/** By what claims are held against sources, without a data folder. */
export interface Checking {
  /** By which words and phrases are compared, whatever is configured: all weights of answers and checks were learnt with it. */
  readonly embedder: Embedder;
  readonly grammar: TagGrammar;
  /** Absent where it is switched off. */
  readonly crossEncoder?: CrossEncoder;
  /** Absent where the settings name no language model. */
  readonly adviser?: Adviser;
}

const DEFAULTS: Pick<Config, 'tagPatterns' | 'crossEncoder'> = { tagPatterns: [], crossEncoder: 'bundled' };

/** Of what is given, or as it is without settings. */
export function openChecking({ tagPatterns, crossEncoder } = DEFAULTS): Checking {
  return {
    embedder: openStaticEmbedder(),
    grammar: siteGrammar(tagPatterns),
    ...(crossEncoder === 'off' ? {} : { crossEncoder: openCrossEncoder() }),
  };
}
