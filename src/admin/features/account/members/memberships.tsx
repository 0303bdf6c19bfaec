import { Container, Text } from "@medusajs/ui"
import { useEffect, useRef, type ReactNode } from "react"
import { Link } from "react-router-dom"
import type { MembershipOwnerView, MembershipView } from "../../../../types/http"
import { todayOf } from "../../../lib/dates"
import { accountPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { useAsk } from "../acts/asked"
import { useAccountView } from "../use-account-view"
import { useMemberName } from "../use-owner-name"

/** To whose account the owner's orders and money go, and whose come to this one. */
export function Memberships() {
  const { t, account, dayInSentence } = useAccountView()
  const { members, member_of: of } = account
  useKeptFocus([of, ...members].map((one) => one?.id).join(" "))
  if (members.length === 0 && !of) return null
  // Joined at a moment, which is a day of the reader's.
  const since = ({ since: at }: MembershipView): string => dayInSentence(todayOf(new Date(at)))
  return (
    <Container className="divide-y overflow-hidden p-0" data-memberships="">
      {of && (
        <div className="flex items-center gap-x-3 px-6 py-2.5" data-member-of={of.id}>
          <Said detail={t("members.belongs", { date: since(of) })}>
            {t("members.belongsTo")} <Owner one={of.of} />
          </Said>
          <TakeOut of={of} word="members.takeOut.leave" />
        </div>
      )}
      {members.length > 0 && (
        <div>
          <div className="flex flex-wrap items-center gap-x-2 px-6 py-3">
            <h2 className="txt-compact-small-plus">{t("members.title")}</h2>
            <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
              {t("members.about")}
            </Text>
          </div>
          <ul className="reconciliation-half">
            {members.map((one) => (
              <li
                key={one.id}
                className="border-ui-border-base flex items-center gap-x-3 border-t px-6 py-2.5"
                data-member={one.id}
              >
                <Said detail={t("members.since", { date: since(one) })}>
                  <Owner one={one.member} />
                </Said>
                <TakeOut of={one} word="members.takeOut.action" />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Container>
  )
}

function Said({ detail, children }: { detail: string; children: ReactNode }) {
  return (
    <div className="min-w-0 flex-1">
      <Text size="small" leading="compact" className="break-words">
        {children}
      </Text>
      <Text size="xsmall" leading="compact" className="text-ui-fg-subtle break-words">
        {detail}
      </Text>
    </div>
  )
}

/** By name, with the way to the account of their own where they have one in this currency. */
function Owner({ one }: { one: MembershipOwnerView }) {
  const name = useMemberName()(one)
  if (one.account_id === null) return name
  return (
    <Link to={accountPath(one.account_id)} className="reconciliation-link">
      {name}
    </Link>
  )
}

function TakeOut({ of, word }: { of: MembershipView; word: string }) {
  const { t } = useAccountView()
  const nameOf = useMemberName()
  const ask = useAsk()
  const mayManage = useMay("manage")
  return (
    <GuardedButton
      right="manage"
      allowed={mayManage}
      className="shrink-0 whitespace-nowrap"
      aria-label={t("members.takeOutNamed", { name: nameOf(of.member) })}
      data-take-out=""
      onClick={() => ask({ act: "takeOut", of })}
    >
      {t(word)}
    </GuardedButton>
  )
}

/** The button of who was taken out goes with them: the focus stays on the page, at whose account it is. */
function useKeptFocus(memberships: string): void {
  const last = useRef(memberships)
  useEffect(() => {
    if (last.current === memberships) return
    last.current = memberships
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>("[data-reconciliation] h1")?.focus()
  }, [memberships])
}
