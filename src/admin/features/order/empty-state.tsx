import { CheckCircle, InformationCircle } from "@medusajs/icons"
import { useWords } from "../../lib/use-words"
import { Message, Saying } from "../../ui/message"

const WORDS = { not_seen: "empty.notSeen", zero: "empty.zero" } as const

/** An order without a matrix: not read yet, or with nothing to pay. */
export function EmptyState({ reason }: { reason: keyof typeof WORDS }) {
  const { t } = useWords()
  return (
    <div data-empty={reason}>
      <Message
        icon={reason === "zero" ? CheckCircle : InformationCircle}
        tone={reason === "zero" ? "done" : "calm"}
        title={t(`${WORDS[reason]}.title`)}
      >
        <Saying quiet>{t(`${WORDS[reason]}.text`)}</Saying>
      </Message>
    </div>
  )
}
