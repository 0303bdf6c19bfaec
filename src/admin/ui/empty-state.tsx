import { CheckCircle, InformationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useWords } from "../lib/use-words"

const WORDS = { not_seen: "empty.notSeen", zero: "empty.zero" } as const

/** An order without a matrix: not read yet, or with nothing to pay. */
export function EmptyState({ reason }: { reason: keyof typeof WORDS }) {
  const { t } = useWords()
  const Icon = reason === "zero" ? CheckCircle : InformationCircle
  return (
    <div
      className="flex flex-col items-center gap-y-1 text-center reconciliation-message"
      data-empty={reason}
    >
      <Icon aria-hidden className="text-ui-fg-subtle mb-1" />
      <Text size="small" leading="compact" weight="plus">
        {t(`${WORDS[reason]}.title`)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle max-w-md text-pretty">
        {t(`${WORDS[reason]}.text`)}
      </Text>
    </div>
  )
}
