import { Coalescer } from "../../src/workflows/reconcile-orders/coalescer"

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A coalescer that notes its batches; each takes as long, or fails, as its first entry says. */
function noting(more: { largestBatch?: number; limitMilliseconds?: number } = {}): {
  coalescer: Coalescer<string>
  batches: string[]
} {
  const batches: string[] = []
  const coalescer = new Coalescer<string>(async (entries, causes) => {
    batches.push(`${entries.join(" ")} by ${causes.join(" ")}`)
    await pause(entries.some((entry) => entry.startsWith("slow")) ? 60 : 1)
    if (entries.some((entry) => entry.startsWith("hung"))) await pause(400)
    const bad = entries.find((entry) => entry.startsWith("bad"))
    if (bad !== undefined) throw new Error(`${bad} failed`)
  }, more)
  return { coalescer, batches }
}

describe("What events ask for is gathered", () => {
  it("so that what one moment brings is one batch, and each entry is in it once", async () => {
    const { coalescer, batches } = noting()
    await Promise.all([
      coalescer.add("1", "first", "placed"),
      coalescer.add("2", "second", "captured"),
      coalescer.add("1", "first", "captured"),
    ])
    expect(batches).toEqual(["first second by placed captured"])
  })

  it("and begins at once when nothing runs: a bus that brings one event at a time does not wait", async () => {
    const { coalescer, batches } = noting()
    const begun = performance.now()
    for (const entry of ["a", "b", "c", "d", "e"]) await coalescer.add(entry, entry, "captured")
    expect(batches).toHaveLength(5)
    expect(performance.now() - begun).toBeLessThan(300)
  })

  it("while a batch runs, into the next one", async () => {
    const { coalescer, batches } = noting()
    const slow = coalescer.add("slow", "slow", "placed")
    await pause(30)
    const others = ["a", "b", "a"].map(async (entry) => coalescer.add(entry, entry, "captured"))
    await Promise.all([slow, ...others])
    expect(batches).toEqual(["slow by placed", "a b by captured"])
  })

  it("and an entry that comes again while its batch runs is looked at again", async () => {
    const { coalescer, batches } = noting()
    const first = coalescer.add("slow", "slow", "placed")
    await pause(30)
    await Promise.all([first, coalescer.add("slow", "slow", "captured")])
    expect(batches).toEqual(["slow by placed", "slow by captured"])
  })

  it("in batches of the largest size at most, one after the other", async () => {
    const { coalescer, batches } = noting({ largestBatch: 2 })
    await Promise.all(["a", "b", "c", "d", "e"].map(async (entry) => coalescer.add(entry, entry, "placed")))
    expect(batches).toEqual(["a b by placed", "c d by placed", "e by placed"])
  })
})

describe("What a batch gives", () => {
  it("goes to all who added to it, and never to one who added after it had begun", async () => {
    let begun = 0
    const reads = new Coalescer<string, string>(async (entries) => {
      begun += 1
      const number = begun
      await pause(30)
      return `${entries.join(" ")} by read ${number}`
    })
    const first = Array.from({ length: 10 }, async () => reads.add("a", "a", "asked"))
    await pause(20)
    const later = Array.from({ length: 10 }, async () => reads.add("a", "a", "asked"))
    expect(new Set(await Promise.all(first))).toEqual(new Set(["a by read 1"]))
    expect(new Set(await Promise.all(later))).toEqual(new Set(["a by read 2"]))
    expect(begun).toBe(2)
  })
})

describe("A batch that fails", () => {
  it("rejects those who added to it, and nobody else; the next one runs", async () => {
    const { coalescer, batches } = noting()
    const failing = Promise.allSettled([
      coalescer.add("bad", "bad", "placed"),
      coalescer.add("with", "with", "placed"),
    ])
    await pause(7)
    const next = coalescer.add("good", "good", "placed")
    expect((await failing).map((outcome) => outcome.status === "rejected" && String(outcome.reason))).toEqual(
      ["Error: bad failed", "Error: bad failed"],
    )
    await expect(next).resolves.toBeUndefined()
    await coalescer.add("later", "later", "placed")
    expect(batches.at(-1)).toBe("later by placed")
  })

  it("rejects in the same way when the work throws before it begins", async () => {
    const coalescer = new Coalescer<string>(() => {
      throw new Error("not begun")
    })
    await expect(coalescer.add("a", "a", "placed")).rejects.toThrow("not begun")
    await expect(coalescer.add("b", "b", "placed")).rejects.toThrow("not begun")
  })

  it("by never ending holds the next one back for a limited time only", async () => {
    const { coalescer, batches } = noting({ limitMilliseconds: 40 })
    const hung = coalescer.add("hung", "hung", "placed")
    await expect(hung).rejects.toThrow(
      "a batch of 1 is still running after 0.04 s; it is no longer waited for",
    )
    await coalescer.add("next", "next", "placed")
    expect(batches).toEqual(["hung by placed", "next by placed"])
  })
})
