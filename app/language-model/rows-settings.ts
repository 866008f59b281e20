import { z } from 'zod';
import { address } from '../server-settings.ts';

/** Settings of a language model that reads questions over rows, of which none is needed: without an address nothing is sent anywhere. */
export const ROWS_SETTINGS = {
  rowsUrl: address(['http:', 'https:'], 'http://host:8000/v1')
    .refine((text) => text === undefined || new URL(text).username === '', 'must not hold a user name: give FAULTLINE_ROWS_KEY_FILE')
    .describe(
      'OpenAI-compatible endpoint of a language model that reads questions over rows; /chat/completions is added to it. Without it nothing is sent anywhere',
    ),
  rowsModel: z.string().min(1).max(200).optional().describe('Model that the endpoint is asked for'),
  rowsKey: z.string().optional().describe('Key of the endpoint'),
  rowsKeyFile: z.string().min(1).optional().describe('File that holds the key of the endpoint'),
  rowsMilliseconds: z.coerce
    .number({ error: 'must be a whole number of milliseconds' })
    .int()
    .positive()
    .default(20_000)
    .describe('Longest wait for what one question asks of one table; then it is read without'),
};

type RowsSettings = Readonly<z.infer<z.ZodObject<typeof ROWS_SETTINGS>>>;

/** What these settings lack or have too much of together, each as `variable: what`. */
export function rowsFaults({ rowsUrl, rowsModel, rowsKey, rowsKeyFile }: RowsSettings): readonly string[] {
  const faults: string[] = [];
  if (rowsUrl !== undefined && rowsModel === undefined) faults.push('FAULTLINE_ROWS_MODEL: must be given with FAULTLINE_ROWS_URL');
  if (rowsKey !== undefined && rowsKeyFile !== undefined)
    faults.push('FAULTLINE_ROWS_KEY: must not be given beside FAULTLINE_ROWS_KEY_FILE');
  return faults;
}
