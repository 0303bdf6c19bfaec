/** The value that `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error("there is nothing to measure")
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Three figures are as many as a noisy machine can tell. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
