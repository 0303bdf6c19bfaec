import { ArrowUpRightOnBox, EllipsisHorizontal, MinusCircle, Plus, Trash, Equals } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AccountTransactionView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { codePath, reconciliationPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { GuardedItem } from "../../../ui/guarded-item"
import { MayLook } from "../../../ui/read-only"
import { useAsk } from "../acts/asked"
import { MoneyItems, UndoItem, type MoneyOfAccount } from "../money/money-items"
import { useAccountView } from "../use-account-view"
import { transactionName } from "./transaction-name"

const PAYS: ReadonlySet<AccountTransactionView["kind"]> = new Set([
  "payment",
  "deposit",
  "stored_value",
  "credit",
  "refund",
  "opening_balance",
])

/** What can be done with a transaction; what somebody may not do stays in its place and says why. */
export function TransactionMenu({ one }: { one: AccountTransactionView }) {
  const { t, account } = useAccountView()
  const speech = useAccountView()
  const { name } = transactionName(one, speech)
  const mayManage = useMay("manage")
  const mayWriteOff = useMay("write_off")
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("account.tx.menu", { name })}
          data-row-menu=""
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {one.order && (
          <DropdownMenu.Item asChild className="gap-x-2">
            <Link to={reconciliationPath(one.order.id)}>
              <ArrowUpRightOnBox aria-hidden className="text-ui-fg-subtle" />
              {t("account.openReconciliation", { id: one.order.display_id })}
            </Link>
          </DropdownMenu.Item>
        )}
        {one.codes.map(({ rank, code }) => (
          <DropdownMenu.Item key={rank} asChild className="gap-x-2">
            <Link to={codePath(account.id, rank)}>
              <Equals aria-hidden className="text-ui-fg-subtle" />
              {t("account.openCode", { code })}
            </Link>
          </DropdownMenu.Item>
        ))}
        <Acts one={one} name={name} may={{ manage: mayManage, writeOff: mayWriteOff }} />
        {!(mayManage && mayWriteOff) && <MayLook />}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

interface ActsProps {
  readonly one: AccountTransactionView
  readonly name: string
  readonly may: { readonly manage: boolean; readonly writeOff: boolean }
}

function Acts({ one, name, may }: ActsProps) {
  const { t, account } = useAccountView()
  const ask = useAsk()
  const { item_id: itemId, order, kind, method, open, occurred_on: occurredOn } = one
  const hasOpen = !isZero(open)
  const idle = account.unapplied.find(({ id }) => id === itemId)
  const amount = isZero(one.payments) ? one.charges : one.payments
  // What takes an opening balance back is neither owed nor money, and nothing is done with it.
  const isCounter = kind === "opening_balance" && one.detail !== null
  const canDelete = itemId !== null && PAYS.has(kind) && one.state !== "none" && !isCounter
  const isNobodys = account.owner_type === "suspense"
  return (
    <>
      {idle && !isNobodys && (
        <GuardedItem
          icon={Plus}
          right="manage"
          allowed={may.manage}
          onSelect={() => ask({ act: "apply", item: idle })}
        >
          {t("account.menuActs.apply")}
        </GuardedItem>
      )}
      {canDelete && (
        <GuardedItem
          icon={Trash}
          right="manage"
          allowed={may.manage}
          onSelect={() => ask({ act: "delete", of: { itemId, name, amount, kind, method, occurredOn } })}
        >
          {t("account.menuActs.delete")}
        </GuardedItem>
      )}
      <MoneyItems
        money={moneyOf(one, { name, amount, isOwed: isZero(one.payments) || isCounter })}
        mayManage={may.manage}
      />
      <UndoItem one={one} name={name} mayManage={may.manage} />
      {kind === "order" && order && hasOpen && (
        <GuardedItem
          icon={MinusCircle}
          right="write_off"
          allowed={may.writeOff}
          onSelect={() =>
            ask({ act: "writeOff", of: { orderId: order.id, displayId: order.display_id, open } })
          }
        >
          {t("account.menuActs.writeOff")}
        </GuardedItem>
      )}
      {itemId !== null && kind === "deposit" && hasOpen && (
        <GuardedItem
          icon={MinusCircle}
          right="write_off"
          allowed={may.writeOff}
          onSelect={() => ask({ act: "writeOff", of: { itemId, name, open } })}
        >
          {t("account.menuActs.keep")}
        </GuardedItem>
      )}
    </>
  )
}

type Moved = Pick<MoneyOfAccount, "name" | "isOwed"> & { readonly amount: string }

const moneyOf = (one: AccountTransactionView, { name, amount, isOwed }: Moved): MoneyOfAccount => ({
  itemId: one.item_id,
  kind: one.kind,
  isOfOrder: one.order !== null,
  name,
  open: one.open,
  whole: amount,
  occurredOn: one.occurred_on,
  method: one.method,
  isOwed,
})
