import type { MatchingCodeView } from "../../../types/http"
import type { CodeAddress } from "../../lib/code-key"
import { ErrorState } from "../../ui/error-state"
import { NoRight } from "../../ui/no-right"
import { Stylesheet } from "../../ui/stylesheet"
import { CodeContent } from "./code-content"
import { CodeLoading } from "./code-loading"
import { Section } from "../../ui/section"
import { UnknownCode } from "./unknown-code"
import { useMatchingCode } from "./use-matching-code"

const UNKNOWN = new Set(["code_not_found", "account_not_found"])

/** The page of a matching code: what pays, what it settles, as a picture and as a table. */
export default function CodePage(address: CodeAddress) {
  const { data: code, error, refetch } = useMatchingCode(address)
  if (code) return <Loaded key={`${code.account.id} ${code.rank}`} code={code} />
  if (!error) return <CodeLoading />
  return (
    <div data-reconciliation="">
      <Section>
        {error.status === 401 || error.status === 403 ? (
          <NoRight right="view" />
        ) : UNKNOWN.has(error.body?.code ?? "") ? (
          <UnknownCode accountId={address.accountId} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </Section>
      <Stylesheet />
    </div>
  )
}

function Loaded({ code }: { code: MatchingCodeView }) {
  return (
    <div data-reconciliation="" className="flex flex-col gap-y-2">
      <CodeContent code={code} />
      <Stylesheet />
    </div>
  )
}
