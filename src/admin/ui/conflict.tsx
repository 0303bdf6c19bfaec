import { CheckMini } from "@medusajs/icons"
import { Button, Heading, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import { useWords } from "../lib/use-words"

export interface ConflictRow {
  key: string
  /** Names the amount: its row and column. */
  label: string
  detail?: string
  before: ReactNode
  theirs: ReactNode
  mine: ReactNode
  /** both: needs a choice. agreed, mine, theirs: needs none. */
  changedBy: "both" | "agreed" | "mine" | "theirs"
}

export type Kept = "mine" | "theirs"

interface ConflictProps {
  /** Who saved meanwhile, and when, in words. */
  by: string
  /** That person's name; left out where nobody knows it. */
  name?: string | undefined
  when: string
  rows: readonly ConflictRow[]
  kept: Readonly<Record<string, Kept>>
  onKeep: (key: string, whose: Kept) => void
  /** What the choices come to, or why they cannot be saved. */
  outcome: ReactNode
  canSave: boolean
  onSave: () => void
  onEdit: () => void
  onDiscard: () => void
}

/** Two people changed the same thing: what each did, and for each amount that both changed a choice. Nothing is lost. */
export function Conflict({ by, name, when, rows, kept, onKeep, outcome, canSave, ...acts }: ConflictProps) {
  const { t } = useWords()
  const open = rows.filter(({ changedBy }) => changedBy === "both").length
  return (
    <section aria-label={t("conflict.title", { name: by })} className="flex flex-col" data-conflict="">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2" tabIndex={-1} className="outline-none" data-conflict-title="">
          {t("conflict.title", { name: by })}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("conflict.kept", { when, count: open })}
        </Text>
      </div>
      <div className="relative overflow-x-auto">
        <table className="reconciliation-plan reconciliation-conflict txt-compact-small">
          <thead className="text-ui-fg-subtle txt-compact-xsmall">
            <tr>
              <th scope="col">{t("conflict.amount")}</th>
              <th scope="col">{t("conflict.before")}</th>
              <th scope="col">{by}</th>
              <th scope="col">{t("conflict.mine")}</th>
              <th scope="col">{t("conflict.keep")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="break-words">
                  <span className="text-ui-fg-base">{row.label}</span>
                  {row.detail && <span className="text-ui-fg-subtle block">{row.detail}</span>}
                </th>
                <td data-label={t("conflict.before")}>{row.before}</td>
                <td data-label={by}>{row.theirs}</td>
                <td data-label={t("conflict.mine")}>{row.mine}</td>
                <td>
                  <Choice {...{ row, name, onKeep }} kept={kept[row.key] ?? "mine"} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="px-6 py-4">
        <Text size="small" className="bg-ui-bg-subtle rounded-md px-3 py-2" aria-live="polite">
          {outcome}
        </Text>
      </div>
      <div className="reconciliation-conflict-foot border-ui-border-base flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
        {/* Apart from the others: it is the only one that loses work. */}
        <Button
          size="small"
          variant="transparent"
          type="button"
          className="reconciliation-foot-note"
          onClick={acts.onDiscard}
        >
          {t("conflict.discard")}
        </Button>
        <Button size="small" variant="secondary" type="button" onClick={acts.onEdit}>
          {t("conflict.edit")}
        </Button>
        <Button size="small" type="button" aria-disabled={!canSave} onClick={() => canSave && acts.onSave()}>
          {t("conflict.save")}
        </Button>
      </div>
    </section>
  )
}

interface ChoiceProps {
  row: ConflictRow
  /** Whose amount the other one is. */
  name: string | undefined
  kept: Kept
  onKeep: ConflictProps["onKeep"]
}

function Choice({ row, name: theirs, kept, onKeep }: ChoiceProps) {
  const { t } = useWords()
  const name = useId()
  if (row.changedBy === "agreed")
    return (
      <span className="text-ui-fg-subtle inline-flex items-center gap-x-1">
        <CheckMini aria-hidden /> {t("conflict.agree")}
      </span>
    )
  if (row.changedBy === "theirs" || row.changedBy === "mine") {
    const stays = row.changedBy === "mine" ? "conflict.mineStays" : "conflict.theirsStays"
    return <span className="text-ui-fg-subtle">{t(stays)}</span>
  }
  return (
    <RadioGroup
      aria-label={t("conflict.keepOf", { amount: row.label })}
      orientation="horizontal"
      className="flex flex-wrap gap-x-3 gap-y-1"
      value={kept}
      onValueChange={(whose) => onKeep(row.key, whose === "mine" ? "mine" : "theirs")}
    >
      {(["theirs", "mine"] as const).map((whose) => (
        <span key={whose} className="inline-flex items-center gap-x-1">
          <RadioGroup.Item id={`${name} ${whose}`} value={whose} className="reconciliation-radio" />
          <Label htmlFor={`${name} ${whose}`} size="small">
            {whose === "mine" ? t("conflict.keepMine") : (theirs ?? t("conflict.keepTheirs"))}
          </Label>
        </span>
      ))}
    </RadioGroup>
  )
}
