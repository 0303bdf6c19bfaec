import { clx } from "@medusajs/ui"
import { CodeBadge } from "../../../ui/matching-code"
import { isZero } from "../../../lib/money"
import { codePath, reconciliationPath } from "../../../lib/paths"
import { StateSign } from "../../../ui/state-sign"
import type { RunMoveView } from "../../../../types/http"
import { Link } from "react-router-dom"
import { Owner, Sum } from "../../lists/rows/parts"
import { useListSpeech } from "../../lists/use-list-speech"
import { fromOf, toOf } from "./move-words"

interface MovesProps {
  readonly moves: readonly RunMoveView[]
  /** Whether it was done; else it only would be, and nothing leads away from it. */
  readonly isDone: boolean
  readonly isNarrow: boolean
  /** Whether it was taken back from there. */
  readonly isUndo?: boolean
}

/** How much of which payment or credit goes, or went, on which order. */
export function Moves({ moves, isDone, isNarrow, isUndo = false }: MovesProps) {
  const { t } = useListSpeech()
  const heads = ["account", "from", isUndo ? "wasOn" : "to", "amount"] as const
  if (isNarrow)
    return (
      <ul aria-label={t(isDone ? "runs.page.did" : "runs.moves.list")}>
        {moves.map((one) => (
          <NarrowMove key={keyOf(one)} one={one} isDone={isDone} />
        ))}
      </ul>
    )
  return (
    <div className="reconciliation-list-scroll">
      <table
        className={clx(
          "reconciliation-run-rows txt-compact-small text-ui-fg-subtle",
          isDone && "reconciliation-run-done",
        )}
        aria-label={t(isDone ? "runs.page.did" : "runs.moves.list")}
      >
        <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" data-figure={head === "amount" ? "" : undefined}>
                {t(`runs.moves.${head}`)}
              </th>
            ))}
            <th scope="col">{t(isDone ? "runs.moves.became" : "runs.moves.becomes")}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((one) => (
            <MoveRow key={keyOf(one)} one={one} isDone={isDone} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const keyOf = ({ change_id: change, credit, order }: RunMoveView): string =>
  `${change} ${credit.id} ${order?.id ?? ""}`

interface MoveProps {
  readonly one: RunMoveView
  readonly isDone: boolean
}

function MoveRow({ one, isDone }: MoveProps) {
  const speech = useListSpeech()
  return (
    <tr data-move={one.order?.display_id ?? ""}>
      <th scope="row">
        <Account one={one} isDone={isDone} />
      </th>
      <td>{fromOf(one, speech)}</td>
      <td className="whitespace-nowrap">
        <To one={one} isDone={isDone} />
      </td>
      <td data-figure="">
        <Sum one={one} value={one.amount} />
        <TakenBack one={one} />
      </td>
      <td>
        <Became one={one} isDone={isDone} />
      </td>
    </tr>
  )
}

function NarrowMove({ one, isDone }: MoveProps) {
  const speech = useListSpeech()
  return (
    <li
      data-move={one.order?.display_id ?? ""}
      className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 border-t px-4 py-2.5"
    >
      <div className="flex items-start justify-between gap-x-3">
        <span className="min-w-0 break-words">
          <Account one={one} isDone={isDone} />
        </span>
        <span className="shrink-0 text-right">
          <Sum one={one} value={one.amount} />
          <TakenBack one={one} />
        </span>
      </div>
      <div className="flex items-center justify-between gap-x-3">
        <span className="min-w-0 break-words">
          {fromOf(one, speech)} → <To one={one} isDone={isDone} />
        </span>
        <span className="shrink-0">
          <Became one={one} isDone={isDone} />
        </span>
      </div>
    </li>
  )
}

function Account({ one, isDone }: MoveProps) {
  const { ownerOf } = useListSpeech()
  return isDone ? <Owner one={one} /> : <span className="text-ui-fg-base font-medium">{ownerOf(one)}</span>
}

function To({ one, isDone }: MoveProps) {
  const speech = useListSpeech()
  const said = toOf(one, speech)
  if (!isDone || one.order === null) return <>{said}</>
  return (
    <Link
      to={reconciliationPath(one.order.id)}
      title={speech.t("runs.page.openOrder", { id: one.order.display_id })}
      className="reconciliation-list-owner"
    >
      {said}
    </Link>
  )
}

function TakenBack({ one }: { readonly one: RunMoveView }) {
  const { t, amountOf } = useListSpeech()
  if (isZero(one.taken_back)) return null
  return (
    <span className="reconciliation-list-second txt-compact-xsmall" data-taken-back={one.taken_back}>
      {t("runs.moves.takenBack", { amount: amountOf(one)(one.taken_back) })}
    </span>
  )
}

/** Full, or how much of it is open: whether anything of the rest is paid, its own page says. */
function Became({ one, isDone }: MoveProps) {
  const { t, amountOf } = useListSpeech()
  const { order, account_id: account } = one
  if (!order) return null
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      {isZero(order.open) ? (
        <StateSign state="full" />
      ) : (
        <span className="whitespace-nowrap tabular-nums" data-open={order.open}>
          {t("account.apply.open", { amount: amountOf(one)(order.open) })}
        </span>
      )}
      {order.code && (
        <CodeBadge code={order.code} {...(isDone && { to: codePath(account, order.code.rank) })} />
      )}
    </span>
  )
}
