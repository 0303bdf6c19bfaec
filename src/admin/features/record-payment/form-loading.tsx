import { Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"

/** As high as the fields and two orders, so that nothing jumps. */
export function FormLoading() {
  const { t } = useWords()
  return (
    <div className="reconciliation-late flex flex-1 flex-col gap-y-4 px-6 py-4">
      <output className="sr-only">{t("payment.loading")}</output>
      <div className="reconciliation-payment-fields">
        {["amount", "day", "method", "reference"].map((name) => (
          <Skeleton key={name} className="h-10 w-full" />
        ))}
      </div>
      <Skeleton className="h-8 w-full" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </div>
  )
}
