/**
 * A function of an unchanging value that remembers what it said of each, for as long as the value is there: several
 * rules ask the same of one plan.
 */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * A function of values that are told by a key, which remembers what it said, and takes from `before` what it said an
 * earlier time: a hint that can be deleted at any time. `kept` holds what was asked for this time, and no more.
 */
export function recalling<Source, Value>(
  compute: (source: Source) => Value,
  before: ReadonlyMap<string, Value> | undefined,
): { readonly of: (key: string, source: Source) => Value; readonly kept: ReadonlyMap<string, Value> } {
  const kept = new Map<string, Value>();
  const of = (key: string, source: Source): Value => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = before?.get(key) ?? compute(source);
    kept.set(key, value);
    return value;
  };
  return { of, kept };
}
