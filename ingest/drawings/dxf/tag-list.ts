import { limitExceeded, MOST_TAGS } from './dxf-limits.ts';

/** The tags of one entity or table entry. Strings are one character a byte. */
export class TagList {
  readonly type: string;
  readonly #codes: number[] = [];
  readonly #values: string[] = [];

  constructor(type: string) {
    this.type = type;
  }

  get length(): number {
    return this.#codes.length;
  }

  add(code: number, value: string): void {
    if (this.#codes.length >= MOST_TAGS) throw limitExceeded(`One ${this.type} of the drawing has more than ${MOST_TAGS} group codes.`);
    this.#codes.push(code);
    this.#values.push(value);
  }

  /** Value of the first tag of a code. */
  first(code: number): string | undefined {
    const at = this.#codes.indexOf(code);
    return at < 0 ? undefined : this.#values[at];
  }

  /** The first number of a code; `absent` where there is none or it is no finite number. */
  number(code: number, absent: number): number {
    const value = Number.parseFloat(this.first(code) ?? '');
    return Number.isFinite(value) ? value : absent;
  }

  optionalNumber(code: number): number | undefined {
    const value = Number.parseFloat(this.first(code) ?? '');
    return Number.isFinite(value) ? value : undefined;
  }

  flags(code: number): number {
    return Math.trunc(this.number(code, 0));
  }

  all(code: number): readonly string[] {
    return this.#values.filter((_, at) => this.#codes[at] === code);
  }

  numbers(code: number): readonly number[] {
    return this.all(code).map((value) => finite(Number.parseFloat(value)));
  }

  each(take: (code: number, value: string) => void): void {
    for (const [at, code] of this.#codes.entries()) take(code, this.#values[at] ?? '');
  }

  /** The tags behind the mark of a subclass, up to the next one; all where the mark is missing, as in old and careless files. */
  within(subclass: string): TagList {
    const from = this.#codes.findIndex((code, at) => code === 100 && this.#values[at]?.trim() === subclass);
    if (from < 0) return this;
    const list = new TagList(this.type);
    for (let at = from + 1; at < this.#codes.length && this.#codes[at] !== 100; at += 1)
      list.add(this.#codes[at] ?? 0, this.#values[at] ?? '');
    return list;
  }

  /** The tags before and behind the mark of an object that is embedded in the entity and has codes of its own. */
  parted(): { readonly own: TagList; readonly embedded: TagList | undefined } {
    const at = this.#codes.indexOf(101);
    if (at < 0) return { own: this, embedded: undefined };
    return { own: this.#slice(0, at), embedded: this.#slice(at + 1, this.length) };
  }

  #slice(from: number, to: number): TagList {
    const list = new TagList(this.type);
    for (let at = from; at < to; at += 1) list.add(this.#codes[at] ?? 0, this.#values[at] ?? '');
    return list;
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
