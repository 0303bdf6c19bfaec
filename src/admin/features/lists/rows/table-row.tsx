import { ChevronDownMini, ChevronRightMini } from "@medusajs/icons"
import { Checkbox, IconButton } from "@medusajs/ui"
import { memo } from "react"
import { Link } from "react-router-dom"
import type { ListedTransactionView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { codePath, reconciliationPath } from "../../../lib/paths"
import { CodeBadge } from "../../../ui/matching-code"
import { StateSign } from "../../../ui/state-sign"
import { NextStep } from "../acts/next-step"
import { Reconciled } from "../reconciled/reconciled"
import { useListSpeech } from "../use-list-speech"
import { openTone, signedOpen } from "./open-sum"
import { Owner, Sum, Transaction, Why } from "./parts"
import { RowMenu } from "./row-menu"

interface RowProps {
  readonly one: ListedTransactionView
  /** The cursor is on it. */
  readonly isAt: boolean
  readonly isSelected: boolean
  readonly onSelect: (number: string) => void
}

/** Hundreds of rows do not change with the cursor: only two of them do. */
export const UnreconciledRow = memo(function UnreconciledRow({
  one,
  isAt,
  isSelected,
  onSelect,
  onDone,
}: RowProps & { readonly onDone: () => void }) {
  const { t, dayInSentence } = useListSpeech()
  return (
    <tr
      data-row={one.number}
      data-kind={one.kind}
      data-at={isAt ? "" : undefined}
      data-chosen={isSelected ? "" : undefined}
    >
      <td>
        <Select one={one} isSelected={isSelected} onSelect={onSelect} />
      </td>
      <td className="whitespace-nowrap">{dayInSentence(one.occurred_on)}</td>
      <th scope="row">
        <Transaction one={one} />
      </th>
      <td data-owner-cell="">
        <Owner one={one} />
      </td>
      <td>
        <StateSign state={one.state} />
      </td>
      <td data-why-cell="">
        <Why one={one} stop />
      </td>
      <td data-figure="">
        <Sum one={one} value={one.open} />
      </td>
      <td data-figure="">
        <span aria-hidden>{t("lists.age", { count: one.age_days })}</span>
        <span className="sr-only">{t("lists.ageSaid", { count: one.age_days })}</span>
      </td>
      <td data-sticky="">
        <span className="flex items-center justify-between gap-x-1">
          {one.next_step ? <NextStep one={one} step={one.next_step} onDone={onDone} /> : <span />}
          <RowMenu one={one} />
        </span>
      </td>
    </tr>
  )
})

interface TransactionRowProps extends RowProps {
  readonly isOpen: boolean
  readonly onTurn: (number: string) => void
}

export const TransactionRow = memo(function TransactionRow(props: TransactionRowProps) {
  const { one, isAt, isSelected, onSelect, isOpen, onTurn } = props
  const { dayInSentence } = useListSpeech()
  return (
    <>
      <tr
        data-row={one.number}
        data-kind={one.kind}
        data-at={isAt ? "" : undefined}
        data-chosen={isSelected ? "" : undefined}
      >
        <td>
          <Select one={one} isSelected={isSelected} onSelect={onSelect} />
        </td>
        <td>
          <Expand one={one} isOpen={isOpen} onTurn={onTurn} />
        </td>
        <td className="whitespace-nowrap">{dayInSentence(one.occurred_on)}</td>
        <th scope="row">
          <Transaction one={one} />
        </th>
        <td data-owner-cell="">
          <Owner one={one} />
        </td>
        <td>
          <StateSign state={one.state} />
        </td>
        <td>
          {/* An order is said in its own row already. */}
          {one.order && one.kind !== "order" && (
            <Link to={reconciliationPath(one.order.id)} className="reconciliation-list-owner">
              #{one.order.display_id}
            </Link>
          )}
        </td>
        <td>
          <span className="flex flex-wrap gap-1">
            {one.codes.map((code) => (
              <CodeBadge key={code.rank} code={code} to={codePath(one.owner.account_id, code.rank)} />
            ))}
          </span>
        </td>
        <td data-figure="">
          <Sum one={one} value={isZero(one.payments) ? one.charges : `-${one.payments}`} />
        </td>
        <td data-figure="">
          {!isZero(one.open) && <Sum one={one} value={signedOpen(one)} tone={openTone(one)} />}
        </td>
        <td>
          <RowMenu one={one} />
        </td>
      </tr>
      {isOpen && (
        <tr data-reconciled={one.number}>
          <td colSpan={11}>
            <Reconciled one={one} />
          </td>
        </tr>
      )}
    </>
  )
})

function Select({ one, isSelected, onSelect }: Omit<RowProps, "isAt">) {
  const { t, nameOf, ownerOf } = useListSpeech()
  return (
    <Checkbox
      aria-label={t("lists.selectOne", { name: nameOf(one), owner: ownerOf(one) })}
      checked={isSelected}
      onCheckedChange={() => onSelect(one.number)}
      data-select=""
    />
  )
}

export function Expand({ one, isOpen, onTurn }: Pick<TransactionRowProps, "one" | "isOpen" | "onTurn">) {
  const { t, nameOf } = useListSpeech()
  return (
    <IconButton
      size="small"
      variant="transparent"
      type="button"
      aria-expanded={isOpen}
      aria-label={t("lists.reconciled.expand", { name: nameOf(one) })}
      data-expand=""
      onClick={() => onTurn(one.number)}
    >
      {isOpen ? <ChevronDownMini aria-hidden /> : <ChevronRightMini aria-hidden />}
    </IconButton>
  )
}
