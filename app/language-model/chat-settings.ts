import { z } from 'zod';
import { REPLY_FORMATS } from '../../models/index.ts';
import { count } from '../count-setting.ts';
import { endpointAddress, keyFaults } from '../endpoint-settings.ts';

/** Settings of a language model, of which none is needed: without an address nothing is sent anywhere. */
export const CHAT_SETTINGS = {
  chatUrl: endpointAddress('https://host:8000/v1', 'FAULTLINE_CHAT_KEY_FILE').describe(
    'OpenAI-compatible endpoint of a language model that reads likely places of answers and words answers; /chat/completions is added to it. Without it nothing is sent anywhere',
  ),
  chatModel: z.string().min(1).max(200).optional().describe('Model that the endpoint is asked for'),
  chatReadingModel: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Model of the same endpoint that reads likely places, where it is another than the one that words answers'),
  chatKey: z.string().optional().describe('Key of the endpoint'),
  chatKeyFile: z.string().min(1).optional().describe('File that holds the key of the endpoint'),
  chatMilliseconds: count('milliseconds', 8_000, 'Longest wait for the language model in one answer; then it is given without'),
  chatParallel: z.coerce
    .number({ error: 'must be a whole number of requests' })
    .int()
    .positive()
    .max(64)
    .default(5)
    .describe('Requests to the endpoint at once, of each thread that answers'),
  chatWording: z
    .enum(['asked', 'usual'])
    .default('asked')
    .describe(
      'Whether the language model words answers of those who ask for `mode: model` alone, or of all who do not ask for `extractive`',
    ),
  chatWordingMilliseconds: count(
    'milliseconds',
    10_000,
    'Longest wait for the wording of one answer; then it is given in the words of the documents',
  ),
  chatPrices: z
    .string()
    .min(1)
    .optional()
    .describe('File with what models cost (docs/prices.example.json): each answer then tells what it has spent'),
  chatBudget: z.coerce
    .number({ error: 'must be an amount, at least 0' })
    .min(0)
    .optional()
    .describe('Most that one answer may spend, in the currency of the prices: a call that might pass it is not made'),
  chatReplyFormat: z
    .enum(REPLY_FORMATS)
    .default('schema')
    .describe('How the endpoint is asked for JSON: by a schema, as any object (`json_object`), or by the words of the prompt alone'),
};

type ChatSettings = Readonly<z.infer<z.ZodObject<typeof CHAT_SETTINGS>>>;

/** What the settings of the language model lack or have too much of together, each as `variable: what`. */
export function chatFaults({
  chatUrl,
  chatModel,
  chatReadingModel,
  chatKey,
  chatKeyFile,
  chatPrices,
  chatBudget,
}: ChatSettings): readonly string[] {
  const faults: string[] = [];
  if (chatUrl !== undefined && chatModel === undefined) faults.push('FAULTLINE_CHAT_MODEL: must be given with FAULTLINE_CHAT_URL');
  faults.push(...keyFaults('FAULTLINE_CHAT', chatKey, chatKeyFile));
  if (chatReadingModel !== undefined && chatPrices !== undefined)
    faults.push('FAULTLINE_CHAT_READING_MODEL: answers that are priced are read and worded by one model; leave FAULTLINE_CHAT_PRICES out');
  if (chatBudget !== undefined && chatPrices === undefined)
    faults.push('FAULTLINE_CHAT_PRICES: must be given with FAULTLINE_CHAT_BUDGET; see docs/prices.example.json');
  return faults;
}
