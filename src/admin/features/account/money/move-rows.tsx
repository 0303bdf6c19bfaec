import type { AllocationMove, KeptMove, OpenItemView } from "../../../../types/http"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { isZero } from "../../../lib/money"
import { KeptMoves } from "../../order/history/kept-moves"
import { endName } from "../../order/history/names"
import { useAccountView, type AccountSpeech } from "../use-account-view"

interface Line {
  readonly key: string
  readonly name: string
  readonly detail?: string | undefined
  readonly units: bigint
}

/** Rows of a table: what is open again, or paid again, item by item. */
function Lines({ lines, word }: { lines: readonly Line[]; word: "reopens" | "paidAgain" }) {
  const { t, amount, account } = useAccountView()
  return lines.map(({ key, name, detail, units }) => (
    <tr key={key} data-line-effect={word}>
      <th scope="row">
        {name}
        <span className="text-ui-fg-subtle txt-compact-xsmall block">{detail ?? t(`money.${word}`)}</span>
      </th>
      <td className="font-medium tabular-nums">{amount(decimalOf(units, account.digits))}</td>
    </tr>
  ))
}

/** What money is taken off, or put on again. */
export function MoveRows({
  moves,
  word,
}: {
  moves: readonly AllocationMove[]
  word: "reopens" | "paidAgain"
}) {
  const speech = useAccountView()
  return <Lines lines={linesOf(moves, speech)} word={word} />
}

/** What stays whatever is asked for, and why. */
export function KeptRows({ kept }: { kept: readonly KeptMove[] }) {
  return <KeptMoves kept={kept} speech={useAccountView()} />
}

/** An item that several allocations pay stands once. */
function linesOf(moves: readonly AllocationMove[], speech: AccountSpeech): Line[] {
  const lines = new Map<string, Line>()
  for (const { debit, debit_item_id: id, amount } of moves) {
    const key = debit.row ?? id
    const units = (lines.get(key)?.units ?? 0n) + minorUnitsOf(amount, speech.digits)
    lines.set(key, { key, name: endName(debit, speech), units })
  }
  return [...lines.values()]
}

/** What a reversal posts is called after its kind first, in English: "Cheque bounced: Violin outfit". */
const bareTitle = (title: string): string => title.replace(/^[^:]*: /, "")

/** What a reversal posts: what is owed again, item by item, each with its order. */
export function ReopenedRows({ items }: { items: readonly OpenItemView[] }) {
  const { t, account } = useAccountView()
  const placeOf = ({ order_id: id, account_id: accountId }: OpenItemView): string | undefined => {
    const order = account.orders.find((one) => one.id === id)
    if (order) return t("account.tx.order", { id: order.display_id })
    return accountId === account.id ? undefined : t("money.otherAccount")
  }
  // Of money that paid nothing, what is posted is settled by that money at once.
  const reopened = items.filter(({ open }) => !isZero(open))
  if (reopened.length === 0)
    return (
      <tr data-line-effect="none">
        <th scope="row" colSpan={2}>
          {t("money.nothingReopens")}
        </th>
      </tr>
    )
  const lines = reopened.map((item) => ({
    key: item.id,
    name: item.order_id === null ? t("money.ofNoOrder") : bareTitle(item.title),
    detail: placeOf(item),
    units: minorUnitsOf(item.open, account.digits),
  }))
  return <Lines lines={lines} word="reopens" />
}
