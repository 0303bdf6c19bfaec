import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input } from "@medusajs/ui"
import { useId } from "react"
import { useOrderView } from "../../order/use-order-view"
import type { Typed } from "../typed"
import type { AmountText } from "../../../lib/amount-text"
import { useToday } from "../../../lib/use-today"
import type { DraftInstalment, OpenRow } from "./draft"
import { KeptFor } from "./kept-for"
import { nextInstalment } from "./propose"

interface InstalmentRowsProps {
  draft: readonly DraftInstalment[]
  typed: readonly Typed[]
  rows: readonly OpenRow[]
  as: AmountText
  onDraft: (change: (draft: DraftInstalment[]) => DraftInstalment[]) => void
}

const HEADS = ["due", "amount", "keptFor"] as const
const CLASSES = {
  due: "reconciliation-act-day",
  amount: "reconciliation-act-typed",
  keptFor: undefined,
} as const

/** The instalments: when each falls due, what it brings, and what it is kept for. */
export function InstalmentRows({ draft, typed, rows, as, onDraft }: InstalmentRowsProps) {
  const { t, order } = useOrderView()
  const today = useToday()
  const change = (key: string, next: Partial<DraftInstalment>): void =>
    onDraft((now) => now.map((one) => (one.key === key ? { ...one, ...next } : one)))
  return (
    <div>
      <table
        className="reconciliation-act-rows reconciliation-plan-rows txt-compact-small"
        data-instalment-rows=""
      >
        <caption className="sr-only">
          {t("orderActs.plan.caption", { currency: order.currency_code.toUpperCase() })}
        </caption>
        <thead className="txt-compact-xsmall-plus text-ui-fg-subtle bg-ui-bg-subtle">
          <tr>
            <th scope="col" className="reconciliation-act-number">
              <span className="sr-only">{t("orderActs.plan.number")}</span>
            </th>
            {HEADS.map((name) => (
              <th
                key={name}
                scope="col"
                className={CLASSES[name]}
                data-figure={name === "amount" ? "" : undefined}
              >
                {t(`orderActs.plan.${name}`)}
              </th>
            ))}
            <th scope="col" className="reconciliation-act-last">
              <span className="sr-only">{t("orderActs.plan.remove")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.map((one, index) => (
            <Row
              key={one.key}
              one={one}
              number={index + 1}
              typed={typed[index]}
              rows={rows}
              isOnly={draft.length === 1}
              onChange={(next) => change(one.key, next)}
              onRemove={() => onDraft((now) => now.filter(({ key }) => key !== one.key))}
            />
          ))}
        </tbody>
      </table>
      <div className="px-4 py-2">
        <Button
          size="small"
          variant="transparent"
          type="button"
          onClick={() => onDraft((now) => [...now, nextInstalment(now, { rows, as, today })])}
        >
          <Plus aria-hidden />
          {t("orderActs.plan.add")}
        </Button>
      </div>
    </div>
  )
}

interface RowProps {
  one: DraftInstalment
  number: number
  typed: Typed | undefined
  rows: readonly OpenRow[]
  isOnly: boolean
  onChange: (next: Partial<DraftInstalment>) => void
  onRemove: () => void
}

function Row({ one, number, typed, rows, isOnly, onChange, onRemove }: RowProps) {
  const { t } = useOrderView()
  const told = useId()
  const fault = typed?.kind === "fault" ? t(`orderActs.faults.${typed.fault}`) : null
  return (
    <tr data-draft-instalment={number}>
      <th scope="row" className="text-ui-fg-subtle">
        {number}
      </th>
      <td>
        <Input
          size="small"
          type="date"
          value={one.dueOn}
          aria-label={t("orderActs.plan.dueOf", { number })}
          onChange={({ target }) => onChange({ dueOn: target.value })}
        />
      </td>
      <td>
        <Input
          size="small"
          value={one.amount}
          inputMode="decimal"
          autoComplete="off"
          aria-label={t("orderActs.plan.amountOf", { number })}
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault === null ? undefined : told}
          className="reconciliation-figure-field"
          onChange={({ target }) => onChange({ amount: target.value })}
        />
        {fault !== null && (
          <span id={told} aria-live="polite" className="txt-compact-xsmall text-ui-tag-red-text">
            {fault}
          </span>
        )}
      </td>
      <td>
        <KeptFor
          number={number}
          chosen={one.rows}
          rows={rows}
          onChange={(keys) => onChange({ rows: keys })}
        />
      </td>
      <td>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("orderActs.plan.removeOf", { number })}
          aria-disabled={isOnly}
          onClick={() => !isOnly && onRemove()}
        >
          <Trash aria-hidden />
        </IconButton>
      </td>
    </tr>
  )
}
