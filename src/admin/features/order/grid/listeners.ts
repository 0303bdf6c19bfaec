/** Who listens to what, by name. */
export class Listeners {
  private readonly byName = new Map<string, Set<() => void>>()

  add(name: string, listener: () => void): () => void {
    const known = this.byName.get(name) ?? new Set()
    this.byName.set(name, known)
    known.add(listener)
    return () => {
      known.delete(listener)
      if (known.size === 0) this.byName.delete(name)
    }
  }

  tell(names: Iterable<string>): void {
    for (const name of names) for (const listener of this.byName.get(name) ?? []) listener()
  }

  tellAll(): void {
    for (const listeners of this.byName.values()) for (const listener of listeners) listener()
  }
}
