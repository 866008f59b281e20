import { z } from 'zod';
import { count } from './count-setting.ts';
import { endpointAddress, keyFaults } from './endpoint-settings.ts';

const MOST_NUMBERS = 4_096;

/** Settings of what reads likely places, and of another embedder than the static one, which needs none: a folder or an endpoint, never both. */
export const EMBEDDING_SETTINGS = {
  crossEncoder: z
    .enum(['bundled', 'off'])
    .default('bundled')
    .describe('Model that reads question and place together: the bundled one, or none on a machine that is too small or too slow for it'),
  embeddingFolder: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of an embedding model in the Hugging Face layout (tokenizer.json, config.json, onnx/model.onnx)'),
  embeddingUrl: endpointAddress('https://host:8000/v1', 'FAULTLINE_EMBEDDING_KEY_FILE').describe(
    'OpenAI-compatible endpoint for embeddings; /embeddings is added to it. Without it nothing is sent anywhere',
  ),
  embeddingModel: z.string().min(1).max(200).optional().describe('Model that the endpoint is asked for'),
  embeddingDimension: z.coerce
    .number({ error: 'must be a whole number' })
    .int()
    .min(1)
    .max(MOST_NUMBERS, `must be at most ${MOST_NUMBERS}`)
    .optional()
    .describe('Numbers in a vector of the endpoint'),
  embeddingKey: z.string().optional().describe('Key of the endpoint'),
  embeddingKeyFile: z.string().min(1).optional().describe('File that holds the key of the endpoint'),
  embeddingQuestionPrefix: z.string().default('').describe('What the model wants before a question (E5: "query: ")'),
  embeddingPassagePrefix: z.string().default('').describe('What the model wants before a passage (E5: "passage: ")'),
  embeddingBatch: count('texts', 32, 'Texts a request to the endpoint'),
  embeddingMilliseconds: count('milliseconds', 30_000, 'Longest wait for one request of passages to the endpoint'),
};

type EmbeddingSettings = Readonly<z.infer<z.ZodObject<typeof EMBEDDING_SETTINGS>>>;

/** What the settings of the embedder lack or have too much of together, each as `variable: what`. */
export function embeddingFaults(settings: EmbeddingSettings): readonly string[] {
  const { embeddingFolder, embeddingUrl, embeddingModel, embeddingDimension, embeddingKey, embeddingKeyFile } = settings;
  const faults: string[] = [];
  if (embeddingFolder !== undefined && embeddingUrl !== undefined) {
    faults.push('FAULTLINE_EMBEDDING_URL: must not be given beside FAULTLINE_EMBEDDING_FOLDER');
  }
  if (embeddingUrl !== undefined) {
    if (embeddingModel === undefined) faults.push('FAULTLINE_EMBEDDING_MODEL: must be given with FAULTLINE_EMBEDDING_URL');
    if (embeddingDimension === undefined) faults.push('FAULTLINE_EMBEDDING_DIMENSION: must be given with FAULTLINE_EMBEDDING_URL');
  }
  faults.push(...keyFaults('FAULTLINE_EMBEDDING', embeddingKey, embeddingKeyFile));
  return faults;
}
