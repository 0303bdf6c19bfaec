import type { AllocationMove, NamedItem } from "../../../types/http"
import type { Proposal } from "../domain/allocation/strategy"
import { decimalOf } from "../domain/money"
import type { Allocation, OpenItem } from "../domain/open-item"
import { namedItem, type Naming } from "../items/explanation-view"

interface Moved extends Pick<Allocation, "creditItemId" | "debitItemId" | "amount"> {
  readonly id: bigint | null
}

/** Says between which items an amount was moved. */
export class MoveView {
  private readonly items: ReadonlyMap<bigint, OpenItem>
  private readonly naming: Naming

  constructor(items: readonly OpenItem[], digits: number) {
    this.items = new Map(items.map((item) => [item.id, item]))
    // A row is called what its first posting is called; later ones say what changed of it.
    const rowTitles = new Map<string, string>()
    for (const { lineKey, title } of items.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      if (lineKey !== null && !rowTitles.has(lineKey)) rowTitles.set(lineKey, title)
    this.naming = { digits, rowTitles }
  }

  of({ id, creditItemId, debitItemId, amount }: Moved): AllocationMove {
    return {
      allocation_id: id === null ? null : id.toString(),
      credit_item_id: creditItemId.toString(),
      debit_item_id: debitItemId.toString(),
      credit: namedItem(this.known(creditItemId), this.naming),
      debit: namedItem(this.known(debitItemId), this.naming),
      amount: decimalOf(amount, this.naming.digits),
    }
  }

  item(item: OpenItem): NamedItem {
    return namedItem(item, this.naming)
  }

  ofProposal({ credit, debit, amount }: Pick<Proposal, "credit" | "debit" | "amount">): AllocationMove {
    return this.of({ id: null, creditItemId: credit.id, debitItemId: debit.id, amount })
  }

  /** In words, for a refusal: at most three, and how many more. */
  told(moves: readonly Moved[]): { count: number; told: string } {
    const said = moves.slice(0, 3).map(({ creditItemId, debitItemId, amount }) => {
      const [credit, debit] = [this.known(creditItemId), this.known(debitItemId)]
      return `${decimalOf(amount, this.naming.digits)} of "${credit.title}" on "${debit.title}"`
    })
    const more = moves.length > said.length ? [`and ${moves.length - said.length} more`] : []
    return { count: moves.length, told: [...said, ...more].join(", ") }
  }

  private known(id: bigint): OpenItem {
    const found = this.items.get(id)
    if (!found) throw new Error(`item ${id} was not loaded`)
    return found
  }
}
