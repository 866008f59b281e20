import { z } from 'zod';

/** A URL of one of some protocols; absent where none is given. */
export const address = (protocols: readonly string[], form: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be of the form ${form}`)
    .optional();

/** Address of a server that is spoken to by HTTP. @param instead what names who asks, since the address must not. */
export const endpointAddress = (form: string, instead: string) =>
  address(['http:', 'https:'], form).refine(
    (text) => text === undefined || new URL(text).username === '',
    `must not hold a user name: give ${instead}`,
  );

/** Of an endpoint whose settings begin with `settings`: its key is given once. */
export function keyFaults(settings: string, key: string | undefined, keyFile: string | undefined): readonly string[] {
  return key !== undefined && keyFile !== undefined ? [`${settings}_KEY: must not be given beside ${settings}_KEY_FILE`] : [];
}
