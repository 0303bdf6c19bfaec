import { Trash } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { ListedTransactionView } from "../../../../types/http"
import { accountPath, receiptPath, reconciliationPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { ErrorState } from "../../../ui/error-state"
import { GuardedButton } from "../../../ui/no-right"
import { Working } from "../../order/history/working"
import { useBegin } from "../acts/row-acts"
import { NoteList } from "../notes/note-list"
import { useListSpeech } from "../use-list-speech"
import type { Link as Reconciliation } from "./links"
import { useReconciled } from "./use-reconciled"

/** More would not be read here; its own page has all. */
const MOST_ROWS = 30

const PAYS: ReadonlySet<ListedTransactionView["kind"]> = new Set([
  "payment",
  "deposit",
  "stored_value",
  "credit",
  "refund",
  "opening_balance",
])

/** What a transaction is reconciled with, both ways, and where that is changed. */
export function Reconciled({ one }: { one: ListedTransactionView }) {
  const speech = useListSpeech()
  const { t, amountOf } = speech
  const said = useMemo(() => ({ ...speech, money: amountOf(one) }), [speech, amountOf, one])
  const { links, error, refetch } = useReconciled(one, said)
  const begin = useBegin()
  return (
    <div className="reconciliation-list-links flex flex-col gap-y-3" data-links="">
      {!links && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!links && !error && <Working />}
      {links?.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("lists.reconciled.none")}
        </Text>
      )}
      {links && links.length > 0 && <Links one={one} links={links} />}
      <Ways one={one} hasLinks={(links?.length ?? 0) > 0} />
      <NoteList one={one} onAdd={() => begin({ act: "note", one, toCheck: false })} />
    </div>
  )
}

function Links({ one, links }: { one: ListedTransactionView; links: readonly Reconciliation[] }) {
  const { t, amountOf } = useListSpeech()
  const amount = amountOf(one)
  const more = links.length - MOST_ROWS
  return (
    <>
      <table className="reconciliation-links txt-compact-small text-ui-fg-subtle">
        <thead className="txt-compact-xsmall-plus">
          <tr>
            <th scope="col">{t("lists.reconciled.from")}</th>
            <th scope="col">{t("lists.reconciled.to")}</th>
            <th scope="col" data-figure="">
              {t("lists.reconciled.amount")}
            </th>
            <th scope="col">{t("lists.reconciled.why")}</th>
          </tr>
        </thead>
        <tbody>
          {links.slice(0, MOST_ROWS).map((link) => (
            <tr key={link.key}>
              <td>{link.from}</td>
              <td className="text-ui-fg-base">
                {link.to}
                {link.order && (
                  <>
                    {" · "}
                    <Link to={reconciliationPath(link.order.id)} className="reconciliation-link">
                      {t("lists.reconciled.onOrder", { id: link.order.display_id })}
                    </Link>
                  </>
                )}
              </td>
              <td data-figure="" className="text-ui-fg-base">
                {amount(link.amount)}
              </td>
              <td>{link.rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("lists.reconciled.more", { count: more })}
        </Text>
      )}
    </>
  )
}

function Ways({ one, hasLinks }: { one: ListedTransactionView; hasLinks: boolean }) {
  const { t } = useListSpeech()
  const begin = useBegin()
  const mayManage = useMay("manage")
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild size="small" variant="secondary">
        <Link to={one.order ? reconciliationPath(one.order.id) : accountPath(one.owner.account_id)}>
          {t(one.order ? "lists.reconciled.openOrder" : "lists.reconciled.openAccount")}
        </Link>
      </Button>
      {one.receipt_number !== null && (
        <Button asChild size="small" variant="secondary">
          <Link to={receiptPath(one.receipt_number)} data-receipt={one.receipt_number}>
            {t("account.tx.receipt", { number: one.receipt_number })}
          </Link>
        </Button>
      )}
      {hasLinks && one.item_id !== null && PAYS.has(one.kind) && (
        <GuardedButton
          right="manage"
          allowed={mayManage}
          data-delete=""
          onClick={() => begin({ act: "delete", one })}
        >
          <Trash aria-hidden />
          {t("lists.reconciled.delete")}
        </GuardedButton>
      )}
    </div>
  )
}
