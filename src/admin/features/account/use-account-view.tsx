import { createContext, useContext, useMemo, type ReactNode } from "react"
import type { AccountView } from "../../../types/http"
import type { Words } from "../../lib/use-words"
import type { HistorySpeech } from "../order/history/names"
import { useSpeech } from "../order/history/use-speech"

/** What every part of the page needs: the account, the words, and how its money is written. */
export interface AccountSpeech extends HistorySpeech, Words {
  readonly account: AccountView
}

const Context = createContext<AccountSpeech | null>(null)

export function AccountProvider({ account, children }: { account: AccountView; children: ReactNode }) {
  const speech = useSpeech(account)
  const view = useMemo(() => ({ ...speech, account }), [speech, account])
  return <Context.Provider value={view}>{children}</Context.Provider>
}

/** @throws outside of an account */
export function useAccountView(): AccountSpeech {
  const view = useContext(Context)
  if (!view) throw new Error("There is no account here.")
  return view
}
