/**
 * Keeps what pure functions gave for a text, since the same texts come with every question. When `most` are kept it starts anew:
 * no order of use has to be remembered, and what is in use is soon kept again.
 */
export function memo<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const held = kept.get(key);
    if (held !== undefined) return held;
    const made = make();
    if (kept.size >= most) kept.clear();
    kept.set(key, made);
    return made;
  };
}
