import { Link } from "react-router-dom"
import type { ListedAccountView } from "../../../../types/http"
import { isZero, moneyFormat } from "../../../lib/money"
import { accountPath } from "../../../lib/paths"
import { useWords, type Words } from "../../../lib/use-words"
import { accountName } from "./account-name"
import { onRowKeys } from "../ledger/use-row-keys"

interface AccountRowsProps {
  readonly rows: readonly ListedAccountView[]
  readonly isNarrow: boolean
}

/** A row an account; each says its currency, and nothing adds them. */
export function AccountRows({ rows, isNarrow }: AccountRowsProps) {
  const { t } = useWords()
  if (isNarrow)
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus
      <ul onKeyDown={onRowKeys} aria-label={t("account.list.caption")}>
        {rows.map((one) => (
          <ListItem key={one.id} one={one} />
        ))}
      </ul>
    )
  return (
    <table className="reconciliation-ledger txt-compact-small text-ui-fg-subtle">
      <caption className="sr-only">
        {t("account.list.caption")} {t("account.tx.keys")}
      </caption>
      <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
        <tr>
          <th scope="col">{t("account.list.customer")}</th>
          <th scope="col">{t("account.list.currency")}</th>
          {(["openAmount", "unappliedAmount", "balance"] as const).map((name) => (
            <th key={name} scope="col" data-figure="">
              {t(`account.list.${name}`)}
            </th>
          ))}
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

function Row({ one }: { one: ListedAccountView }) {
  const words = useWords()
  const { open, unallocated, balance } = one.totals
  const written = writing(one, words)
  return (
    <tr data-row={one.id}>
      <th scope="row">
        <Owner one={one} />
      </th>
      <td>{one.currency_code.toUpperCase()}</td>
      <td data-figure="" className={isZero(open) ? undefined : "text-ui-tag-orange-text"}>
        {written(open)}
      </td>
      <td data-figure="" className={isZero(unallocated) ? undefined : "text-ui-tag-orange-text"}>
        {written(unallocated)}
      </td>
      <td data-figure="" className="text-ui-fg-base">
        {written(balance)}
      </td>
    </tr>
  )
}

function ListItem({ one }: { one: ListedAccountView }) {
  const words = useWords()
  const { t } = words
  const { open, unallocated, balance } = one.totals
  const written = writing(one, words)
  const said = [
    isZero(open) ? null : `${t("account.list.openAmount")} ${written(open)}`,
    isZero(unallocated) ? null : `${t("account.list.unappliedAmount")} ${written(unallocated)}`,
  ]
  return (
    <li
      data-row={one.id}
      className="border-ui-border-base txt-compact-small flex items-center justify-between gap-x-3 border-t px-4 py-2.5"
    >
      <div className="min-w-0">
        <Owner one={one} />
        <span className="text-ui-fg-subtle txt-compact-xsmall block">{said.filter(Boolean).join(" · ")}</span>
      </div>
      <span className="shrink-0 tabular-nums">
        {written(balance)} {one.currency_code.toUpperCase()}
      </span>
    </li>
  )
}

const writing = ({ currency_code: code, digits }: ListedAccountView, { locale }: Words) =>
  moneyFormat(locale, code, digits).amount

function Owner({ one }: { one: ListedAccountView }) {
  const words = useWords()
  const { owner } = one
  const name = accountName(one, words)
  const details = [owner?.company, owner?.email].filter((said) => said && said !== name)
  return (
    <span className="min-w-0 break-words">
      <Link to={accountPath(one.id)} data-row-main="" className="reconciliation-row-main">
        {name}
      </Link>
      {details.length > 0 && (
        <span className="text-ui-fg-subtle ml-2 font-normal">{details.join(" · ")}</span>
      )}
    </span>
  )
}
