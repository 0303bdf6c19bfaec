import { FocusModal } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import type { HistoryEntry } from "../../../../types/http"
import { request } from "../../../lib/client"
import { stateWords } from "../../../lib/state-words"
import { Conflict, type ConflictRow, type Kept } from "../../../ui/conflict"
import type { Put } from "../grid/edits"
import { SheetMaker } from "../grid/sheet"
import { useGridStore } from "../grid/use-grid"
import { useLabels } from "../grid/use-labels"
import { notCoveredIn } from "../placing"
import { orderPath } from "../use-order-reconciliation"
import { useOrderView } from "../use-order-view"
import { useToday } from "../../../lib/use-today"
import type { Meeting } from "./desk"
import { isSaveKey } from "./use-save-key"

interface MergeDialogProps {
  meeting: Meeting
  /** Goes on editing upon what the other one saved, with these amounts. */
  onEdit: (puts: readonly Put[]) => void
  onSave: (puts: readonly Put[]) => void
  onDiscard: () => void
}

/** Two people changed an order: what each did, cell by cell, and a choice where both did. */
export function MergeDialog({ meeting, onEdit, onSave, onDiscard }: MergeDialogProps) {
  const { t, moment } = useOrderView()
  const [kept, keep] = useState<Record<string, Kept>>({})
  const last = useLastChange(meeting.order.id)
  const rows = useConflictRows(meeting)
  const labels = useLabels()
  const today = useToday()
  const puts = useMemo(() => {
    const { own, both, agreed } = meeting.merge
    return [...own, ...agreed, ...both.filter((one) => (kept[nameOf(one)] ?? "mine") === "mine")]
  }, [meeting, kept])
  const outcome = useMemo(() => {
    const wishes = puts.map(({ row, column, units }) => ({ row, column: BigInt(column), amount: units }))
    return new SheetMaker(meeting.order, today).sheet(wishes)
  }, [puts, meeting, today])
  const isPossible = outcome.excess.rows.size + outcome.excess.columns.size === 0
  const save = () => isPossible && onSave(puts)
  return (
    <FocusModal open onOpenChange={(open) => !open && onEdit(puts)}>
      <FocusModal.Content
        aria-describedby={undefined}
        className="reconciliation-dialog reconciliation-wide-dialog overflow-y-auto"
        data-merge=""
        onOpenAutoFocus={focusTitle}
        onKeyDown={(event) => isSaveKey(event) && save()}
      >
        <FocusModal.Title asChild>
          <span className="sr-only">
            {t("conflict.title", { name: last?.actor.name ?? t("grid.save.by") })}
          </span>
        </FocusModal.Title>
        <Conflict
          by={last?.actor.name ?? t("grid.save.by")}
          name={last?.actor.name ?? undefined}
          when={last ? moment(last.recorded_at) : t("grid.save.when")}
          rows={rows}
          kept={kept}
          onKeep={(key, whose) => keep((known) => ({ ...known, [key]: whose }))}
          outcome={
            isPossible
              ? t("grid.save.becomes", {
                  state: stateWords(outcome.state, labels.money(notCoveredIn(outcome, meeting.order)), t),
                })
              : t("grid.save.impossible")
          }
          canSave={isPossible}
          onSave={save}
          onEdit={() => onEdit(puts)}
          onDiscard={onDiscard}
        />
      </FocusModal.Content>
    </FocusModal>
  )
}

/** Not the first button, which throws the own changes away. */
function focusTitle(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>("[data-merge] [data-conflict-title]")?.focus()
}

const nameOf = ({ row, column }: Pick<Put, "row" | "column">): string => `${row} ${column}`

function useLastChange(orderId: string): HistoryEntry | undefined {
  const { data } = useQuery({
    queryKey: ["reconciliation", "history", orderId, "last"],
    queryFn: async ({ signal }) =>
      (await request<{ changes: HistoryEntry[] }>(`${orderPath(orderId)}/history?limit=1`, { signal }))
        .changes,
  })
  return data?.[0]
}

/** What this person changed, then what only the other one did. */
function useConflictRows({ merge, edits, order }: Meeting): ConflictRow[] {
  const store = useGridStore()
  const labels = useLabels()
  const today = useToday()
  const theirs = useMemo(() => {
    const after = new SheetMaker(order, today).sheet([])
    const mine = new Set(edits.map(nameOf))
    return store.rows.flatMap((row) =>
      store.columns.flatMap((column): ConflictRow[] => {
        const name = nameOf({ row: row.id, column: column.id })
        const [was, is] = [
          store.before.cells.get(row.id, column.id) ?? 0n,
          after.cells.get(row.id, column.id) ?? 0n,
        ]
        if (row.kind !== "item" || column.kind !== "money" || was === is || mine.has(name)) return []
        const amounts = { before: labels.money(was), theirs: labels.money(is), mine: "–" }
        return [
          {
            key: name,
            label: labels.row(row),
            detail: labels.columnOn(column),
            ...amounts,
            changedBy: "theirs",
          },
        ]
      }),
    )
  }, [order, edits, today, store, labels])
  const own = edits.map((edit): ConflictRow => {
    const row = store.rows.find(({ id }) => id === edit.row)
    const column = store.columns.find(({ id }) => id === edit.column)
    const both = merge.both.find((one) => nameOf(one) === nameOf(edit))
    const agreed = merge.agreed.includes(edit) || merge.agreed.some((one) => nameOf(one) === nameOf(edit))
    return {
      key: nameOf(edit),
      label: row ? labels.row(row) : edit.row,
      detail: column ? labels.columnOn(column) : "",
      before: labels.money(edit.was),
      theirs: both || agreed ? labels.money(both?.theirs ?? edit.units) : "–",
      mine: labels.money(edit.units),
      changedBy: both ? "both" : agreed ? "agreed" : "mine",
    }
  })
  return [...own, ...theirs]
}
