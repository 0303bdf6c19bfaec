/** How long the first event of a batch waits for others. */
const WINDOW_MILLISECONDS = 100
/** The most entries of one batch; more wait for the next. */
const LARGEST_BATCH = 300

interface Batch<Entry> {
  readonly entries: Map<string, Entry>
  readonly causes: Set<string>
  readonly done: Promise<void>
  readonly run: () => void
}

/**
 * Gathers entries for a moment and hands them over together, one batch after the other. While a batch
 * runs, the next one fills, so that the busier it is the larger the batches are.
 */
export class Coalescer<Entry> {
  private waiting: Batch<Entry> | undefined
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly work: (entries: Entry[], causes: string[]) => Promise<void>) {}

  /** Adds an entry, once per batch; resolves or rejects with its batch. */
  async add(key: string, entry: Entry, cause: string): Promise<void> {
    const batch = this.waiting ?? this.open()
    batch.entries.set(key, entry)
    batch.causes.add(cause)
    if (batch.entries.size >= LARGEST_BATCH) this.waiting = undefined
    return batch.done
  }

  private open(): Batch<Entry> {
    let run = (): void => undefined
    const started = new Promise<void>((resolve) => {
      run = resolve
    })
    const entries = new Map<string, Entry>()
    const causes = new Set<string>()
    const before = this.last
    const done = Promise.all([started, before.catch(() => undefined)]).then(() => {
      if (this.waiting === batch) this.waiting = undefined
      return this.work([...entries.values()], [...causes])
    })
    const batch: Batch<Entry> = { entries, causes, done, run }
    this.last = done
    this.waiting = batch
    setTimeout(run, WINDOW_MILLISECONDS)
    return batch
  }
}
