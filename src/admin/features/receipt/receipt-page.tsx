import { InformationCircle } from "@medusajs/icons"
import { useWords } from "../../lib/use-words"
import { ErrorState } from "../../ui/error-state"
import { Message, Saying } from "../../ui/message"
import { NoRight } from "../../ui/no-right"
import { Section } from "../../ui/section"
import { Stylesheet } from "../../ui/stylesheet"
import { ReceiptLoading } from "./receipt-loading"
import { ReceiptPaper } from "./receipt-paper"
import { useReceipt } from "./use-receipt"

/** A receipt or a credit note, to be read and printed. */
export default function ReceiptPage({ number }: { number: string }) {
  const { data: receipt, error, refetch } = useReceipt(number)
  if (!receipt && !error) return <ReceiptLoading />
  return (
    <div data-reconciliation="">
      <Section>
        {receipt ? (
          <ReceiptPaper receipt={receipt} />
        ) : error?.status === 401 || error?.status === 403 ? (
          <NoRight right="view" />
        ) : error?.body?.code === "receipt_not_found" ? (
          <UnknownReceipt />
        ) : (
          error && <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </Section>
      <Stylesheet />
    </div>
  )
}

function UnknownReceipt() {
  const { t } = useWords()
  return (
    <div data-unknown="">
      <Message icon={InformationCircle} title={t("errorCodes.texts.receipt_not_found")} alert>
        <Saying quiet>{t("errorCodes.remedies.receipt_not_found")}</Saying>
      </Message>
    </div>
  )
}
