const MINUTE = 60_000
/** A worker rests as long as it works. */
const WITH_RESTS = 2

/** Whole minutes for so many orders, at the pace of those that were looked at. */
export function minutesFor(
  total: number,
  { done, milliseconds }: { readonly done: number; readonly milliseconds: number },
): number {
  if (done === 0) return 1
  return Math.max(1, Math.ceil(((milliseconds / done) * total * WITH_RESTS) / MINUTE))
}
