import { LockClosedSolid } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { RequestError } from "../../../lib/client"
import { errorWords } from "../../../lib/errors"
import { WithLateWords } from "../../../lib/late"
import { useWords } from "../../../lib/use-words"
import { StepLine } from "../next-step-view"

interface ErrorProps {
  readonly error: RequestError
  readonly onRetry: () => void
}

/** Why there is nothing to show, and the way out: an administrator, or another try. */
export function CardError(props: ErrorProps) {
  const { status } = props.error
  if (status === 401 || status === 403) return <NoView />
  return (
    <WithLateWords>
      <Told {...props} />
    </WithLateWords>
  )
}

function Told({ error, onRetry }: ErrorProps) {
  const { t, has, serverLang } = useWords()
  const said = error.body && errorWords(error.body, { t, has })
  const code = error.body?.code ?? (error.status === null ? null : `HTTP ${error.status}`)
  return (
    <div role="alert" className="flex-1" data-error={code ?? "network"}>
      <StepLine
        tone="wrong"
        lang={said?.ofServer ? serverLang : undefined}
        text={said ? `${said.text} ${said.remedy}` : t(plainWords(error))}
      >
        <Button
          size="small"
          variant="secondary"
          type="button"
          className="shrink-0 whitespace-nowrap"
          onClick={onRetry}
        >
          {t("errors.retry")}
        </Button>
      </StepLine>
      {code && (
        <Text size="xsmall" className="reconciliation-beneath text-ui-fg-subtle">
          {t("errors.code")} <code>{code}</code>
        </Text>
      )}
    </div>
  )
}

const plainWords = ({ status }: RequestError): string => {
  if (status === null) return "card.network"
  return status === 404 ? "card.notFound" : "card.server"
}

function NoView() {
  const { t } = useWords()
  return (
    <div className="flex flex-1 items-start gap-x-2" data-no-right="view">
      <LockClosedSolid aria-hidden className="reconciliation-step-sign text-ui-fg-subtle" />
      <Text size="small" leading="compact" className="text-ui-fg-subtle min-w-0 flex-1 break-words">
        {t("card.noRight", { right: t("rights.view") })}
      </Text>
    </div>
  )
}
