import { TriangleRightMini } from "@medusajs/icons"
import { Link, useLocation } from "react-router-dom"
import type { AccountView, MatchingCodeView } from "../../../types/http"
import { codeKey } from "../../lib/code-key"
import { accountPath, accountsPath } from "../../lib/paths"
import { useKnown } from "../../lib/use-known"
import { useWords } from "../../lib/use-words"
import { nameOfAccount } from "./list/account-name"
import { accountKey } from "./use-account"

/**
 * Where one is, among the host's breadcrumbs: the list of accounts, then whose account it is once its page has read it. Above a
 * page of its own the host makes a link of it, which holds no other.
 */
export function AccountCrumb({ accountId }: { accountId: string }) {
  const words = useWords()
  const { pathname } = useLocation()
  const account = useKnown<AccountView>(accountKey(accountId))
  const [, rank = ""] = /\/codes\/([^/]+)$/.exec(pathname) ?? []
  const code = useKnown<MatchingCodeView>(codeKey({ accountId, rank }))
  // Whoever comes straight to a code has read its account nowhere else.
  const name = account
    ? nameOfAccount(account, words)
    : (code?.account.customer?.name ?? words.t("account.title"))
  if (pathname !== accountPath(accountId)) return name
  return (
    <span className="flex items-center">
      <Link to={accountsPath} className="transition-fg hover:text-ui-fg-subtle">
        {words.t("account.menu")}
      </Link>
      <TriangleRightMini aria-hidden className="mx-2" />
      {name}
    </span>
  )
}
