import { InformationCircle } from "@medusajs/icons"
import { useWords } from "../../lib/use-words"
import { Message, Saying } from "../../ui/message"

/** The account has no such code, or there is no such account. */
export function UnknownCode() {
  const { t } = useWords()
  return (
    <div data-unknown="">
      <Message icon={InformationCircle} title={t("errorCodes.texts.code_not_found")} alert>
        <Saying quiet>{t("errorCodes.remedies.code_not_found")}</Saying>
      </Message>
    </div>
  )
}
