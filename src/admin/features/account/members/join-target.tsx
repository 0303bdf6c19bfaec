import { useState } from "react"
import { TargetField } from "../money/target-field"
import type { Target } from "../money/use-targets"
import { useAccountView } from "../use-account-view"

interface JoinTargetProps {
  readonly chosen: Target | null
  readonly onChoose: (target: Target | null) => void
}

/** Finds the customer or the company to belong to; a company that nobody is a member of yet is named here. */
export function JoinTarget(field: JoinTargetProps) {
  const { t, amount } = useAccountView()
  // One id for as long as the drawer is open: what is previewed is what is joined.
  const [companyId] = useState(() => `company_${crypto.randomUUID()}`)
  const offered = (sought: string, found: readonly Target[]): Target[] => {
    const isKnown = found.some(
      ({ owner, name }) => owner?.type === "company" && name.toLowerCase() === sought.toLowerCase(),
    )
    if (sought === "" || isKnown) return []
    const owner = { type: "company", id: companyId } as const
    return [{ owner, isNew: true, name: sought, detail: "", balance: null, opens: false }]
  }
  return (
    <TargetField
      {...field}
      among="owners"
      title={t("members.target.title")}
      label={t("members.target.search")}
      hint={t("members.target.hint")}
      none={t("members.target.none")}
      offered={offered}
      standingOf={({ owner, isNew, balance }) => {
        if (isNew) return t("members.target.newCompany")
        const company = owner?.type === "company" ? t("members.target.company") : null
        const standing = balance === null ? null : t("money.target.balance", { amount: amount(balance) })
        return [company, standing].filter(Boolean).join(" · ") || null
      }}
    />
  )
}
