import { Text } from "@medusajs/ui"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { Owner } from "../../lists/rows/parts"
import { useListSpeech } from "../../lists/use-list-speech"
import { keyOf, LeftItem, SumOnOrder, WhyLeft } from "../parts/left-table"
import { counted } from "../run-words"
import type { Resting } from "./resting"

interface RestingTableProps {
  readonly resting: readonly Resting[]
  /** How many are not listed. */
  readonly more: number
}

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 700

const POSSIBLE = {
  with: "runs.undo.with",
  unknown: "runs.undo.unknown",
  gone: "runs.undo.gone",
  written_off: "runs.undo.noWrittenOff",
  instalment: "runs.undo.noInstalment",
  order_moved: "runs.undo.noMoved",
  not_by_hand: "runs.undo.noByHand",
  no: "runs.undo.no",
} as const
const MAYBE: ReadonlySet<Resting["possible"]> = new Set(["with", "unknown", "gone"])

/** What stays, each with why, and what it would take. */
export function RestingTable({ resting, more }: RestingTableProps) {
  const { t } = useListSpeech()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  if (isNarrow) return <NarrowResting resting={resting} more={more} />
  return (
    <div className="reconciliation-list-scroll">
      <table
        className="reconciliation-run-rows reconciliation-run-rests txt-compact-small text-ui-fg-subtle"
        aria-label={t("runs.undo.list")}
        data-resting={resting.length}
      >
        <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
          <tr>
            <th scope="col">{t("runs.undo.amount")}</th>
            <th scope="col">{t("runs.undo.rests")}</th>
            <th scope="col">{t("runs.undo.possible")}</th>
          </tr>
        </thead>
        <tbody>
          {resting.map(({ left, possible }) => (
            <tr key={keyOf(left)} data-left={left.reason}>
              <th scope="row">
                <SumOnOrder one={left} />
                <span className="txt-compact-xsmall block">
                  <Owner one={left} />
                </span>
              </th>
              <td>
                <WhyLeft one={left} />
              </td>
              <td>
                <Possible left={left} possible={possible} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More more={more} />
    </div>
  )
}

/** The same where there is no room for columns. */
function NarrowResting({ resting, more }: RestingTableProps) {
  const { t } = useListSpeech()
  return (
    <>
      <ul aria-label={t("runs.undo.list")} data-resting={resting.length}>
        {resting.map(({ left, possible }) => (
          <LeftItem key={keyOf(left)} one={left}>
            <Possible left={left} possible={possible} />
          </LeftItem>
        ))}
      </ul>
      <More more={more} />
    </>
  )
}

function Possible({ left: { later }, possible }: Resting) {
  const words = useListSpeech()
  return (
    <span data-possible={possible} className={MAYBE.has(possible) ? undefined : "text-ui-tag-red-text"}>
      {possible !== "with" || !later
        ? words.t(POSSIBLE[possible])
        : words.t("runs.undo.withLater", {
            later: counted(words, "runs.undo.later", { count: later.changes }),
          })}
    </span>
  )
}

function More({ more }: Pick<RestingTableProps, "more">) {
  const words = useListSpeech()
  if (more <= 0) return null
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-3">
      {counted(words, "runs.undo.more", { count: more })}
    </Text>
  )
}
