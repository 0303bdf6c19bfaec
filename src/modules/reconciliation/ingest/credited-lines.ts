import { present, type HostLine, type HostVersion } from "./host-order"

/**
 * The lines that a credit of this version most likely pays back: written off in a claim, then returned
 * or on their way back. Which line a credit is for, the host does not say.
 */
export function creditedLinesOf(version: HostVersion): string[] {
  const lines = present(version.items)
  const writtenOff = lines.filter(({ detail }) => (detail?.written_off_quantity ?? 0) > 0)
  const comingBack = lines.filter((line) => !writtenOff.includes(line) && isComingBack(line))
  return [...writtenOff, ...comingBack].map(({ id }) => `line:${id}`)
}

function isComingBack({ detail }: HostLine): boolean {
  return (detail?.return_requested_quantity ?? 0) > 0
}
