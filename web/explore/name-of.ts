import type { Neighbourhood } from '../contract.ts';
import type { Speak } from '../languages/speak.ts';

/** A thing by its identifier, with its name in the language of the page where it has another one. */
export function nameOf(words: Speak, { name, zh, en }: Neighbourhood['of'][number]): string {
  const own = words('page.code') === 'zh' ? zh : en;
  return own === undefined || own === name ? name : `${name} ${own}`;
}
