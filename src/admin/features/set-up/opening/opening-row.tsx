import { Trash } from "@medusajs/icons"
import { IconButton, Input, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type { ErrorBody, SetUpOpeningRow } from "../../../../types/http"
import { errorWords } from "../../../lib/errors"
import { useWords } from "../../../lib/use-words"
import { AddCustomer } from "./add-customer"
import { amountOf, faultOf, writtenAmount, type Currencies, type RowFault } from "./rows"
import type { Customer } from "./use-customers"

interface OpeningRowProps {
  readonly row: SetUpOpeningRow
  readonly currencies: Currencies
  /** What the server says against it, where it looks right here. */
  readonly refused: ErrorBody | undefined
  /** Undefined while nobody has said who that is. */
  readonly customer: Customer | undefined
  readonly onChange: (row: SetUpOpeningRow) => void
  readonly onRemove: () => void
}

/** A balance of a customer, with what is wrong with it below. */
export function OpeningRow({ row, currencies, refused, customer, onChange, onRemove }: OpeningRowProps) {
  const { t, locale } = useWords()
  const typing = { locale, currencies }
  const [text, setText] = useState(() => writtenAmount(row, typing))
  const told = useId()
  const fault = faultOf(row, currencies)
  const name = customer?.name ?? (row.email || (row.customer_id ?? ""))
  const set = (next: Partial<SetUpOpeningRow>) => onChange({ ...row, ...next })
  const described = fault === null ? undefined : told
  const label = (field: string): string => `${t(`setUp.opening.${field}`)}, ${name}`
  return (
    <div className="reconciliation-set-up-row" data-opening={name} data-fault={fault ?? undefined}>
      <Who name={name} email={customer?.email ?? ""} />
      <Select
        label={label("currency")}
        value={row.currency_code}
        choices={[...new Set([...currencies.map(({ code }) => code), row.currency_code])].map((code) => [
          code,
          code.toUpperCase(),
        ])}
        onChange={(code) => set({ currency_code: code, amount: amountOf(text, code, typing) })}
      />
      <Input
        size="small"
        inputMode="decimal"
        aria-label={label("amount")}
        aria-invalid={fault === "amount" ? true : undefined}
        aria-describedby={described}
        maxLength={40}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          set({ amount: amountOf(target.value, row.currency_code, typing) })
        }}
      />
      <Select
        label={label("side")}
        value={row.side}
        choices={[
          ["owes", t("setUp.opening.owes")],
          ["has", t("setUp.opening.has")],
        ]}
        onChange={(side) => set({ side: side === "has" ? "has" : "owes" })}
      />
      <Input
        size="small"
        type="date"
        aria-label={label("due")}
        value={row.due_on}
        onChange={({ target }) => set({ due_on: target.value })}
      />
      <Input
        size="small"
        aria-label={label("number")}
        maxLength={200}
        value={row.number}
        onChange={({ target }) => set({ number: target.value })}
      />
      <Remove name={name} onRemove={onRemove} />
      {fault !== null && row.amount !== "" && (
        <Fault id={told} fault={fault} email={row.email} onChoose={({ id }) => set({ customer_id: id })} />
      )}
      {fault === null && refused && <Refused error={refused} />}
    </div>
  )
}

function Who({ name, email }: { readonly name: string; readonly email: string }) {
  return (
    <span className="reconciliation-set-up-who txt-compact-small">
      <span className="text-ui-fg-base block font-medium">{name}</span>
      {email !== name && <span className="txt-compact-xsmall text-ui-fg-subtle block">{email}</span>}
    </span>
  )
}

function Remove({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useWords()
  return (
    <IconButton
      size="small"
      variant="transparent"
      type="button"
      data-remove=""
      aria-label={t("setUp.opening.removeNamed", { name })}
      title={t("setUp.opening.remove")}
      onClick={onRemove}
    >
      <Trash aria-hidden />
    </IconButton>
  )
}

interface FaultProps {
  readonly id: string
  readonly fault: RowFault
  readonly email: string
  readonly onChoose: (customer: Customer) => void
}

/** What is wrong with a row, and where it is the customer, the search for the right one. */
function Fault({ id, fault, email, onChoose }: FaultProps) {
  const { t } = useWords()
  return (
    <div className="reconciliation-set-up-fault flex flex-col gap-y-2">
      <Text id={id} size="xsmall" className="text-ui-tag-red-text">
        {t(`setUp.opening.faults.${fault}`)}
      </Text>
      {fault === "customer" && <AddCustomer begins={email} onChoose={onChoose} />}
    </div>
  )
}

function Refused({ error }: { readonly error: ErrorBody }) {
  const { t, has, serverLang } = useWords()
  const { text, ofServer } = errorWords(error, { t, has })
  return (
    <Text
      size="xsmall"
      className="reconciliation-set-up-fault text-ui-tag-red-text"
      lang={ofServer ? serverLang : undefined}
      data-refused={error.code}
    >
      {text}
    </Text>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

function Select({ label, value, choices, onChange }: SelectProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className="reconciliation-select txt-compact-small bg-ui-bg-field text-ui-fg-base shadow-borders-base focus-visible:shadow-borders-interactive-with-focus rounded-md outline-none"
    >
      {choices.map(([one, called]) => (
        <option key={one} value={one}>
          {called}
        </option>
      ))}
    </select>
  )
}
