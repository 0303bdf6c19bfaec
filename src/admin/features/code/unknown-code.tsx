import { InformationCircle } from "@medusajs/icons"
import { useWords } from "../../lib/use-words"
import { Message, Saying } from "../../ui/message"
import { GoToCode } from "./go-to-code"

/** The account has no such code, or there is no such account. */
export function UnknownCode({ accountId }: { accountId: string }) {
  const { t } = useWords()
  return (
    <div data-unknown="">
      <Message icon={InformationCircle} title={t("errorCodes.texts.code_not_found")} alert>
        <Saying quiet>{t("errorCodes.remedies.code_not_found")}</Saying>
        <GoToCode accountId={accountId} />
      </Message>
    </div>
  )
}
