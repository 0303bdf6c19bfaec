import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { RequestError } from "../lib/client"
import { errorWords } from "../lib/errors"
import { useWords } from "../lib/use-words"
import { unreadWords, type Unread } from "../lib/unread"
import { Message, Saying } from "./message"

function words({ status }: RequestError): string {
  if (status === null) {
    return "errors.network"
  }
  if (status === 401 || status === 403) {
    return "errors.forbidden"
  }
  return status === 404 ? "errors.notFound" : "errors.server"
}

interface ErrorStateProps {
  error: RequestError
  onRetry: () => void
  /** What could not be done, in words; that something could not be read when left out. */
  title?: string | undefined
  /** What could not be read, where that is said instead: then nothing was changed. */
  unread?: Unread | undefined
  /** What of the reader's work is kept, in words. */
  kept?: string | undefined
}

/** What is said of it, and in which language where that is not the page's. */
function useErrorWords(error: RequestError, unread: Unread | undefined) {
  const { t, has, serverLang } = useWords()
  const key = words(error)
  const said = error.body && errorWords(error.body, { t, has })
  const lang = said?.ofServer ? serverLang : undefined
  const isRefused = error.status === 401 || error.status === 403
  const told = unread === undefined || isRefused ? null : unreadWords(unread, error, t)
  const remedy = said ? { text: said.remedy, lang } : { text: t(`${key}.remedy`), lang: undefined }
  return {
    title: told?.title ?? t(`${key}.title`),
    text: told?.text ?? said?.text,
    lang,
    remedy: told?.remedy ? { text: told.remedy, lang: undefined } : remedy,
  }
}

/** What went wrong, under which code, and the way out. */
export function ErrorState({ error, onRetry, title, unread, kept }: ErrorStateProps) {
  const { t } = useWords()
  const said = useErrorWords(error, unread)
  const code = error.body?.code ?? (error.status === null ? null : `HTTP ${error.status}`)
  const retry = (
    <Button size="small" type="button" onClick={onRetry}>
      {t("errors.retry")}
    </Button>
  )
  return (
    <div data-error={code ?? "network"}>
      <Message icon={ExclamationCircle} title={title ?? said.title} tone="error" alert action={retry}>
        {kept !== undefined && <Saying>{kept}</Saying>}
        {said.text !== undefined && <Saying lang={said.lang}>{said.text}</Saying>}
        <Saying quiet lang={said.remedy.lang}>
          {said.remedy.text}
        </Saying>
        {code && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("errors.code")} <code>{code}</code>
          </Text>
        )}
      </Message>
    </div>
  )
}
