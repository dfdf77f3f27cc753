/** A map that forgets what was used longest ago. */
export class Lru<Key, Value> {
  private readonly kept = new Map<Key, Value>();

  constructor(private readonly limit: number) {}

  get(key: Key): Value | undefined {
    const value = this.kept.get(key);
    if (value === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.limit) return;
      this.kept.delete(oldest);
    }
  }

  delete(key: Key): void {
    this.kept.delete(key);
  }
}
