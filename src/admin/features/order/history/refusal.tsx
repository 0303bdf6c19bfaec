import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { NamedRight } from "../../../../types/rights"
import type { RequestError } from "../../../lib/client"
import { useWords } from "../../../lib/use-words"
import { refusalWords } from "./refusal-words"

interface RefusalProps {
  error: RequestError
  /** The right that the act needs. */
  right: NamedRight
  /** Whether something was to be done; else it was only to be read. */
  isAct?: boolean
  /** Only what may pass by itself is asked again. */
  onRetry: () => void
}

/** Why nothing was changed, and the way out, in the place where it was asked for. */
export function Refusal({ error, right, isAct, onRetry }: RefusalProps) {
  const words = useWords()
  const { status, body } = error
  const { text, remedy, lang, code } = refusalWords({ status, body, isAct }, right, words)
  const mayPass = status === null || status >= 500 || code === "account_busy"
  return (
    <div role="alert" className="flex items-start gap-x-2" data-refusal={code ?? "network"}>
      <span aria-hidden className="text-ui-tag-red-icon mt-1 shrink-0">
        <ExclamationCircle />
      </span>
      <div className="flex min-w-0 flex-col items-start gap-y-1">
        <Text size="small" weight="plus" lang={lang} className="break-words">
          {text}
        </Text>
        <Text size="small" lang={lang} className="text-ui-fg-subtle break-words">
          {remedy}
        </Text>
        {mayPass && (
          <Button size="small" variant="secondary" type="button" onClick={onRetry}>
            {words.t("errors.retry")}
          </Button>
        )}
      </div>
    </div>
  )
}
