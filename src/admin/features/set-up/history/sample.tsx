import type { RunMoveView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { CodeBadge } from "../../../ui/matching-code"
import { StateSign } from "../../../ui/state-sign"
import { Sum } from "../../lists/rows/parts"
import { useListSpeech } from "../../lists/use-list-speech"
import { fromOf } from "../../runs/parts/move-words"

interface SampleProps {
  readonly moves: readonly RunMoveView[]
  readonly isNarrow: boolean
}

const HEADS = ["order", "customer", "what", "amount", "becomes"] as const

/** Some of what would be inferred: which order, whose, what of it, and what becomes of it. */
export function Sample({ moves, isNarrow }: SampleProps) {
  const { t, ownerOf } = useListSpeech()
  if (isNarrow)
    return (
      <ul aria-label={t("setUp.history.what")}>
        {moves.map((one) => (
          <li
            key={keyOf(one)}
            data-inferred={one.order?.display_id ?? ""}
            className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 border-t px-4 py-2.5"
          >
            <span className="flex justify-between gap-x-3">
              <span className="min-w-0 break-words">
                <Number one={one} /> {ownerOf(one)}
              </span>
              <Sum one={one} value={one.amount} />
            </span>
            <What one={one} />
            <Becomes one={one} />
          </li>
        ))}
      </ul>
    )
  return (
    <table
      className="reconciliation-run-rows txt-compact-small text-ui-fg-subtle"
      aria-label={t("setUp.history.what")}
    >
      <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle">
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" data-figure={head === "amount" ? "" : undefined}>
              {t(`setUp.history.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moves.map((one) => (
          <tr key={keyOf(one)} data-inferred={one.order?.display_id ?? ""}>
            <td>
              <Number one={one} />
            </td>
            <td>{ownerOf(one)}</td>
            <td>
              <What one={one} />
            </td>
            <td data-figure="">
              <Sum one={one} value={one.amount} />
            </td>
            <td>
              <Becomes one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const keyOf = ({ change_id: change, credit, order }: RunMoveView): string =>
  `${change} ${credit.id} ${order?.id ?? ""}`

interface OneProps {
  readonly one: RunMoveView
}

function Number({ one }: OneProps) {
  return <span className="text-ui-fg-base font-medium">{one.order ? `#${one.order.display_id}` : "–"}</span>
}

const MONEY: ReadonlySet<string> = new Set(["payment", "deposit", "stored_value", "void", "reversal"])

function What({ one }: OneProps) {
  const speech = useListSpeech()
  const key = MONEY.has(one.credit.kind) ? "setUp.history.whatPaid" : "setUp.history.whatBack"
  return <>{speech.t(key, { what: fromOf(one, speech) })}</>
}

function Becomes({ one: { order } }: OneProps) {
  if (!order) return null
  return (
    <span className="inline-flex items-center gap-x-1">
      <StateSign state={isZero(order.open) ? "full" : "partial"} />
      {order.code && <CodeBadge code={order.code} />}
    </span>
  )
}
