import { resolve } from 'node:path';
import type { DocumentReader } from '../../ingest/index.ts';
import type { Clock, Embedder } from '../../kernel/index.ts';
import { type ModelChoice, openModel } from '../../models/index.ts';
import type { Config } from '../config.ts';
import { readKey } from '../read-key.ts';
import { readLimits } from '../read-limits.ts';
import { makeGuard } from './guard.ts';

/** One model, by which questions and passages are compared. */
export interface Embedders {
  /** In this thread. */
  readonly questions: Embedder;
  /** By the thousand: a model that runs on this machine does so in the reading process. */
  readonly passages: Embedder;
}

type Reader = Pick<DocumentReader, 'embed'>;

/**
 * The embedder that the settings name, and the static one behind it: the index may still be of that, until it is made anew.
 * @throws FaultlineError as `openEmbedders`.
 */
export function openModels(config: Config, reader: Reader | undefined, clock: Clock): readonly [Embedders, ...Embedders[]] {
  const wanted = openEmbedders(config, reader, clock);
  const choice = modelChoice(config);
  return choice.kind === 'static' ? [wanted] : [wanted, openChosen({ kind: 'static' }, config, reader, clock)];
}

/**
 * The embedder that the settings name; the static one where they name none. Loads no model and asks no endpoint. Without a reader
 * passages are embedded in this thread.
 * @throws FaultlineError `invalid-configuration` for a folder or a file of the key that cannot be read.
 */
export function openEmbedders(config: Config, reader: Reader | undefined, clock: Clock): Embedders {
  return openChosen(modelChoice(config), config, reader, clock);
}

function openChosen(choice: ModelChoice, config: Config, reader: Reader | undefined, clock: Clock): Embedders {
  const questions = openModel(choice, 'question');
  if (choice.kind === 'endpoint') {
    const guard = makeGuard({ store: 'The embedding endpoint', milliseconds: config.storeMilliseconds, clock });
    return {
      questions: { ...questions, embed: (texts, signal) => guard.read((timed) => questions.embed(texts, timed), signal) },
      passages: openModel(choice, 'passage'),
    };
  }
  // The static one makes no difference between the two, and its data is loaded once.
  const passages = choice.kind === 'static' ? questions : openModel(choice, 'passage');
  if (reader === undefined) return { questions, passages };
  const embed: Embedder['embed'] = (texts, signal) => reader.embed({ texts, model: choice }, readLimits(config), signal);
  return { questions, passages: { ...passages, embed } };
}

/** Which embedder the settings name. @throws FaultlineError `invalid-configuration` for a file of the key that cannot be read. */
export function modelChoice(config: Config): ModelChoice {
  const { embeddingFolder, embeddingUrl: url, embeddingModel: model, embeddingDimension: dimension } = config;
  const prefixes = { question: config.embeddingQuestionPrefix, passage: config.embeddingPassagePrefix };
  if (embeddingFolder !== undefined) return { kind: 'folder', path: resolve(embeddingFolder), prefixes };
  if (url === undefined || model === undefined || dimension === undefined) return { kind: 'static' };
  const key = readKey(config.embeddingKey, config.embeddingKeyFile, 'FAULTLINE_EMBEDDING_KEY_FILE');
  const milliseconds = { question: config.storeMilliseconds, passage: config.embeddingMilliseconds };
  const endpoint = { kind: 'endpoint', url, model, dimension, prefixes, batch: config.embeddingBatch, milliseconds } as const;
  return key === undefined ? endpoint : { ...endpoint, key };
}
