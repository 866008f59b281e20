import { z } from 'zod';
import { count } from '../count-setting.ts';
import { endpointAddress, keyFaults } from '../endpoint-settings.ts';

/** Settings of a language model that reads questions over rows, of which none is needed: without an address nothing is sent anywhere. */
export const ROWS_SETTINGS = {
  rowsUrl: endpointAddress('http://host:8000/v1', 'FAULTLINE_ROWS_KEY_FILE').describe(
    'OpenAI-compatible endpoint of a language model that reads questions over rows; /chat/completions is added to it. Without it nothing is sent anywhere',
  ),
  rowsModel: z.string().min(1).max(200).optional().describe('Model that the endpoint is asked for'),
  rowsKey: z.string().optional().describe('Key of the endpoint'),
  rowsKeyFile: z.string().min(1).optional().describe('File that holds the key of the endpoint'),
  rowsMilliseconds: count('milliseconds', 20_000, 'Longest wait for what one question asks of one table; then it is read without'),
};

type RowsSettings = Readonly<z.infer<z.ZodObject<typeof ROWS_SETTINGS>>>;

/** What these settings lack or have too much of together, each as `variable: what`. */
export function rowsFaults({ rowsUrl, rowsModel, rowsKey, rowsKeyFile }: RowsSettings): readonly string[] {
  const lacking = rowsUrl !== undefined && rowsModel === undefined ? ['FAULTLINE_ROWS_MODEL: must be given with FAULTLINE_ROWS_URL'] : [];
  return [...lacking, ...keyFaults('FAULTLINE_ROWS', rowsKey, rowsKeyFile)];
}
