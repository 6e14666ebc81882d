/** What an object holds itself under a name from outside: a column may be called `constructor` or `__proto__`. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
