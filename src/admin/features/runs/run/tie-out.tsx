import { CheckCircle, ExclamationCircle } from "@medusajs/icons"
import type { RunAmounts, RunView } from "../../../../types/http"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { useListSpeech } from "../../lists/use-list-speech"
import { agrees, withoutSign } from "../outlook"

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 700

/** Before less placed is after, in each currency by itself: worked out here once more from what the run counted. */
export function TieOut({ run }: { readonly run: RunView }) {
  const { t } = useListSpeech()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  if (isNarrow)
    return (
      <div className="px-6 py-3" data-tie-out="">
        <h2 className="txt-compact-xsmall-plus text-ui-fg-subtle">
          {t(run.kind === "undo" ? "runs.page.tieNarrowUndo" : "runs.page.tieNarrow")}
        </h2>
        <ul aria-label={t("runs.page.tieLabel")}>
          {run.counts.amounts.map((one) => (
            <NarrowRow key={one.currency_code} one={one} />
          ))}
        </ul>
      </div>
    )
  return (
    <table
      className="reconciliation-run-rows reconciliation-run-tie txt-compact-small text-ui-fg-subtle"
      aria-label={t("runs.page.tieLabel")}
      data-tie-out=""
    >
      <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
        <tr>
          <th scope="col">{t("runs.page.tie")}</th>
          <th scope="col" data-figure="">
            {t("runs.page.before")}
          </th>
          <th scope="col" data-figure="">
            {t(run.kind === "undo" ? "runs.page.back" : "runs.page.moved")}
          </th>
          <th scope="col" data-figure="">
            {t("runs.page.after")}
          </th>
          <th scope="col">
            <span className="sr-only">{t("runs.page.agrees")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {run.counts.amounts.map((one) => (
          <Row key={one.currency_code} one={one} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one }: { readonly one: RunAmounts }) {
  const { amountOf } = useListSpeech()
  return (
    <tr data-tie={tieOf(one)}>
      <th scope="row">{one.currency_code.toUpperCase()}</th>
      {(["before", "moved", "after"] as const).map((name) => (
        <td key={name} data-figure="" className="text-ui-fg-base" data-amount={one[name]}>
          {amountOf(one)(one[name])}
        </td>
      ))}
      <td>
        <Sign one={one} />
      </td>
    </tr>
  )
}

const tieOf = (one: RunAmounts): string => (agrees(one) ? one.currency_code : "differs")

/** "2,310.55 − 2,310.55 = 0.00 EUR". */
function NarrowRow({ one }: { readonly one: RunAmounts }) {
  const { amountOf } = useListSpeech()
  const written = amountOf(one)
  const { before, moved, after } = one
  const [minus, taken] = moved.startsWith("-") ? ["+", withoutSign(moved)] : ["−", moved]
  return (
    <li
      data-tie={tieOf(one)}
      className="txt-compact-small text-ui-fg-subtle flex flex-wrap justify-between gap-x-3 py-1 tabular-nums"
    >
      <span className="text-ui-fg-base">
        {written(before)} {minus} {written(taken)} = {written(after)} {one.currency_code.toUpperCase()}
      </span>
      <Sign one={one} />
    </li>
  )
}

function Sign({ one }: { readonly one: RunAmounts }) {
  const { t } = useListSpeech()
  const isRight = agrees(one)
  const [Icon, colour] = isRight
    ? [CheckCircle, "text-ui-tag-green-icon"]
    : [ExclamationCircle, "text-ui-tag-red-icon"]
  return (
    <span className="inline-flex items-center gap-x-1">
      <Icon aria-hidden className={colour} />
      {t(isRight ? "runs.page.agrees" : "runs.page.differs")}
    </span>
  )
}
