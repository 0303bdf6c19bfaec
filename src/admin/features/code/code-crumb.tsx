import type { MatchingCodeView } from "../../../types/http"
import { codeKey, type CodeAddress } from "../../lib/code-key"
import { useKnown } from "../../lib/use-known"
import { useWords } from "../../lib/use-words"

/** Where one is, among the host's breadcrumbs: the code by its letters once its page has read them. */
export function CodeCrumb(address: CodeAddress) {
  const { t } = useWords()
  const known = useKnown<MatchingCodeView>(codeKey(address))
  return known ? `${t("codePage.title")} ${known.code}` : t("codePage.title")
}
