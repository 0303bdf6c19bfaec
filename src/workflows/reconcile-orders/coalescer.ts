/** How long the first entry waits when nothing runs: one workflow of the host emits its events together. */
const TICK_MILLISECONDS = 5
/** The most entries of one batch; more wait for the next. */
const LARGEST_BATCH = 300
/** How long a batch may hold back the next one. */
const LIMIT_MILLISECONDS = 60_000

interface Batch<Entry, Result> {
  readonly entries: Map<string, Entry>
  readonly causes: Set<string>
  readonly done: Promise<Result>
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

interface CoalescerOptions {
  readonly largestBatch?: number
  readonly limitMilliseconds?: number
}

/**
 * Gathers entries and hands them over together, one batch after the other. When nothing runs, a batch
 * begins at once; while one runs, the next one fills, so that the busier it is the larger the batches
 * are. A bus that hands over one event at a time waits for nobody.
 */
export class Coalescer<Entry, Result = void> {
  /** Batches that have not begun, in their order; only the last one still takes entries. */
  private readonly queue: Batch<Entry, Result>[] = []
  private busy = false

  constructor(
    private readonly work: (entries: Entry[], causes: string[]) => Promise<Result>,
    private readonly options: CoalescerOptions = {},
  ) {}

  /** Adds an entry, once per batch; resolves with what its batch gives, or rejects with it. */
  async add(key: string, entry: Entry, cause: string): Promise<Result> {
    const batch = this.filling() ?? this.open()
    batch.entries.set(key, entry)
    batch.causes.add(cause)
    return batch.done
  }

  private filling(): Batch<Entry, Result> | undefined {
    const last = this.queue.at(-1)
    return last && last.entries.size < (this.options.largestBatch ?? LARGEST_BATCH) ? last : undefined
  }

  private open(): Batch<Entry, Result> {
    const batch = newBatch<Entry, Result>()
    this.queue.push(batch)
    if (!this.busy) {
      this.busy = true
      setTimeout(() => void this.runNext(), TICK_MILLISECONDS)
    }
    return batch
  }

  /** Never rejects: how a batch ends is the affair of those who added to it. */
  private async runNext(): Promise<void> {
    const batch = this.queue.shift()
    this.busy = batch !== undefined
    if (!batch) return
    await this.run(batch).then(batch.resolve, batch.reject)
    void this.runNext()
  }

  /** Two batches at once do no harm, so one that hangs is left behind and its adders are told. */
  private async run({ entries, causes }: Batch<Entry, Result>): Promise<Result> {
    const limit = this.options.limitMilliseconds ?? LIMIT_MILLISECONDS
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      const message = `reconciliation: a batch of ${entries.size} is still running after ${limit / 1000} s; it is no longer waited for`
      timer = setTimeout(() => reject(new Error(message)), limit)
    })
    try {
      return await Promise.race([this.work([...entries.values()], [...causes]), tooLate])
    } finally {
      clearTimeout(timer)
    }
  }
}

function newBatch<Entry, Result>(): Batch<Entry, Result> {
  let settle: Pick<Batch<Entry, Result>, "resolve" | "reject"> | undefined
  const done = new Promise<Result>((resolve, reject) => {
    settle = { resolve, reject }
  })
  if (!settle) throw new Error("a promise runs its executor at once")
  return { entries: new Map(), causes: new Set(), done, ...settle }
}
