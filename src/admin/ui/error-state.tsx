import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useWords } from "../lib/use-words"
import type { RequestError } from "../lib/client"
import { errorWords } from "../lib/errors"

function words({ status }: RequestError): string {
  if (status === null) {
    return "errors.network"
  }
  if (status === 401 || status === 403) {
    return "errors.forbidden"
  }
  return status === 404 ? "errors.notFound" : "errors.server"
}

/** What went wrong, under which code, and the way out. */
export function ErrorState({ error, onRetry }: { error: RequestError; onRetry: () => void }) {
  const { t, has, serverLang } = useWords()
  const key = words(error)
  const said = error.body && errorWords(error.body, { t, has })
  const lang = said?.ofServer ? serverLang : undefined
  const code = error.body?.code ?? (error.status === null ? null : `HTTP ${error.status}`)
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-y-1 text-center reconciliation-message"
      data-error={code ?? "network"}
    >
      <ExclamationCircle aria-hidden className="text-ui-tag-red-icon mb-1" />
      <Text size="small" leading="compact" weight="plus">
        {t(`${key}.title`)}
      </Text>
      {said && (
        <Text size="small" lang={lang} className="max-w-md text-pretty">
          {said.text}
        </Text>
      )}
      <Text size="small" className="text-ui-fg-subtle max-w-md text-pretty">
        {said ? <span lang={lang}>{said.remedy}</span> : t(`${key}.remedy`)}
      </Text>
      {code && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("errors.code")}: <code>{code}</code>
        </Text>
      )}
      <Button size="small" variant="secondary" type="button" className="mt-3" onClick={onRetry}>
        {t("errors.retry")}
      </Button>
    </div>
  )
}
