import type { TakenBack } from "../../src/modules/reconciliation/edits/take-back"
import type { ModelChange } from "../../test/support/model/changes"
import type { ModelTakeBack } from "../../test/support/model/world"

export interface ChangeRow {
  readonly id: string
  readonly kind: string
  readonly undoes: string | null
  readonly account_id: string
  readonly items: readonly string[]
}

/** Every journal entry of some accounts with the items between which it moved something, oldest first. */
export const CHANGES = `
  select c.id::text, c.kind, c.undoes_change_id::text as undoes, c.account_id::text,
      array(select a.credit_item_id::text from reconciliation_allocation a where a.change_id = c.id
            union select a.debit_item_id::text from reconciliation_allocation a where a.change_id = c.id) as items
    from reconciliation_change c where c.account_id = any($1::bigint[]) order by c.id`

export function changeOf(row: ChangeRow, owners: ReadonlyMap<string, string>): ModelChange {
  return {
    id: BigInt(row.id),
    kind: row.kind,
    undoes: row.undoes === null ? null : BigInt(row.undoes),
    owner: owners.get(row.account_id) ?? "",
    items: row.items.map(BigInt),
  }
}

export function targetOf({ target }: Pick<ModelTakeBack, "target">): TakenBack {
  if ("itemId" in target) return { paymentId: target.itemId.toString() }
  const { orderId } = target
  return "changeId" in target
    ? { orderId, changeId: target.changeId.toString() }
    : { orderId, columns: target.columns?.map(String) }
}
