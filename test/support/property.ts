import fc from "fast-check"

/** How many random cases a property tries; RECONCILIATION_PROPERTY_RUNS enlarges it, for example in a night. */
const RUNS = Number(process.env["RECONCILIATION_PROPERTY_RUNS"] ?? 300)

/** Checks a property; a failing case is made smaller for a minute at most. */
export function holds<Values>(property: fc.IProperty<Values>, runs = RUNS): void {
  fc.assert(property, {
    numRuns: runs,
    interruptAfterTimeLimit: 30_000 + RUNS * 100,
    markInterruptAsFailure: true,
  })
}

/** Compares two lists of words without the cost of a diff, which shrinking would pay thousands of times. */
export function sameText(one: unknown, other: unknown): void {
  const [left, right] = [JSON.stringify(one, null, 1), JSON.stringify(other, null, 1)]
  if (left === right) return
  const rows = right.split("\n")
  const first = left.split("\n").findIndex((row, index) => row !== rows[index])
  throw new Error(`differs at ${first}:\n${left}\n--- against\n${right}`)
}
