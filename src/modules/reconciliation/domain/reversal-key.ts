import type { OpenItem } from "./open-item"

/** The item that a posting of a reversal takes back, by its key; null when it is none. */
export function reversedItemOf({ key }: Pick<OpenItem, "key">): bigint | null {
  const [, id] = /^rev:(\d+)\./.exec(key) ?? []
  return id === undefined ? null : BigInt(id)
}
