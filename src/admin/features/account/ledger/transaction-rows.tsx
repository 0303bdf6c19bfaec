import { Link } from "react-router-dom"
import type { AccountTransactionView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { codePath, receiptPath, reconciliationPath } from "../../../lib/paths"
import { CodeBadge } from "../../../ui/matching-code"
import { STATE_COLOR, StateSign } from "../../../ui/state-sign"
import { StateIcon } from "../../../ui/state-icon"
import { useAccountView } from "../use-account-view"
import { TransactionIcon } from "./transaction-icon"
import { TransactionMenu } from "./transaction-menu"
import { transactionName } from "./transaction-name"
import { onRowKeys } from "./use-row-keys"

const HEADS = [
  "date",
  "transaction",
  "state",
  "code",
  "charges",
  "payments",
  "balance",
  "openAmount",
] as const
const FIGURES: ReadonlySet<string> = new Set(["charges", "payments", "balance", "openAmount"])

/** A row a transaction, with the balance after it. */
export function TransactionTable({ rows }: { rows: readonly AccountTransactionView[] }) {
  const { t, account } = useAccountView()
  return (
    <table className="reconciliation-ledger txt-compact-small text-ui-fg-subtle">
      <caption className="sr-only">
        {t("account.tx.caption", { currency: account.currency_code.toUpperCase() })} {t("account.tx.keys")}
      </caption>
      <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
        <tr>
          {HEADS.map((name) => (
            <th key={name} scope="col" data-figure={FIGURES.has(name) ? "" : undefined}>
              {t(`account.tx.${name}`)}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">{t("account.tx.actions")}</span>
          </th>
        </tr>
      </thead>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus */}
      <tbody onKeyDown={onRowKeys}>
        {rows.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one }: { one: AccountTransactionView }) {
  const { amount, dayInSentence } = useAccountView()
  const some = (value: string): string => (isZero(value) ? "" : amount(value))
  return (
    <tr data-row={one.id} data-kind={one.kind}>
      <td className="whitespace-nowrap">{dayInSentence(one.occurred_on)}</td>
      <th scope="row">
        <span className="flex items-center gap-x-2">
          <TransactionIcon one={one} />
          <Name one={one} />
        </span>
      </th>
      <td>
        <StateSign state={one.state} />
      </td>
      <td>
        <Codes one={one} />
      </td>
      <td data-figure="">{some(one.charges)}</td>
      <td data-figure="">{some(one.payments)}</td>
      <td data-figure="">{amount(one.balance)}</td>
      <td data-figure="" data-open="" className="text-ui-tag-orange-text">
        {some(one.open)}
      </td>
      <td>
        <TransactionMenu one={one} />
      </td>
    </tr>
  )
}

/** Leads to where the transaction is explained: its order's page, else the page of its code. */
function Name({ one, bare }: { one: AccountTransactionView; bare?: boolean }) {
  const speech = useAccountView()
  const { name, detail } = transactionName(one, speech)
  const [code] = one.codes
  const to = one.order
    ? reconciliationPath(one.order.id)
    : code
      ? codePath(speech.account.id, code.rank)
      : null
  return (
    <span className="min-w-0">
      {to === null ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a row that leads nowhere is walked through too
        <span tabIndex={-1} data-row-main="" className="reconciliation-row-main">
          {name}
        </span>
      ) : (
        <Link to={to} data-row-main="" className="reconciliation-row-main">
          {name}
        </Link>
      )}
      {!bare && detail !== null && <span className="text-ui-fg-subtle ml-2 font-normal">{detail}</span>}
      {!bare && one.receipt_number !== null && (
        <span className="ml-2">
          <ReceiptLink number={one.receipt_number} />
        </span>
      )}
    </span>
  )
}

/** Leads to the receipt, or the credit note, to be read and printed. */
function ReceiptLink({ number }: { number: string }) {
  const { t } = useAccountView()
  return (
    <Link
      to={receiptPath(number)}
      aria-label={t("account.tx.receipt", { number })}
      className="reconciliation-link whitespace-nowrap font-normal"
      data-receipt={number}
    >
      {number}
    </Link>
  )
}

function Codes({ one: { codes } }: { one: AccountTransactionView }) {
  const { account } = useAccountView()
  return (
    <span className="reconciliation-codes">
      {codes.map((code) => (
        <CodeBadge key={code.rank} code={code} to={codePath(account.id, code.rank)} />
      ))}
    </span>
  )
}

/** The same where there is no room for columns: two lines a transaction. */
export function TransactionList({ rows }: { rows: readonly AccountTransactionView[] }) {
  const { t, amount, dayInSentence, account } = useAccountView()
  const speech = useAccountView()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus
    <ul
      onKeyDown={onRowKeys}
      aria-label={t("account.tx.caption", { currency: account.currency_code.toUpperCase() })}
    >
      {rows.map((one) => {
        const { detail } = transactionName(one, speech)
        const signed = isZero(one.payments) ? one.charges : `-${one.payments}`
        return (
          <li
            key={one.id}
            data-row={one.id}
            data-kind={one.kind}
            className="border-ui-border-base txt-compact-small flex items-center gap-x-3 border-t px-4 py-2.5"
          >
            <StateIcon state={one.state} className={`shrink-0 ${STATE_COLOR[one.state]}`} />
            <span className="sr-only">{t(`states.${one.state}.short`)}</span>
            <div className="min-w-0 flex-1 break-words">
              <span className="flex flex-wrap items-center gap-x-2">
                <Name one={one} bare />
                <Codes one={one} />
              </span>
              <span className="text-ui-fg-subtle txt-compact-xsmall flex flex-wrap items-center gap-x-1">
                <span className="reconciliation-two-lines min-w-0">
                  {[dayInSentence(one.occurred_on), detail].filter(Boolean).join(" · ")}
                </span>
                {one.receipt_number !== null && <ReceiptLink number={one.receipt_number} />}
              </span>
            </div>
            <span className="shrink-0 text-end tabular-nums">
              {amount(signed)}
              {!isZero(one.open) && (
                <span className="text-ui-tag-orange-text txt-compact-xsmall block">
                  {t("account.tx.openOf", { amount: amount(one.open) })}
                </span>
              )}
            </span>
            <TransactionMenu one={one} />
          </li>
        )
      })}
    </ul>
  )
}
