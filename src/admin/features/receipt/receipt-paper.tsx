import { Receipt } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import type { ReceiptView } from "../../../types/http"
import { meansLabel } from "../../lib/labels"
import { isZero, moneyFormat } from "../../lib/money"
import { useWords } from "../../lib/use-words"
import { Day } from "../../ui/day"
import { Facts } from "../../ui/facts"
import { PaperStyles } from "./paper-styles"
import { ReceiptTable } from "./receipt-table"

const MONEY_OUT = new Set(["refund"])
const MONEY_IN = new Set(["payment", "deposit", "stored_value"])

/** The receipt as it is handed over: the printer gets this and nothing of the admin around it. */
export function ReceiptPaper({ receipt }: { receipt: ReceiptView }) {
  const { t, locale } = useWords()
  const { money } = moneyFormat(locale, receipt.currency_code, receipt.digits)
  const sort = MONEY_IN.has(receipt.kind) ? "received" : MONEY_OUT.has(receipt.kind) ? "paidBack" : "credited"
  const means = meansLabel({ ...receipt, detail: null }, t)
  return (
    <article data-receipt={receipt.number} className="reconciliation-paper divide-y">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Heading level="h1">{t(`receiptPage.${sort}.title`, { number: receipt.number })}</Heading>
          <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
            {receipt.store_name}
          </Text>
        </div>
        <div className="reconciliation-unprinted">
          <Button size="small" variant="secondary" type="button" onClick={() => window.print()}>
            <Receipt />
            {t("receiptPage.print")}
          </Button>
        </div>
      </header>
      <div className="px-6 py-4">
        <Facts
          facts={[
            [t(`receiptPage.${sort}.who`), receipt.customer?.name ?? t("receiptPage.nobody")],
            receipt.customer?.email ? [t("receiptPage.email"), receipt.customer.email] : null,
            [t(`receiptPage.${sort}.on`), <Day key="day" value={receipt.occurred_on} />],
            means === null ? null : [t("receiptPage.method"), means],
            receipt.reference === "" ? null : [t("receiptPage.reference"), receipt.reference],
            [t("receiptPage.amount"), <strong key="amount">{money(receipt.amount)}</strong>],
          ]}
        />
      </div>
      <ReceiptTable receipt={receipt} sort={sort} />
      {!isZero(receipt.taken_back) && (
        <p data-taken-back="" className="txt-compact-small px-6 py-4">
          {t(sort === "paidBack" ? "receiptPage.paidBack.undone" : "receiptPage.takenBack", {
            amount: money(receipt.taken_back),
          })}
        </p>
      )}
      <PaperStyles />
    </article>
  )
}
