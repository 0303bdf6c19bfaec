import { discountIn, reversalNumberOf, reversedItemOf } from "../key"
import { isWriteOff, type OpenItem } from "../open-item"

/** The postings of a reversal or a write-off stand in one column. */
export const isGrouped = (item: OpenItem): boolean => item.kind === "reversal" || isWriteOff(item)

export type Groups = ReadonlyMap<bigint, readonly OpenItem[]>

/**
 * By id, every posting of the same reversal or write-off, the first one posted first; also when it was of
 * money that had gone on to another account in part, which the host knows as one capture.
 */
export function groupedColumns(own: readonly OpenItem[], originals: ReadonlyMap<bigint, bigint>): Groups {
  const byName = new Map<string, OpenItem[]>()
  const groups = new Map<bigint, OpenItem[]>()
  for (const item of own.filter(isGrouped).toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const [money, number] = [reversedItemOf(item), reversalNumberOf(item)]
    const name =
      money === null || number === null
        ? (discountIn(item) ?? item.key)
        : `${originals.get(money) ?? money}.${number}`
    const group = byName.get(name) ?? []
    byName.set(name, group)
    group.push(item)
    groups.set(item.id, group)
  }
  return groups
}
