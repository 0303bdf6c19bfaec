import { History } from "@medusajs/icons"
import { Skeleton, Text } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"
import { Message, Saying } from "../../../ui/message"
import type { Whose } from "./filter"

/** Nothing was done yet, or nothing by those whose changes are asked for. */
export function Empty({ whose }: { whose: Whose }) {
  const { t } = useWords()
  if (whose !== "all")
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t(`history.empty.${whose}`)}
      </Text>
    )
  return (
    <Message icon={History} title={t("history.empty.title")}>
      <Saying quiet>{t("history.empty.text")}</Saying>
    </Message>
  )
}

/** As high as a few changes are. */
export function Loading() {
  const { t } = useWords()
  return (
    <div data-loading="">
      <output className="sr-only">{t("history.loading")}</output>
      <ol aria-hidden className="reconciliation-timeline">
        {["75%", "60%", "85%", "70%", "65%"].map((width) => (
          <li key={width}>
            <span className="reconciliation-dot" />
            <div className="flex flex-col gap-y-2">
              <Skeleton className="h-4" style={{ width }} />
              <Skeleton className="h-3" style={{ width: "40%" }} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
