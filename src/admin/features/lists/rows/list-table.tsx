import { Checkbox } from "@medusajs/ui"
import { useState } from "react"
import type { ListedTransactionView } from "../../../../types/http"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { GhostRows } from "./rows-loading"
import { SortHead } from "./sort-head"
import { TransactionRow, UnreconciledRow } from "./table-row"
import type { Selection } from "./selection-bar"

export interface ShownRows {
  readonly rows: readonly ListedTransactionView[]
  /** The number of the row that the cursor is on. */
  readonly at: string | null
  readonly follow: (number: string) => void
  /** After something of a row was done in it. */
  readonly onDone: () => void
}

type Head =
  "date" | "transaction" | "owner" | "state" | "order" | "code" | "why" | "amount" | "open" | "age" | "step"

const HEADS: Readonly<Record<"unreconciled" | "all", readonly Head[]>> = {
  unreconciled: ["date", "transaction", "owner", "state", "why", "open", "age", "step"],
  all: ["date", "transaction", "owner", "state", "order", "code", "amount", "open"],
}

/** With those that have no heading to be read. */
const COLUMNS = {
  unreconciled: ["select", ...HEADS.unreconciled],
  all: ["select", "more", ...HEADS.all, "menu"],
} as const

const SORTED: Readonly<Partial<Record<Head, "date" | "owner" | "open">>> = {
  date: "date",
  owner: "owner",
  open: "open",
}

const FIGURES: ReadonlySet<Head> = new Set(["amount", "open", "age"])

/** A row a transaction; each says its currency, and nothing adds them. Without any they are on their way. */
export function ListTable({ rows, at, follow, onDone, selection }: ShownRows & { selection: Selection }) {
  const { t } = useListSpeech()
  const { show } = useListView()
  return (
    <div className="reconciliation-list-scroll">
      <table className="reconciliation-list txt-compact-small text-ui-fg-subtle" data-shows={show}>
        <caption className="sr-only">
          {t(show === "all" ? "lists.transactions.caption" : "lists.unreconciled.caption")}{" "}
          {t("lists.unreconciled.keys")}
        </caption>
        <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
          <tr>
            <th scope="col">
              <SelectAll rows={rows} selection={selection} />
            </th>
            {show === "all" && (
              <th scope="col">
                <span className="sr-only">{t("lists.columns.more")}</span>
              </th>
            )}
            {HEADS[show].map((head) => {
              // All transactions have an order in time alone.
              const sorted = show === "unreconciled" || head === "date" ? SORTED[head] : undefined
              return sorted ? (
                <SortHead key={head} head={head} by={sorted} isFigure={FIGURES.has(head)}>
                  {t(`lists.columns.${head}`)}
                </SortHead>
              ) : (
                <th
                  key={head}
                  scope="col"
                  data-head={head}
                  data-figure={FIGURES.has(head) ? "" : undefined}
                  data-sticky={head === "step" ? "" : undefined}
                >
                  {t(`lists.columns.${head}`)}
                </th>
              )
            })}
            {show === "all" && (
              <th scope="col">
                <span className="sr-only">{t("notes.acts")}</span>
              </th>
            )}
          </tr>
        </thead>
        {rows.length === 0 ? (
          <GhostRows heads={COLUMNS[show]} figures={FIGURES} />
        ) : (
          <Rows rows={rows} at={at} follow={follow} onDone={onDone} selection={selection} />
        )}
      </table>
    </div>
  )
}

function SelectAll({ rows, selection }: { rows: ShownRows["rows"]; selection: Selection }) {
  const { t } = useListSpeech()
  const count = selection.rows.length
  return (
    <Checkbox
      aria-label={t("lists.selectAll")}
      checked={count > 0 && count === rows.length ? true : count > 0 ? "indeterminate" : false}
      onCheckedChange={(checked) => selection.all(checked === true)}
      data-select-all=""
    />
  )
}

function Rows({ rows, at, follow, onDone, selection }: ShownRows & { selection: Selection }) {
  const { show } = useListView()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const turn = (number: string) =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(number)) after.add(number)
      return after
    })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus
    <tbody
      onFocus={({ target }) => {
        const number = target.closest("[data-row]")?.getAttribute("data-row")
        if (number) follow(number)
      }}
    >
      {rows.map((one) => {
        const shown = {
          one,
          isAt: one.number === at,
          isSelected: selection.has(one.number),
          onSelect: selection.toggle,
        }
        return show === "all" ? (
          <TransactionRow key={one.number} {...shown} isOpen={open.has(one.number)} onTurn={turn} />
        ) : (
          <UnreconciledRow key={one.number} {...shown} onDone={onDone} />
        )
      })}
    </tbody>
  )
}
