const MASK = /<(num|id|date|sensitive)>/g;
const NUMBER = /\d+/g;
const CODE = /[A-Za-z]*\d+[A-Za-z]*|[A-Za-z]+/g;

/**
 * A form with what is written in the place of each mask: `<num> hour` of `250hr` is `250 hour`. Undefined when it cannot be told which
 * part of the word a mask stands for.
 */
export function unmaskForm(raw: string, form: string): string | undefined {
  if (/^<\w+>$/.test(form)) return raw;
  let from = 0;
  let whole = true;
  const unmasked = form.replace(MASK, (_, name: string) => {
    const pattern = name === 'num' ? NUMBER : name === 'id' ? CODE : undefined;
    if (pattern !== undefined) pattern.lastIndex = from;
    const found = pattern?.exec(raw);
    if (found === undefined || found === null) {
      whole = false;
      return '';
    }
    from = found.index + found[0].length;
    return found[0];
  });
  return whole ? unmasked : undefined;
}
